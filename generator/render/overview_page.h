// The page that shows the whole knowledge base at once: every item of the chain as a knot, every link as a thread, and
// in tables what each step and each beginning leads to.
#pragma once

#include <vector>

#include "render/list_pages.h"

namespace vav {

// One page, or none for a site without a chain or without links in it.
std::vector<PagePlan> plan_overview(const SiteModel& model, const SiteData& data);

}  // namespace vav
