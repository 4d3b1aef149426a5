// Blocks between lines of colons. `::: internal` is for editors alone: it is cut out of the source before anything else
// reads it, so that no part of vav can let it out. `::: lang en` says that what stands in it is in another language.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostic.h"

namespace vav {

// Lines of the text, from 1: those of the colons. A block that is not closed ends after the last line.
struct LanguageBlock {
  int first_line = 1, last_line = 1;
  std::string language;  // "" = what stands there is no language, and was reported
};

// The text that may be published. It has the lines of the source, and the columns of all that is left: what is hidden
// is blank, and the lines around a block in another language are `language_line`.
struct PublicText {
  std::string text;
  std::vector<LanguageBlock> languages;
  std::vector<std::string> internal_targets;  // what links in hidden text lead to, as DocumentLink::target
  // Lines that look like the start of a block, but were taken for code because of a fence further up.
  std::vector<int> taken_for_code;
};

// Ends every block of Markdown before it, stands alone in the tree, and does not end a comment around it.
constexpr std::string_view language_line = "<?vav?>";

// Reports unclosed-block, unknown-block and bad-language. What is not public beyond doubt is hidden. `first_line` is
// the number that the first line of the source has in the file `path`.
PublicText cut_blocks(std::string_view source, const std::string& path, int first_line, Diagnostics& diagnostics);

// Asks the parser whether all that was taken for code is code, and hides the rest of the page where it is not.
// REQUIRES: find_complexity() has nothing to say about the text.
void hide_what_is_no_code(PublicText& text, const std::string& path, int first_line, Diagnostics& diagnostics);

// en, sv, en-GB, zh-Hant: the shape of a BCP 47 tag.
bool is_language_code(std::string_view code);

}  // namespace vav
