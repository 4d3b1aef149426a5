// The timeline: what has its place in time, year by year, with what hangs on it.
#pragma once

#include <vector>

#include "render/list_pages.h"
#include "render/site_data.h"
#include "render/site_model.h"

namespace vav {

// One page, in the site's own language; where it would be long one a year, and the first page leads to them. None when
// no item has a date that vav.yaml names.
std::vector<PagePlan> plan_timeline_pages(const SiteModel& model, const SiteData& data);

}  // namespace vav
