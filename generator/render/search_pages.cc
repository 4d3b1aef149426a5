#include "render/search_pages.h"

#include <algorithm>
#include <fmt/format.h>

#include "base/address.h"
#include "base/text.h"
#include "base/unicode.h"
#include "render/page_data.h"
#include "render/search_documents.h"
#include "render/search_facets.h"

namespace vav {
namespace {

class SearchPlanner {
 public:
  SearchPlanner(const SiteModel& model, const SiteData& data)
      : model_(model), data_(data), language_(model.config.lang), table_(collect_facets(model, data)) {
    for (std::size_t page = 0; page < model.pages.size(); ++page) {
      // A translation is listed where the page that it translates is.
      if (model.is_item(page) && model.graph.item_of(page) == page) listed_.push_back(page);
    }
    data.sort(listed_);
  }

  std::vector<PagePlan> plan() && {
    List facets;
    for (std::size_t facet = 0; facet < table_.facets.size(); ++facet) facets.push_back(plan_facet(facet));
    const std::string title = data_.word(language_, "search_title");
    MapBuilder page = page_frame({.title = title,
                                  .lang = language_,
                                  .address = std::string(search_address),
                                  .menu_key = "search",
                                  .template_name = "search.html",
                                  .breadcrumb = breadcrumb(data_, language_, std::nullopt)},
                                 model_);
    const std::vector<std::string> languages = search_languages(model_);
    page.set("search",
             Value::map({{"indexes", List(languages.begin(), languages.end())}, {"facets", Value(std::move(facets))}}));
    plans_.push_back(
        {std::string(search_address), language_, "search.html", std::move(page).build(), "the search page"});
    return std::move(plans_);
  }

 private:
  // {label, values: [{label, address, count}]}
  Value plan_facet(std::size_t number) {
    const SearchFacet& facet = table_.facets[number];
    List values;
    for (std::size_t i = 0; i < facet.values.size(); ++i) {
      std::vector<std::size_t> pages;
      for (const std::size_t page : listed_) {
        if (std::ranges::find(table_.values_of[page][number], i) != table_.values_of[page][number].end())
          pages.push_back(page);
      }
      values.push_back(Value::map({{"label", facet.values[i].label},
                                   {"address", page_of_value(number, facet.values[i], pages)},
                                   {"count", pages.size()}}));
    }
    return Value::map({{"label", facet.label}, {"values", Value(std::move(values))}});
  }

  // A kind has a list already.
  std::string page_of_value(std::size_t number, const SearchFacet::Value& value,
                            const std::vector<std::size_t>& pages) {
    if (model_.config.facets[number].source == FacetRule::Source::kind && !pages.empty()) {
      const std::string& list = data_.list_address(model_.pages[pages.front()].kind, language_);
      if (!list.empty()) return list;
    }
    std::string address =
        fmt::format("{}/{}/{}/index.html", folder_of(search_address), table_.facets[number].id, to_slug(value.id));
    plans_.push_back(plan_value(address, fmt::format("{}: {}", table_.facets[number].label, value.label), pages));
    return address;
  }

  PagePlan plan_value(const std::string& address, const std::string& title, const std::vector<std::size_t>& pages) {
    List trail = breadcrumb(data_, language_, std::nullopt);
    trail.push_back(
        Value::map({{"title", data_.word(language_, "search_title")}, {"address", std::string(search_address)}}));
    MapBuilder page = page_frame({.title = title,
                                  .lang = language_,
                                  .address = address,
                                  .menu_key = "search",
                                  .template_name = "list.html",
                                  .breadcrumb = std::move(trail)},
                                 model_);
    page.set("intro", Value())
        .set("groups", groups_by_kind(pages))
        .set("translations", List{})
        .set("count", pages.size());
    return {address, language_, "list.html", std::move(page).build(), "the pages of " + title};
  }

  List groups_by_kind(const std::vector<std::size_t>& pages) const {
    List groups;
    for (std::size_t kind = 0; kind < model_.config.schema.kinds.size(); ++kind) {
      List items;
      for (const std::size_t page : pages) {
        if (model_.pages[page].kind == kind) items.push_back(data_.card(page, language_));
      }
      if (items.empty()) continue;
      groups.push_back(Value::map({{"label", data_.kind(kind, language_).at("title_many")},
                                   {"address", Value()},
                                   {"items", Value(std::move(items))}}));
    }
    return groups;
  }

  const SiteModel& model_;
  const SiteData& data_;
  std::string language_;
  FacetTable table_;
  std::vector<std::size_t> listed_;
  std::vector<PagePlan> plans_;
};

}  // namespace

std::vector<PagePlan> plan_search_pages(const SiteModel& model, const SiteData& data) {
  return SearchPlanner(model, data).plan();
}

}  // namespace vav
