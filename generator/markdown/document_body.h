// The HTML of a document, finished but for what its links lead to: pieces of text, each with a hole after it.
#pragma once

#include <string>
#include <vector>

namespace vav {

struct BodyPart {
  enum class Hole { none, link_start, link_end, image, wikilink, back_label, data };

  std::string html;  // before the hole
  Hole hole = Hole::none;
  int link = -1;      // index in Document::links(); of data, in Document::data_blocks()
  std::string title;  // of a link or image
  std::string text;   // of an image: what stands for it; of a wikilink: what it shows when its target gives no text
};

struct DocumentBody {
  std::vector<BodyPart> parts;
  std::vector<std::string> anchors;  // sorted
};

}  // namespace vav
