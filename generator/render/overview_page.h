// The page that shows the whole knowledge base at once: every item of the chain as a knot, every link as a thread, and
// in tables what each step and each beginning leads to.
#pragma once

#include <vector>

#include "render/list_pages.h"

namespace vav {

// One page, or none for a site that has none (SiteModel::has_overview). It leads to those of `plans`, all other pages
// without a file, that are over the whole site too.
std::vector<PagePlan> plan_overview(const SiteModel& model, const SiteData& data, const std::vector<PagePlan>& plans);

}  // namespace vav
