// [text]{lang=en}: words in another language than those around them. cmark sees plain text in it, so the tree is
// changed after the parse: what stands between the brackets comes into a node of its own.
#pragma once

#include <string>
#include <unordered_map>

#include "diagnostics/diagnostic.h"
#include "markdown/source_text.h"
#include "markdown/syntax_tree.h"
#include "markdown/wikilinks.h"

namespace vav {

// The nodes that were put in, with their language ("" = it was none, and reported). They are of the type of emphasis,
// which may stand wherever text does, in the cell of a table too.
using LanguageNodes = std::unordered_map<const cmark_node*, std::string>;

// Takes the brackets and the languages out of the tree. Brackets that do not stand in the same text (a link, an
// emphasis, a cell), or that have been escaped, stay as they are. Reports bad-language.
LanguageNodes wrap_languages(const SyntaxTree& tree, const MarkedText& marked, SourceText& source,
                             const std::string& path, Diagnostics& diagnostics);

}  // namespace vav
