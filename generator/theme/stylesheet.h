// Stylesheets as they are sent to readers.
#pragma once

#include <string>
#include <string_view>

namespace vav {

// The same rules without comments and without the white space that means nothing: what designers write is for
// designers. Strings and url(…) stay as they are, and so does every space that may mean something, as in `a :hover` and
// `1px + 2px`.
std::string compact_stylesheet(std::string_view css);

}  // namespace vav
