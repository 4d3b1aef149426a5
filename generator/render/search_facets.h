// What hits of a search can be narrowed by, as vav.yaml declares it, and which pages have which values.
#pragma once

#include <vector>

#include "render/site_data.h"
#include "render/site_model.h"
#include "search/search_document.h"

namespace vav {

struct FacetTable {
  // In the order of vav.yaml, each with the values that some page has, labelled in the site's own language: kinds and
  // items in the order of lists, years from the newest.
  std::vector<SearchFacet> facets;
  // By page and facet: positions of the page's values, rising. A list's introduction has none.
  std::vector<std::vector<std::vector<std::size_t>>> values_of;
};

FacetTable collect_facets(const SiteModel& model, const SiteData& data);

}  // namespace vav
