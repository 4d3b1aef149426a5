// Entries of redirect_from. Used inside this room only.
#pragma once

#include <optional>
#include <string_view>

#include "pages/page.h"

namespace vav {

// `[ADDRESS][#OLD-PLACE] [-> PLACE]`, one of the first two at least; a place on the page may have "#" before it.
// Nothing when it is none: an address that leads out of the site or that some disk or server cannot hold, a place that
// is no id. The place in the file is not set.
std::optional<FormerAddress> read_former_address(std::string_view text);

}  // namespace vav
