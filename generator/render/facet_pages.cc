#include "render/facet_pages.h"

#include <algorithm>
#include <fmt/format.h>
#include <utility>

#include "base/address.h"
#include "base/unicode.h"
#include "render/list_groups.h"
#include "render/list_series.h"

namespace vav {
namespace {

Value choice_value(const std::string& label, const std::string& address, std::size_t count, bool here) {
  return Value::map({{"label", label}, {"address", address}, {"count", count}, {"here", here}});
}

Value facet_value(const std::string& label, List values) {
  return Value::map({{"label", label}, {"values", std::move(values)}});
}

}  // namespace

FacetPages::FacetPages(const SiteModel& model, const SiteData& data, const FacetTable& table)
    : model_(model), data_(data), table_(table) {
  std::vector<std::size_t> listed;
  for (std::size_t page = 0; page < model.pages.size(); ++page) {
    if (model.is_item(page) && model.graph.item_of(page) == page) listed.push_back(page);
  }
  data.sort(listed);
  for (const SearchFacet& facet : table_.facets) pages_.emplace_back(facet.values.size());
  for (const std::size_t page : listed) {
    for (std::size_t facet = 0; facet < pages_.size(); ++facet) {
      for (const std::size_t value : table_.values_of[page][facet]) pages_[facet][value].push_back(page);
    }
  }
}

bool FacetPages::has_own_page(std::size_t facet, std::size_t value) const {
  const auto& pages = pages_[facet][value];
  const bool of_kind = model_.config.facets[facet].source == FacetRule::Source::kind && !pages.empty();
  return !of_kind || data_.list_address(model_.pages[pages.front()].kind, model_.config.lang).empty();
}

std::string FacetPages::address_of(std::size_t facet, std::size_t value) const {
  if (!has_own_page(facet, value))
    return data_.list_address(model_.pages[pages_[facet][value].front()].kind, model_.config.lang);
  return fmt::format("{}/{}/{}/index.html", folder_of(search_address), table_.facets[facet].id,
                     to_slug(table_.facets[facet].values[value].id));
}

std::vector<std::size_t> FacetPages::kinds_of(std::size_t facet, std::size_t value) const {
  std::vector<std::size_t> kinds;
  for (const std::size_t page : pages_[facet][value]) kinds.push_back(model_.pages[page].kind);
  std::ranges::sort(kinds);
  const auto again = std::ranges::unique(kinds);
  kinds.erase(again.begin(), again.end());
  return kinds;
}

Value FacetPages::choices(std::size_t facet, std::size_t here) const {
  List values;
  for (std::size_t i = 0; i < pages_[facet].size(); ++i) {
    values.push_back(
        choice_value(table_.facets[facet].values[i].label, address_of(facet, i), pages_[facet][i].size(), i == here));
  }
  return facet_value(table_.facets[facet].label, std::move(values));
}

List FacetPages::choices_of_kind(std::size_t kind) const {
  List all;
  for (std::size_t facet = 0; facet < table_.facets.size(); ++facet) {
    const FacetRule& rule = model_.config.facets[facet];
    const bool divides =
        rule.source != FacetRule::Source::kind && std::ranges::find(rule.kinds, kind) == rule.kinds.end();
    if (!divides) continue;
    Value choices = choices_of_kind(kind, facet);
    if (choices.at("values").items().size() > 1) all.push_back(std::move(choices));
  }
  return all;
}

Value FacetPages::choices_of_kind(std::size_t kind, std::size_t facet) const {
  List values;
  for (std::size_t i = 0; i < pages_[facet].size(); ++i) {
    const auto count =
        std::ranges::count_if(pages_[facet][i], [&](std::size_t page) { return model_.pages[page].kind == kind; });
    if (count == 0) continue;
    const std::vector<std::size_t> kinds = kinds_of(facet, i);
    const auto group = static_cast<std::size_t>(std::ranges::find(kinds, kind) - kinds.begin()) + 1;
    const auto before = static_cast<std::size_t>(
        std::ranges::count_if(pages_[facet][i], [&](std::size_t page) { return model_.pages[page].kind < kind; }));
    values.push_back(choice_value(table_.facets[facet].values[i].label,
                                  place_in_list(address_of(facet, i), before, group_id(group)),
                                  static_cast<std::size_t>(count), false));
  }
  return facet_value(table_.facets[facet].label, std::move(values));
}

}  // namespace vav
