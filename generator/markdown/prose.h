// What a document tells those who check how it is written, with places in the source. Says nothing of what is good.
#pragma once

#include <cstddef>
#include <vector>

#include "base/value.h"

namespace vav {

// A sentence of a paragraph or list item.
struct Sentence {
  Place place;  // from its first word to its end, or to the end of the line
  int words = 0;
};

// What looks like one thing and is another to whoever cannot see the page.
struct LookAlike {
  enum class Form {
    bold_paragraph,   // a paragraph that is bold from end to end, without a sign that ends a sentence
    headless_table,   // no cell of the header says anything
    headless_column,  // a column with content, and nothing in its header
  };
  Form form = Form::bold_paragraph;
  Place place;  // of the paragraph's text, of the table's first line, of the empty cell
};

// Bytes of the text that readers do not meet as running text.
struct SourcePart {
  enum class Form { hidden, code };  // hidden: blocks for editors
  Form form = Form::hidden;
  std::size_t begin = 0, end = 0;
};

struct Prose {
  std::vector<Sentence> sentences;
  std::vector<LookAlike> look_alikes;
  std::vector<SourcePart> set_apart;
};

}  // namespace vav
