// A new entry in redirect_from of a page, every other byte of the file kept.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace vav {

// The file with `entry` as the last of redirect_from; the key is added at the end of the front matter when it is not
// there. Lists in brackets and lists of lines keep their form, a single value becomes a list in brackets. Nothing when
// the front matter, or what stands under the key, cannot be read so. REQUIRES: valid UTF-8.
std::optional<std::string> with_redirect(std::string_view file, std::string_view entry);

}  // namespace vav
