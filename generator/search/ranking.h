// From expanded words to ranked documents of one index: fewest missing words, then highest score, then the order of
// the documents.
// The twin of assets/search/ranking.js, to the last bit of a score: a change in one is a change in the other, and so is
// the order of operations (tests/search/ranking_test.js).
#pragma once

#include <cstdint>
#include <vector>

#include "search/expansion.h"
#include "search/search_index.h"

namespace vav {

struct RankedDocument {
  std::uint32_t document;
  // How many of the query's words the document lacks, those counted in part that have something like them.
  int missing;
  double score;
};

// Best first.
std::vector<RankedDocument> rank_documents(SearchIndex& index, const ExpandedQuery& query);

}  // namespace vav
