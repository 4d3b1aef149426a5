// The coverage report as a page (tackning/), in the site's own language.
#pragma once

#include <vector>

#include "render/list_pages.h"
#include "render/site_data.h"
#include "render/site_model.h"

namespace vav {

// None where there is nothing to report of.
std::vector<PagePlan> plan_coverage(const SiteModel& model, const SiteData& data);

// What the report's lines have to say, for pages beside it: [{label, count, out_of, address}] of those that name
// anything.
List coverage_gaps(const SiteModel& model, const SiteData& data);

}  // namespace vav
