// Texts as they are compared: what a typesetter decides does not count, every word and every other sign does.
#pragma once

#include <string>
#include <string_view>

namespace vav {

// Normalisation form C; runs of white space of any sort become one space, none at the ends; soft hyphens and what has
// no width fall away; every double quotation mark becomes ", every single one and the apostrophe ', every dash and
// hyphen -, and … three full stops. Applying it twice gives the same as once. REQUIRES: valid UTF-8.
std::string normal_text(std::string_view text);

}  // namespace vav
