// The chain of the item that a page is about: as a picture, and as a list with the same links.
#pragma once

#include "base/value.h"
#include "render/site_data.h"
#include "render/site_model.h"

namespace vav {

// CHAIN of themes/README.md. Null for pages outside the chain, and for its first step: what came of a meeting is most
// of the site, and its page tells it part by part.
Value page_chain(std::size_t page, const SiteModel& model, const SiteData& data);

}  // namespace vav
