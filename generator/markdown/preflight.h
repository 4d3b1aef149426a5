// Text that would keep the parser busy for seconds, or make megabytes of HTML from kilobytes, is refused before it is
// parsed. In one pass over the text, by its structure and never by the clock: the same text is refused on every
// machine.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "diagnostics/wording.h"
#include "markdown/syntax_tree.h"

namespace vav {

struct Complexity {
  int line = 1;  // of the text, from 1
  Wording what;  // ends the sentence "this …": "table has too many cells"
};

std::optional<Complexity> find_complexity(std::string_view text);

// The line of a block that nests deeper than any page needs, with all inlines in it.
std::optional<int> find_deep_nesting(cmark_node* root);

}  // namespace vav
