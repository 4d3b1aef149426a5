#include <algorithm>
#include <set>

#include "base/text.h"
#include "render/search_documents.h"

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

std::string year_of(std::size_t page, const SiteModel& model, const SiteData& data) {
  const auto date = data.date_of(page);
  if (date) return date->iso().substr(0, 4);
  const Page& source = model.pages[page];
  const auto& changed = source.updated ? source.updated : source.published;
  return changed ? changed->iso().substr(0, 4) : "";
}

SearchFacet::Value kind_value(const Kind& kind, const std::string& language) {
  return {kind.folder, capitalize(kind.many.in(language))};
}

SearchFacet collect_facet(const FacetRule& rule, const SiteModel& model, const SiteData& data) {
  const std::string& language = model.config.lang;
  SearchFacet facet{rule.id, rule.label.in(language), {}};
  std::set<std::size_t> kinds;
  std::set<std::size_t> items;
  std::set<std::string, std::greater<>> years;
  for (std::size_t page = 0; page < model.pages.size(); ++page) {
    if (!model.is_item(page)) continue;
    kinds.insert(model.pages[page].kind);
    if (rule.source == FacetRule::Source::items) items.merge(items_of(page, rule, model));
    if (const std::string year = year_of(page, model, data); !year.empty()) years.insert(year);
  }
  if (rule.source == FacetRule::Source::kind) {
    for (const std::size_t kind : kinds) facet.values.push_back(kind_value(model.config.schema.kinds[kind], language));
  } else if (rule.source == FacetRule::Source::year) {
    for (const std::string& year : years) facet.values.push_back({year, year});
  } else {
    std::vector<std::size_t> sorted(items.begin(), items.end());
    data.sort(sorted);
    for (const std::size_t item : sorted) {
      const Page& page = model.pages[item];
      // Boxes are narrow: a long title gives way to its short name.
      const bool is_long = page.title.size() > longest_label && !page.short_name.empty();
      facet.values.push_back({page.id, is_long ? page.short_name : page.title});
    }
  }
  return facet;
}

std::set<std::string> value_ids(std::size_t page, const FacetRule& rule, const SiteModel& model, const SiteData& data) {
  if (!model.is_item(page)) return {};
  if (rule.source == FacetRule::Source::kind) return {model.kind_of(page).folder};
  if (rule.source == FacetRule::Source::year) return {year_of(page, model, data)};
  std::set<std::string> ids;
  for (const std::size_t item : items_of(page, rule, model)) ids.insert(model.pages[item].id);
  return ids;
}

std::vector<std::size_t> values_of(std::size_t page, const FacetRule& rule, const SearchFacet& facet,
                                   const SiteModel& model, const SiteData& data) {
  const std::set<std::string> ids = value_ids(page, rule, model, data);
  std::vector<std::size_t> values;
  for (std::size_t value = 0; value < facet.values.size(); ++value) {
    if (ids.contains(facet.values[value].id)) values.push_back(value);
  }
  return values;
}

}  // namespace

FacetTable collect_facets(const SiteModel& model, const SiteData& data) {
  FacetTable table;
  table.values_of.resize(model.pages.size());
  for (const FacetRule& rule : model.config.facets) {
    const SearchFacet& facet = table.facets.emplace_back(collect_facet(rule, model, data));
    for (std::size_t page = 0; page < model.pages.size(); ++page) {
      std::vector<std::size_t> values;
      if (model.on_site[page]) values = values_of(page, rule, facet, model, data);
      table.values_of[page].push_back(std::move(values));
    }
  }
  return table;
}

}  // namespace vav
