#include "render/search_pages.h"

#include <fmt/format.h>

#include "base/text.h"
#include "render/list_groups.h"
#include "render/list_series.h"
#include "render/page_data.h"
#include "render/search_documents.h"

namespace vav {
namespace {

class SearchPlanner {
 public:
  SearchPlanner(const SiteModel& model, const SiteData& data, const FacetPages& facets)
      : model_(model), data_(data), facets_(facets), language_(model.config.lang) {}

  std::vector<PagePlan> plan() && {
    List facets;
    for (std::size_t facet = 0; facet < facets_.table().facets.size(); ++facet) {
      for (std::size_t value = 0; value < facets_.table().facets[facet].values.size(); ++value) {
        if (!facets_.has_own_page(facet, value)) continue;
        for (PagePlan& one : split_list(plan_value(facet, value), list_keys, model_, data_))
          plans_.push_back(std::move(one));
      }
      facets.push_back(facets_.choices(facet, no_value));
    }
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
  PagePlan plan_value(std::size_t facet, std::size_t value) const {
    const SearchFacet& rule = facets_.table().facets[facet];
    const std::string address = facets_.address_of(facet, value);
    const std::string title = fmt::format("{}: {}", rule.label, rule.values[value].label);
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
        .set("groups", groups_by_kind(facet, value))
        .set("facets", List{facets_.choices(facet, value)})
        .set("translations", List{})
        .set("count", facets_.pages_of(facet, value).size());
    return {address, language_, "list.html", std::move(page).build(), "the pages of " + title};
  }

  List groups_by_kind(std::size_t facet, std::size_t value) const {
    List groups;
    for (const std::size_t kind : facets_.kinds_of(facet, value)) {
      List items;
      for (const std::size_t page : facets_.pages_of(facet, value)) {
        if (model_.pages[page].kind == kind) items.push_back(data_.card(page, language_));
      }
      const std::string& label = data_.kind(kind, language_).at("title_many").text_or_empty();
      groups.push_back(group_value(groups.size() + 1, label, {}, language_, std::move(items)));
    }
    return groups;
  }

  const SiteModel& model_;
  const SiteData& data_;
  const FacetPages& facets_;
  std::string language_;
  std::vector<PagePlan> plans_;
};

}  // namespace

std::vector<PagePlan> plan_search_pages(const SiteModel& model, const SiteData& data, const FacetPages& facets) {
  return SearchPlanner(model, data, facets).plan();
}

}  // namespace vav
