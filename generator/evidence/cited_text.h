// What a citation rests on, as plain text: without markup, in the words of the file.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "config/schema.h"
#include "pages/page.h"

namespace vav {

// The text that an anchor of the page stands for: a passage its own; a heading the text from there to the next heading
// of its level or above; "" the whole page, which is its title, its summary, its public fields and its text. Paragraphs
// and the like are divided by line ends. Nothing for an anchor that stands for no text, such as the sign of a footnote.
std::optional<std::string> cited_text(const Page& page, const Kind& kind, std::string_view anchor);

}  // namespace vav
