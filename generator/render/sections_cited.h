// The parts that a page lists of itself, each with the pages that cite it (themes/README.md, `sections_cited`).
#pragma once

#include "render/site_data.h"
#include "render/site_model.h"

namespace vav {

List sections_cited(std::size_t page, const SiteModel& model, const SiteData& data);

}  // namespace vav
