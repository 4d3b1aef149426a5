// The search page, and a page for each value of each facet: what a reader without JavaScript browses instead.
#pragma once

#include <vector>

#include "render/facet_pages.h"
#include "render/list_pages.h"
#include "render/site_data.h"
#include "render/site_model.h"

namespace vav {

// In the site's own language.
std::vector<PagePlan> plan_search_pages(const SiteModel& model, const SiteData& data, const FacetPages& facets);

}  // namespace vav
