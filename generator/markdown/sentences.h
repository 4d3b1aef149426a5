// Swedish and English text in sentences, well enough to show a link in its context.
#pragma once

#include <string>
#include <string_view>

namespace vav {

// The sentence of `text` in which the bytes [begin, end) stand, spaces collapsed; a long one is cut at word bounds
// around them, with "…".
std::string sentence_around(std::string_view text, std::size_t begin, std::size_t end);

}  // namespace vav
