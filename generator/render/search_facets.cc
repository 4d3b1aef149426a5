#include "render/search_facets.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "base/text.h"

namespace vav {
namespace {

// Bytes.
constexpr std::size_t longest_label = 36;

// The items of the facet's kinds that the page is tied to: itself, those its relations lead to, and those found by
// going back along the chain of evidence.
std::set<std::size_t> items_of(std::size_t page, const FacetRule& rule, const SiteModel& model) {
  std::set<std::size_t> items;
  std::set<std::size_t> seen;
  std::vector<std::size_t> waiting = {model.graph.item_of(page)};
  while (!waiting.empty()) {
    const std::size_t at = waiting.back();
    waiting.pop_back();
    if (!seen.insert(at).second) continue;
    if (std::ranges::find(rule.kinds, model.pages[at].kind) != rule.kinds.end() && model.is_item(at)) items.insert(at);
    for (const std::size_t number : model.graph.outgoing(at)) {
      const Relation& relation = model.graph.relations()[number];
      const std::size_t target = model.graph.item_of(relation.to);
      const bool back = model.config.schema.kinds[relation.kind].relations[relation.type].in_chain;
      const bool wanted = std::ranges::find(rule.kinds, model.pages[target].kind) != rule.kinds.end();
      if (back) waiting.push_back(target);
      if (wanted && at == model.graph.item_of(page) && model.is_item(target)) items.insert(target);
    }
  }
  return items;
}

std::optional<std::size_t> year_of(std::size_t page, const SiteModel& model, const SiteData& data) {
  const Page& source = model.pages[page];
  const auto own = data.date_of(page);
  const auto& date = own ? own : source.updated ? source.updated : source.published;
  return date ? std::optional<std::size_t>(static_cast<std::size_t>(date->year)) : std::nullopt;
}

// What the page has of a facet: numbers of kinds or of items, or years.
std::set<std::size_t> keys_of(std::size_t page, const FacetRule& rule, const SiteModel& model, const SiteData& data) {
  if (!model.is_item(page)) return {};
  if (rule.source == FacetRule::Source::kind) return {model.pages[page].kind};
  if (rule.source == FacetRule::Source::items) return items_of(page, rule, model);
  const auto year = year_of(page, model, data);
  return year ? std::set<std::size_t>{*year} : std::set<std::size_t>{};
}

// As readers should meet them.
std::vector<std::size_t> in_order(const std::set<std::size_t>& keys, const FacetRule& rule, const SiteData& data) {
  std::vector<std::size_t> ordered(keys.begin(), keys.end());
  if (rule.source == FacetRule::Source::items) data.sort(ordered);
  if (rule.source == FacetRule::Source::year) std::ranges::reverse(ordered);
  return ordered;
}

SearchFacet::Value value_of(std::size_t key, const FacetRule& rule, const SiteModel& model) {
  if (rule.source == FacetRule::Source::year) return {std::to_string(key), std::to_string(key)};
  if (rule.source == FacetRule::Source::kind) {
    const Kind& kind = model.config.schema.kinds[key];
    return {kind.folder, capitalize(kind.many.in(model.config.lang))};
  }
  const Page& page = model.pages[key];
  // Boxes are narrow: a long title gives way to its short name.
  const bool is_long = page.title.size() > longest_label && !page.short_name.empty();
  return {page.id, is_long ? page.short_name : page.title};
}

}  // namespace

FacetTable collect_facets(const SiteModel& model, const SiteData& data) {
  FacetTable table;
  table.values_of.resize(model.pages.size());
  for (const FacetRule& rule : model.config.facets) {
    std::vector<std::set<std::size_t>> keys(model.pages.size());
    std::set<std::size_t> used;
    for (std::size_t page = 0; page < keys.size(); ++page) {
      keys[page] = keys_of(page, rule, model, data);
      used.insert(keys[page].begin(), keys[page].end());
    }
    SearchFacet& facet = table.facets.emplace_back(SearchFacet{rule.id, rule.label.in(model.config.lang), {}});
    std::map<std::size_t, std::size_t> positions;
    for (const std::size_t key : in_order(used, rule, data)) {
      positions.emplace(key, facet.values.size());
      facet.values.push_back(value_of(key, rule, model));
    }
    for (std::size_t page = 0; page < keys.size(); ++page) {
      std::vector<std::size_t>& values = table.values_of[page].emplace_back();
      for (const std::size_t key : keys[page]) values.push_back(positions.at(key));
      std::ranges::sort(values);
    }
  }
  return table;
}

}  // namespace vav
