#include "evidence/picture_layout.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "evidence/label_lines.h"
#include "evidence/picture_columns.h"

namespace vav {
namespace {

constexpr int margin = 16;
constexpr int half_mark = 11;
constexpr int box_margin = 3;  // around mark and label
constexpr int label_gap = 18;  // from the middle of a mark to its label
constexpr int gutter = 58;     // where threads bend
constexpr int above_thread = 8;
constexpr int text_up = 14, text_down = 5;  // of a line of text, from its base line
constexpr int between_cells = 9;
constexpr int half_pass = 7;  // room of a thread that passes
constexpr int widest_picture = 1180;
constexpr int narrowest_label = 70, narrow_label = 150, widest_label = 230, label_step = 10;
constexpr std::size_t most_lines = 3;

// The room that a cell takes above and below its thread.
struct Extent {
  int up = half_pass;
  int down = half_pass;
};

// Places at least `apart` from one another, as near to those wished for as can be (least squares, by pooling
// neighbours that would overlap).
std::vector<double> spread(const std::vector<double>& wished, const std::vector<double>& apart) {
  struct Pool {
    double sum = 0;
    std::size_t count = 0;
    double middle() const { return sum / static_cast<double>(count); }
  };
  std::vector<double> offset(wished.size(), 0);
  for (std::size_t i = 1; i < wished.size(); ++i) offset[i] = offset[i - 1] + apart[i - 1];
  std::vector<Pool> pools;
  for (std::size_t i = 0; i < wished.size(); ++i) {
    pools.push_back({wished[i] - offset[i], 1});
    while (pools.size() > 1 && pools[pools.size() - 2].middle() >= pools.back().middle()) {
      pools[pools.size() - 2].sum += pools.back().sum;
      pools[pools.size() - 2].count += pools.back().count;
      pools.pop_back();
    }
  }
  std::vector<double> places;
  for (const Pool& pool : pools) {
    for (std::size_t i = 0; i < pool.count; ++i) places.push_back(pool.middle() + offset[places.size()]);
  }
  return places;
}

class LayoutMaker {
 public:
  LayoutMaker(const std::vector<PictureItem>& items, const std::vector<PictureThread>& threads)
      : items_(items), threads_(threads), grid_(arrange_picture(items, threads)) {
    layout_.items.resize(items.size());
    for (const PictureThread& thread : threads) layout_.items[thread.from].leads_on = true;
  }

  PictureLayout make() {
    place_columns();
    place_rows();
    for (std::size_t i = 0; i < items_.size(); ++i) place_item(i);
    for (const auto& cells : grid_.thread_cells) layout_.threads.push_back(placed_thread(cells));
    return std::move(layout_);
  }

 private:
  // As wide as its letters may be.
  double font_size_of(std::size_t item) const { return picture_font_size * (items_[item].bold ? bold_factor : 1); }
  LabelLines wrapped(std::size_t item, int width) const {
    return wrap_label(items_[item].label, width, font_size_of(item), most_lines);
  }

  // --- from left to right

  bool fits(std::size_t column, int width) const {
    return std::ranges::all_of(grid_.columns[column], [&](std::size_t cell) {
      const auto& item = grid_.cells[cell].item;
      if (!item) return true;
      return !wrapped(*item, width).cut;
    });
  }

  // As narrow as shows all labels whole; all together no wider than the picture may be, while that can be had.
  std::vector<int> label_widths() const {
    std::vector<int> widths;
    for (std::size_t column = 0; column < grid_.columns.size(); ++column) {
      int width = narrowest_label;
      while (width < widest_label && !fits(column, width)) width += label_step;
      widths.push_back(width);
    }
    const auto total = [&] {
      return std::accumulate(widths.begin(), widths.end(), 2 * margin) +
             static_cast<int>(widths.size()) * (label_gap + gutter) - gutter;
    };
    while (total() > widest_picture) {
      const auto widest = std::ranges::max_element(widths);
      if (*widest <= narrow_label) break;
      *widest -= label_step;
    }
    return widths;
  }

  void place_columns() {
    label_width_ = label_widths();
    int x = margin + half_mark;
    for (std::size_t column = 0; column < grid_.columns.size(); ++column) {
      const std::size_t step = grid_.step_of_column[column];
      layout_.columns.push_back(
          {.x = x, .step = step, .first_of_step = column == 0 || grid_.step_of_column[column - 1] != step});
      x += label_gap + label_width_[column] + gutter;
    }
    layout_.width = x - gutter - half_mark + margin;
    for (const PictureCell& cell : grid_.cells) {
      if (!cell.item) {
        extents_.push_back({});
        continue;
      }
      PlacedItem& item = layout_.items[*cell.item];
      LabelLines label = wrapped(*cell.item, label_width_[cell.column]);
      item.lines = std::move(label.lines);
      item.cut = label.cut;
      item.column = cell.column;
      extents_.push_back(extent_of(item));
    }
  }

  static Extent extent_of(const PlacedItem& item) {
    const int text = static_cast<int>(item.lines.size() - 1) * picture_line_height;
    if (item.leads_on) return {.up = above_thread + text + text_up, .down = half_mark};
    const int half = (text + text_up + text_down + 1) / 2;
    return {.up = std::max(half_mark, half), .down = std::max(half_mark, half)};
  }

  // --- from top to bottom

  void place_rows() {
    y_.assign(grid_.cells.size(), 0);
    for (std::size_t column = 0; column < grid_.columns.size(); ++column) settle(column, {});
    constexpr int rounds = 8;
    for (int round = 0; round < rounds; ++round) {
      for (std::size_t i = 1; i < grid_.columns.size(); ++i) settle(i, {.left = true});
      for (std::size_t i = grid_.columns.size(); i-- > 1;) settle(i - 1, {.right = true});
    }
    for (std::size_t i = 0; i < grid_.columns.size(); ++i) settle(i, {.left = true, .right = true});
    move_to_top();
  }

  struct Sides {
    bool left = false;
    bool right = false;
  };

  // Moves the cells of a column towards the middle of what they are tied to on those sides.
  void settle(std::size_t column, Sides sides) {
    std::vector<double> wished, apart;
    const std::vector<std::size_t>& cells = grid_.columns[column];
    for (std::size_t i = 0; i < cells.size(); ++i) {
      wished.push_back(wish_of(cells[i], sides));
      if (i > 0) apart.push_back(extents_[cells[i - 1]].down + between_cells + extents_[cells[i]].up);
    }
    const std::vector<double> places = spread(wished, apart);
    for (std::size_t i = 0; i < cells.size(); ++i) y_[cells[i]] = places[i];
  }

  // A thread that passes pulls harder than one that ends, so that long threads run straight.
  double wish_of(std::size_t cell, Sides sides) const {
    double sum = 0, weight = 0;
    const auto add = [&](const std::vector<std::size_t>& tied) {
      for (const std::size_t other : tied) {
        const bool passes = !grid_.cells[cell].item && !grid_.cells[other].item;
        sum += (passes ? 4 : 1) * y_[other];
        weight += passes ? 4 : 1;
      }
    };
    if (sides.left) add(grid_.cells[cell].left);
    if (sides.right) add(grid_.cells[cell].right);
    return weight > 0 ? sum / weight : y_[cell];
  }

  void move_to_top() {
    double top = 0, bottom = 0;
    for (std::size_t cell = 0; cell < y_.size(); ++cell) {
      top = cell == 0 ? y_[cell] - extents_[cell].up : std::min(top, y_[cell] - extents_[cell].up);
    }
    for (std::size_t cell = 0; cell < y_.size(); ++cell) {
      y_[cell] = std::round(y_[cell] - top) + picture_top + between_cells;
      bottom = std::max(bottom, y_[cell] + extents_[cell].down);
    }
    layout_.height = static_cast<int>(bottom) + margin;
  }

  // --- what stands there

  PicturePoint in_column(std::size_t cell) const {
    return {layout_.columns[grid_.cells[cell].column].x, static_cast<int>(y_[cell])};
  }
  // Where a thread leaves the column of a cell.
  PicturePoint beyond_column(std::size_t cell) const {
    const std::size_t column = grid_.cells[cell].column;
    return {layout_.columns[column].x + label_gap + label_width_[column], static_cast<int>(y_[cell])};
  }

  void place_item(std::size_t number) {
    PlacedItem& item = layout_.items[number];
    item.mark = in_column(number);
    item.out = beyond_column(number);
    item.label_x = item.mark.x + label_gap;
    const int text = static_cast<int>(item.lines.size() - 1) * picture_line_height;
    item.first_line_y =
        item.leads_on ? item.mark.y - above_thread - text : item.mark.y - (text + text_up + text_down) / 2 + text_up;
    double widest = 0;
    for (const std::string& line : item.lines) widest = std::max(widest, text_width(line, font_size_of(number)));
    const int top = std::min(item.first_line_y - text_up, item.mark.y - half_mark);
    const int bottom = std::max(item.first_line_y + text + text_down, item.mark.y + half_mark);
    item.box = {.x = item.mark.x - half_mark - box_margin,
                .y = top,
                .width = half_mark + label_gap + static_cast<int>(std::ceil(widest)) + 2 * box_margin,
                .height = bottom - top};
  }

  PlacedThread placed_thread(const std::vector<std::size_t>& cells) const {
    PlacedThread thread;
    thread.points.push_back(beyond_column(cells.front()));
    for (std::size_t i = 1; i + 1 < cells.size(); ++i) {
      thread.passes.push_back(in_column(cells[i]));
      thread.points.push_back(in_column(cells[i]));
      thread.points.push_back(beyond_column(cells[i]));
    }
    thread.points.push_back(in_column(cells.back()));
    return thread;
  }

  const std::vector<PictureItem>& items_;
  const std::vector<PictureThread>& threads_;
  PictureGrid grid_;
  std::vector<int> label_width_;  // by column
  std::vector<Extent> extents_;   // by cell
  std::vector<double> y_;         // by cell: of the thread
  PictureLayout layout_;
};

}  // namespace

PictureLayout lay_out_picture(const std::vector<PictureItem>& items, const std::vector<PictureThread>& threads) {
  return LayoutMaker(items, threads).make();
}

}  // namespace vav
