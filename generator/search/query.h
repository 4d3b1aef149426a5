// Ranks the documents of one lunr index for a reader's words. assets/search-ranking.js does the same in the browser,
// with lunr's own query(): same hits, same order, same scores to the last bit (tests/search/ranking_test.js). A change
// here is a change there.
//
// 1. The text is put in NFC, cut at 1,000 units, lower-cased, split and trimmed as when the index was made; at most 32
// words count.
// 2. Stop words are left out unless there is nothing else. Words with the same stem are one word.
// 3. Each word becomes terms of the index: its stem (boost 10), and the terms that begin with the stem (boost 3; of at
// least 3 letters, the
//    last word of at least 2; the 40 shortest, then by UTF-16 order). Nothing of the text reaches a query language, so
//    nothing can throw.
// 4. Score: lunr's for these terms and boosts over all fields.
// 5. Order: fewest missing words, then highest score, then the order of the documents.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "search/lunr_index.h"
#include "search/token_pipeline.h"

namespace vav {

// One word of a query as the index may hold it. Boosts fall from exact to prefix, which choose_passage uses too.
struct QueryTerm {
  std::uint32_t term;
  std::uint32_t word;
  int boost;
};

struct Query {
  // Stems, in the reader's order.
  std::vector<std::u16string> words;
  // By word; within a word the exact term first.
  std::vector<QueryTerm> terms;
};

struct RankedDocument {
  std::uint32_t ref;
  // How many of the query's words the document lacks.
  int missing;
  double score;
};

Query parse_query(const LunrIndex& index, const TokenPipeline& pipeline, std::u16string_view text);

// Best first.
std::vector<RankedDocument> rank_documents(const LunrIndex& index, const Query& query);

}  // namespace vav
