// Swedish and English text in sentences, well enough to show a link in its context.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "markdown/source_text.h"

namespace vav {

// The sentence of `text` in which the bytes [begin, end) stand, spaces collapsed; a long one is cut at word bounds
// around them, with "…".
std::string sentence_around(std::string_view text, std::size_t begin, std::size_t end);

// Every sentence of `text`, as whoever counts its words sees them, without the spaces around it.
std::vector<ByteRange> split_sentences(std::string_view text);

}  // namespace vav
