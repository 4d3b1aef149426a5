// The report: every claim of the site, numbered, with what it rests on in a numbered appendix, and what follows from
// it.
#pragma once

#include <functional>
#include <vector>

#include "render/list_pages.h"
#include "render/site_data.h"
#include "render/site_model.h"

namespace vav {

// How many bytes a page takes when it is made.
using PageSize = std::function<std::size_t(const PagePlan& plan)>;

// Two pages with the same report: one of the site, and one that stands alone in a single file. On the first a report of
// very many claims ends early and says so. None where no kind of the chain declares evidence, or
// has items, and none that no menu names.
std::vector<PagePlan> plan_report_pages(const SiteModel& model, const SiteData& data, const PageSize& size_of);

}  // namespace vav
