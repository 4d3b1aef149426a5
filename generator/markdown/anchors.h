// First walk over the tree: which elements of the page get an id, so that the second can say where each link stands and
// lead footnotes back.
#pragma once

#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "markdown/source_text.h"
#include "markdown/syntax_tree.h"
#include "markdown/wikilinks.h"

namespace vav {

// {#id} at the end of a paragraph, list item, row or heading.
struct PassageMark {
  std::string id;
  Place place;  // of the id
};

struct Footnote {
  std::string id;
  std::vector<std::string> reference_ids;  // of the places in the text that point at it
};

struct Anchors {
  // id attributes: of paragraphs, items, rows, headings, footnotes and references to them
  std::unordered_map<const cmark_node*, std::string> ids;
  // by paragraph, row or heading, also where the item around it carries the id
  std::unordered_map<const cmark_node*, PassageMark> passages;
  std::unordered_map<const cmark_node*, Footnote> footnotes;
  std::vector<std::string> footnote_ids;  // by number, from 1 at [0]
  std::vector<std::string> all;           // sorted

  const std::string& id_of(const cmark_node* node) const;
};

// Takes the {#id} out of the tree. Reports duplicate-passage and bad-passage.
Anchors find_anchors(cmark_node* root, const MarkedText& marked, SourceText& source, const std::string& path,
                     Diagnostics& diagnostics);

// What a reader sees of the inlines below a node, as plain text; a wikilink without text of its own by its target's
// name.
std::string plain_text(cmark_node* node, const MarkedText& marked);
// What a wikilink shows when nobody has looked up its target.
const std::string& wikilink_text(const Mark& mark);

// The lines of a block in the source; where cmark does not know them (a paragraph cut off before a table), from
// `cursor` on.
ByteRange source_of(cmark_node* block, const SourceText& source, std::size_t cursor);

}  // namespace vav
