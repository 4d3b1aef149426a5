// The HTML of a document, finished but for what its links lead to: pieces of text, each with a hole after it.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "markdown/document.h"

namespace vav {

struct BodyPart {
  enum class Hole { none, link_start, link_end, image, wikilink, back_label, place, passage, data, run };

  std::string html;  // before the hole
  Hole hole = Hole::none;
  int link = -1;      // index in Document::links(); of data, in Document::data_blocks(); of a run: of its block in
                      // Document::linkable()
  std::string title;  // of a link or image
  // Of an image: what stands for it; of a wikilink: what it shows when its target gives no text; of a place (the
  // beginning of what has an id) and a passage (its end): its id; of a run: its words, which are those of its block,
  // byte for byte, but for line ends.
  std::string text;
  std::size_t start = 0;  // of a run: in the text of its block
};

struct DocumentBody {
  std::vector<BodyPart> parts;
  std::vector<std::string> anchors;  // sorted
};

void write_abbreviation(std::string& html, std::string_view text, const std::string& stands_for);
// The words of a run, with those of `linked` that stand in it marked up; `next` is the first of them not yet written.
void write_run(std::string& html, const BodyPart& run, std::span<const LinkedWords> linked, std::size_t& next);

}  // namespace vav
