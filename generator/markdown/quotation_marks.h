// Words in double quotation marks, where the same mark may open and close and quotations may stand within quotations.
#pragma once

#include <optional>
#include <string_view>

#include "markdown/source_text.h"

namespace vav {

// Without white space, and what has no width, at the end.
std::string_view without_unseen_end(std::string_view text);

// The words within the quotation mark that ends the text and the one that opens it; nothing when the text does not end
// with a mark, or no mark stands before it. Where it is not plain which mark opens, it is the first that may: rather
// too many words are taken for quoted than too few.
std::optional<ByteRange> quoted_words_at_end(std::string_view text);

}  // namespace vav
