// Parts that a page lists of itself, such as the sections of a source, and the pages whose links name them (vav.yaml,
// `listed_in`).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "config/schema.h"
#include "diagnostics/diagnostic.h"
#include "pages/page.h"

namespace vav {

struct Relation;

struct CitedPart {
  std::string name;                // as the list has it
  Place place;                     // in the list
  std::size_t value = 0;           // index into FieldValues::values
  std::vector<std::size_t> pages;  // that cite it, in page order, each once
};

// The list in one field of a page.
struct CitedList {
  std::size_t field = 0;  // index into the kind's fields
  std::vector<CitedPart> parts;
};

// What the matching reads of the graph that is being woven.
struct CitationInputs {
  const std::vector<Relation>& relations;
  const std::vector<Page>& pages;
  const std::vector<bool>& on_site;
  const std::vector<std::vector<std::size_t>>& twins;  // by page: the same page in other languages
  const Schema& schema;
};

// By page: its lists. Reports unknown-section at every link that names what is not on the list of the page it points
// at (or, where that has none, of its twin), then uncited-section at every part that no page names. A page without a
// list takes any words.
std::vector<std::vector<CitedList>> match_cited_parts(const CitationInputs& inputs, Diagnostics& diagnostics);

// The parts of `names` that the words name: "Slutsatser, not 55" names Slutsatser, "Förord; Slutsatser" both, and
// "Slutsatser, Tydliga mål" both when both are listed. Empty when any piece between semicolons begins with none of
// them. Case and runs of spaces do not count.
std::vector<std::size_t> named_parts(std::string_view words, const std::vector<std::string>& names);

}  // namespace vav
