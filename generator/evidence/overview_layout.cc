#include "evidence/overview_layout.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace vav {
namespace {

constexpr int margin_left = 24, margin_right = 12;
// Threads between two columns can be told apart.
constexpr int least_between = 130;
constexpr int least_height = 420, knot_height = 11, foot = 20;
constexpr int labelled_height = static_cast<int>(most_overview_lines) * picture_line_height + 8;

class OverviewMaker {
 public:
  OverviewMaker(const EvidenceGraph& evidence, const std::vector<std::size_t>& order, const std::vector<int>& room)
      : evidence_(evidence), wide_(room) {
    for (const std::size_t item : evidence.items()) columns_[evidence.step_of(item)].push_back(item);
    for (auto& [step, items] : columns_) {
      std::ranges::stable_sort(items, {}, [&](std::size_t item) { return order[item]; });
    }
  }

  OverviewLayout make() {
    room_ = least_height;
    for (const auto& [step, items] : columns_) {
      const int each = items.size() > most_overview_labels ? knot_height : labelled_height;
      room_ = std::max(room_, static_cast<int>(items.size()) * each);
    }
    layout_.height = picture_top + room_ + foot;
    sort_columns();
    place_knots();
    tie_threads();
    return std::move(layout_);
  }

 private:
  // How far down an item stands, as a part of the height.
  void set_places() {
    for (const auto& [step, items] : columns_) {
      for (std::size_t i = 0; i < items.size(); ++i)
        place_[items[i]] = (static_cast<double>(i) + 0.5) / static_cast<double>(items.size());
    }
  }

  void sort_columns() {
    constexpr int sweeps = 8;
    set_places();
    for (int sweep = 0; sweep < sweeps; ++sweep) {
      const bool by_behind = sweep % 2 == 0;
      for (auto& [step, items] : columns_) {
        if (step == columns_.begin()->first) continue;
        std::map<std::size_t, double> wish;
        for (const std::size_t item : items) wish[item] = middle_of_tied(item, by_behind);
        std::ranges::stable_sort(items, {}, [&](std::size_t item) { return wish[item]; });
        set_places();
      }
    }
  }

  double middle_of_tied(std::size_t item, bool by_behind) const {
    const auto& links = by_behind ? evidence_.behind(item) : evidence_.ahead(item);
    if (links.empty()) return place_.at(item);
    double sum = 0;
    for (const std::size_t number : links) {
      const EvidenceLink& link = evidence_.links()[number];
      sum += place_.at(by_behind ? link.earlier : link.later);
    }
    return sum / static_cast<double>(links.size());
  }

  void place_knots() {
    int x = margin_left;
    for (const auto& [step, items] : columns_) {
      layout_.columns.push_back(x);
      layout_.steps.push_back(step);
      for (const std::size_t item : items) {
        knot_of_[item] = layout_.knots.size();
        layout_.knots.push_back(
            {.item = item,
             .x = x,
             .y = picture_top + static_cast<int>(place_[item] * room_),
             .loose = step < evidence_.step_count() && evidence_.ahead(item).empty() && !evidence_.is_replaced(item)});
      }
      layout_.width = x + wide_[step - 1] + margin_right;
      x += std::max(least_between, wide_[step - 1] + margin_right);
    }
  }

  void tie_threads() {
    std::set<std::tuple<std::size_t, std::size_t, Evidence>> seen;
    for (const EvidenceLink& link : evidence_.links()) {
      if (!seen.emplace(link.earlier, link.later, link.bearing).second) continue;
      layout_.threads.push_back(
          {.from = knot_of_.at(link.earlier), .to = knot_of_.at(link.later), .bearing = link.bearing});
    }
  }

  const EvidenceGraph& evidence_;
  std::map<std::size_t, std::vector<std::size_t>> columns_;  // by step
  std::map<std::size_t, double> place_;
  std::map<std::size_t, std::size_t> knot_of_;
  const std::vector<int>& wide_;
  int room_ = 0;
  OverviewLayout layout_;
};

}  // namespace

OverviewLayout lay_out_overview(const EvidenceGraph& evidence, const std::vector<std::size_t>& order,
                                const std::vector<int>& room) {
  return OverviewMaker(evidence, order, room).make();
}

}  // namespace vav
