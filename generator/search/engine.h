// The search of one site: ranks over the indexes of all its languages.
// The twin of assets/search/engine.js, without its facets: a change in one is a change in the other
// (tests/search/ranking_test.js).
#pragma once

#include <cstddef>
#include <deque>
#include <string_view>
#include <vector>

#include "search/search_document.h"
#include "search/search_files.h"
#include "search/search_index.h"

namespace vav {

class SearchEngine {
 public:
  // Both must outlive it.
  SearchEngine(const std::vector<SearchDocument>& documents, const std::vector<LanguageIndex>& indexes);

  // A text of white space has all documents as hits, the newest first.
  SearchAnswer search(std::u16string_view text, std::size_t limit);

 private:
  std::deque<SearchIndex> indexes_;
};

}  // namespace vav
