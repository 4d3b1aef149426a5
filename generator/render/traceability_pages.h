// The tables of what rests on what, in the site's own language: all rows, those of a filter, the same seen from the
// items of each other kind, and a page for each row that lists what its numbers count.
#pragma once

#include <vector>

#include "render/facet_pages.h"
#include "render/list_pages.h"
#include "render/site_data.h"
#include "render/site_model.h"

namespace vav {

// None where the site has no rows.
std::vector<PagePlan> plan_traceability(const SiteModel& model, const SiteData& data, const FacetPages& facets);

}  // namespace vav
