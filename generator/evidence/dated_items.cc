#include "evidence/dated_items.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace vav {
namespace {

// Whether a day may lie within a date of which only the year or month is known.
bool may_contain(const Date& partial, const Date& other) {
  if (partial.year != other.year) return false;
  if (partial.month == 0) return true;
  return partial.month == other.month && (partial.day == 0 || partial.day == other.day);
}

std::optional<Date> date_of(const Page& page, const TimelineDate& rule) {
  const FieldValues* field = page.kind == rule.kind ? page.find_field(rule.field) : nullptr;
  return field == nullptr ? std::nullopt : parse_date(field->values.front().text_or_empty());
}

// Dates of one rule, in the order of the kind's list.
void set_places(std::vector<DatedItem>& items) {
  Date before;
  for (DatedItem& one : items) {
    one.place = may_contain(one.date, before) ? std::max(one.date, before) : one.date;
    before = one.place;
  }
}

// The item of the list that an item points at, if any.
std::optional<std::size_t> find_parent(const DatedItem& one, const TimelineDate& rule, const KnowledgeGraph& graph,
                                       const std::vector<std::optional<std::size_t>>& first_of) {
  for (const std::size_t edge : graph.outgoing(one.item)) {
    const Relation& relation = graph.relations()[edge];
    const std::size_t parent = graph.item_of(relation.to);
    if (relation.type == *rule.under && parent != one.item && first_of[parent]) return first_of[parent];
  }
  return std::nullopt;
}

}  // namespace

bool has_dated_items(const std::vector<Page>& pages, const std::vector<bool>& on_site, const SiteConfig& config) {
  for (std::size_t page = 0; page < pages.size(); ++page) {
    if (!on_site[page] || pages[page].role != SourceRole::page) continue;
    for (const TimelineDate& rule : config.timeline.dates)
      if (date_of(pages[page], rule)) return true;
  }
  return false;
}

DatedItems collect_dated_items(const std::vector<Page>& pages, const std::vector<bool>& on_site,
                               const KnowledgeGraph& graph, const SiteConfig& config,
                               const std::vector<std::size_t>& ranks) {
  DatedItems dated;
  std::vector<std::size_t> order(pages.size());
  std::iota(order.begin(), order.end(), 0);
  std::ranges::sort(order, {}, [&](std::size_t page) { return std::pair(ranks[page], page); });
  for (std::size_t rule = 0; rule < config.timeline.dates.size(); ++rule) {
    const TimelineDate& wanted = config.timeline.dates[rule];
    std::vector<DatedItem> items;
    for (const std::size_t page : order) {
      const bool is_item = on_site[page] && pages[page].role == SourceRole::page && graph.item_of(page) == page;
      const auto date = is_item ? date_of(pages[page], wanted) : std::nullopt;
      if (date) items.push_back({page, rule, *date, *date, {}});
    }
    set_places(items);
    dated.all.insert(dated.all.end(), items.begin(), items.end());
  }
  std::ranges::stable_sort(dated.all, {}, &DatedItem::place);
  // Only what hangs on nothing itself may bear others, so that no circle can arise.
  std::vector<std::optional<std::size_t>> first_of(pages.size());
  for (std::size_t i = dated.all.size(); i-- > 0;) {
    if (!config.timeline.dates[dated.all[i].rule].under) first_of[dated.all[i].item] = i;
  }
  for (std::size_t i = 0; i < dated.all.size(); ++i) {
    const TimelineDate& rule = config.timeline.dates[dated.all[i].rule];
    const auto parent = rule.under ? find_parent(dated.all[i], rule, graph, first_of) : std::nullopt;
    if (parent)
      dated.all[*parent].below.push_back(i);
    else
      dated.roots.push_back(i);
  }
  return dated;
}

}  // namespace vav
