#include "evidence/picture_columns.h"

#include <algorithm>
#include <map>
#include <set>

namespace vav {
namespace {

// How far into its step an item stands: behind all items of the step that lead to it. A ring is cut where it closes.
class Ranks {
 public:
  Ranks(const std::vector<PictureItem>& items, const std::vector<PictureThread>& threads)
      : into_(items.size()), ranks_(items.size(), 0), states_(items.size(), State::unseen) {
    for (const PictureThread& thread : threads) {
      if (items[thread.from].step == items[thread.to].step) into_[thread.to].push_back(thread.from);
    }
    for (std::size_t i = 0; i < items.size(); ++i) visit(i);
  }

  std::size_t of(std::size_t item) const { return ranks_[item]; }

 private:
  enum class State { unseen, open, done };

  // As deep as the items of one step lead to one another.
  void visit(std::size_t item) {
    if (states_[item] != State::unseen) return;
    states_[item] = State::open;
    for (const std::size_t before : into_[item]) {
      visit(before);
      if (states_[before] == State::done) ranks_[item] = std::max(ranks_[item], ranks_[before] + 1);
    }
    states_[item] = State::done;
  }

  std::vector<std::vector<std::size_t>> into_;
  std::vector<std::size_t> ranks_;
  std::vector<State> states_;
};

// Between two neighbouring columns: pairs of threads of which one begins above and ends below the other.
std::size_t crossings_right_of(const PictureGrid& grid, std::size_t column, const std::vector<std::size_t>& position) {
  std::vector<std::pair<std::size_t, std::size_t>> ends;
  for (const std::size_t cell : grid.columns[column]) {
    for (const std::size_t next : grid.cells[cell].right) ends.emplace_back(position[cell], position[next]);
  }
  std::size_t count = 0;
  for (std::size_t i = 0; i < ends.size(); ++i) {
    for (std::size_t j = i + 1; j < ends.size(); ++j) {
      const auto& [a, b] = ends[i];
      const auto& [c, d] = ends[j];
      if ((a < c && b > d) || (a > c && b < d)) ++count;
    }
  }
  return count;
}

std::vector<std::size_t> positions(const PictureGrid& grid) {
  std::vector<std::size_t> position(grid.cells.size());
  for (const auto& column : grid.columns) {
    for (std::size_t i = 0; i < column.size(); ++i) position[column[i]] = i;
  }
  return position;
}

// Orders a column by the middle of what each cell is tied to on one side; cells that are tied to nothing stay where
// they are among the others.
void sort_by_barycentre(PictureGrid& grid, std::size_t column, bool by_left) {
  const std::vector<std::size_t> position = positions(grid);
  std::map<std::size_t, double> middle;
  for (const std::size_t cell : grid.columns[column]) {
    const std::vector<std::size_t>& tied = by_left ? grid.cells[cell].left : grid.cells[cell].right;
    double sum = 0;
    for (const std::size_t one : tied) sum += static_cast<double>(position[one]);
    middle[cell] = tied.empty() ? static_cast<double>(position[cell]) : sum / static_cast<double>(tied.size());
  }
  std::ranges::stable_sort(grid.columns[column], {}, [&](std::size_t cell) { return middle[cell]; });
}

void reduce_crossings(PictureGrid& grid) {
  constexpr int sweeps = 12;
  auto best = grid.columns;
  std::size_t fewest = count_crossings(grid);
  for (int sweep = 0; sweep < sweeps && fewest > 0; ++sweep) {
    const bool rightwards = sweep % 2 == 0;
    for (std::size_t i = 1; i < grid.columns.size(); ++i)
      sort_by_barycentre(grid, rightwards ? i : grid.columns.size() - 1 - i, rightwards);
    if (const std::size_t count = count_crossings(grid); count < fewest) {
      fewest = count;
      best = grid.columns;
    }
  }
  grid.columns = std::move(best);
}

class GridMaker {
 public:
  GridMaker(const std::vector<PictureItem>& items, const std::vector<PictureThread>& threads)
      : items_(items), threads_(threads), ranks_(items, threads) {}

  PictureGrid make() {
    make_columns();
    for (const PictureThread& thread : threads_) add_thread(thread);
    reduce_crossings(grid_);
    return std::move(grid_);
  }

 private:
  void make_columns() {
    std::set<std::pair<std::size_t, std::size_t>> places;  // step, rank
    for (std::size_t i = 0; i < items_.size(); ++i) places.emplace(items_[i].step, ranks_.of(i));
    std::map<std::pair<std::size_t, std::size_t>, std::size_t> column_of;
    for (const auto& place : places) {
      column_of[place] = grid_.step_of_column.size();
      grid_.step_of_column.push_back(place.first);
    }
    grid_.columns.resize(places.size());
    for (std::size_t i = 0; i < items_.size(); ++i) add_cell(i, column_of[{items_[i].step, ranks_.of(i)}]);
  }

  std::size_t add_cell(std::optional<std::size_t> item, std::size_t column) {
    grid_.cells.push_back({.item = item, .column = column, .left = {}, .right = {}});
    grid_.columns[column].push_back(grid_.cells.size() - 1);
    return grid_.cells.size() - 1;
  }

  void add_thread(const PictureThread& thread) {
    std::vector<std::size_t> cells = {thread.from};
    // A ring's last thread leads back; it is drawn and has no part in the order.
    const std::size_t first = grid_.cells[thread.from].column;
    const std::size_t last = grid_.cells[thread.to].column;
    for (std::size_t column = first + 1; column < last; ++column) cells.push_back(add_cell(std::nullopt, column));
    cells.push_back(thread.to);
    for (std::size_t i = 0; i + 1 < cells.size() && first < last; ++i) {
      grid_.cells[cells[i]].right.push_back(cells[i + 1]);
      grid_.cells[cells[i + 1]].left.push_back(cells[i]);
    }
    grid_.thread_cells.push_back(std::move(cells));
  }

  const std::vector<PictureItem>& items_;
  const std::vector<PictureThread>& threads_;
  Ranks ranks_;
  PictureGrid grid_;
};

}  // namespace

PictureGrid arrange_picture(const std::vector<PictureItem>& items, const std::vector<PictureThread>& threads) {
  return GridMaker(items, threads).make();
}

std::size_t count_crossings(const PictureGrid& grid) {
  const std::vector<std::size_t> position = positions(grid);
  std::size_t count = 0;
  for (std::size_t column = 0; column + 1 < grid.columns.size(); ++column)
    count += crossings_right_of(grid, column, position);
  return count;
}

}  // namespace vav
