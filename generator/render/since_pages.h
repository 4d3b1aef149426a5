// What is new: a page that lists the baselines, and for each what has come since, for the whole site and for each item
// that readers may follow.
#pragma once

#include <vector>

#include "render/list_pages.h"
#include "render/site_data.h"
#include "render/site_model.h"

namespace vav {

// In the site's own language. Where there are neither baselines nor a menu that
// names them, there are none. Items without changes have no page.
std::vector<PagePlan> plan_since_pages(const SiteModel& model, const SiteData& data);

// A feed for each baseline, of what has come since; likewise where vav.yaml wants feeds.
std::vector<RenderedFile> make_since_feeds(const SiteModel& model, const SiteData& data);

}  // namespace vav
