// Pins of references, written into the text of a file so that no other byte changes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "pages/page.h"

namespace vav {

struct NewPin {
  std::size_t reference = 0;  // index into Page::references
  std::string pin;
};

// `bytes` is the whole file from which `page` was read, byte order mark and all. A pin that is there is written over,
// within its quotation marks. A reference without one gets a key `pin` after its target; one that is a bare name
// becomes a map of both. Fails where the place cannot be found or the file, read anew, would say anything else than
// before.
Result<std::string> with_pins(std::string_view bytes, const Page& page, const std::vector<NewPin>& pins,
                              const SiteConfig& config);

}  // namespace vav
