// What a page rests on, pole by pole: for, nuanced and against; in each by where it was said, and by whom.
#pragma once

#include "base/value.h"
#include "render/site_data.h"
#include "render/site_model.h"

namespace vav {

// POLEs of themes/README.md, in the order for, nuanced, against.
List page_evidence(std::size_t page, const SiteModel& model, const SiteData& data);

// How many links the poles have together, and how many voices and origins those have, each counted once; null for a
// page without evidence.
Value evidence_total(std::size_t page, const SiteModel& model, const SiteData& data);

}  // namespace vav
