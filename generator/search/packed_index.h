// The index as the pages load it: the terms of the Lunr index with where each stands, small, and in pieces that a
// reader's browser can load by term. Weights are not in it: BM25 is computed from frequencies and lengths (search.md
// A8), so that an edited page changes only the pieces of its own words.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "search/lunr_index.h"
#include "search/token_pipeline.h"

namespace vav {

// The texts of one field of a document; tokens of different texts never stand beside each other.
using FieldTexts = std::vector<std::u16string>;
// By field.
using DocumentTexts = std::vector<FieldTexts>;

// How far apart the tokens of two texts of a field are at least.
inline constexpr std::uint32_t text_gap = 64;

struct PackedIndex {
  // In the order of UTF-16 units.
  std::vector<std::u16string> terms;
  // By term, as number_text: for each field that has the term: its number + 1, the number of documents, and for each
  // of them the distance to the one before (the first: to -1), the frequency, and the places: the first as it is, the
  // others as the distance to the one before. Places count tokens, stop words too.
  std::vector<std::string> postings;
  // By term: the number of documents that have it.
  std::vector<std::uint32_t> spread;
  // By field and document: the number of tokens that are in the index.
  std::vector<std::vector<std::uint32_t>> lengths;
};

// REQUIRES: `index` was built over the same documents with the same pipeline, each ref once, and each of its terms
// occurs in `documents`. The result is the same for any number of threads.
PackedIndex pack_index(const std::vector<DocumentTexts>& documents, const LunrIndex& index,
                       const TokenPipeline& pipeline, int threads);

}  // namespace vav
