// The table of who said what of which subject, in the site's own language: all that it counts, one view of it at a
// time, and a page for every number with what it counts.
#pragma once

#include <vector>

#include "render/list_pages.h"
#include "render/site_data.h"
#include "render/site_model.h"

namespace vav {

// None where vav.yaml declares no matrix, or it has no rows or columns.
std::vector<PagePlan> plan_matrix(const SiteModel& model, const SiteData& data);

}  // namespace vav
