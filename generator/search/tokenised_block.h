// A run of documents, sent through the pipeline by one thread: its terms as first seen, and how often each field holds
// them. Blocks one after another give the order that lunr numbers terms in, wherever they are cut.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "search/lunr_index.h"
#include "search/term_table.h"
#include "search/token_pipeline.h"

namespace vav {

// `term` is a number in TokenisedBlock::terms.
struct TermCount {
  std::uint32_t term;
  std::uint32_t count;
};

struct TermOccurrence {
  std::uint32_t term;
  Occurrence occurrence;
};

struct TokenisedBlock {
  TermTable terms;
  // Of all fields of all documents one after another, in each the distinct terms as first seen. Field f of the block's
  // document d is number d * number of fields + f.
  std::vector<TermCount> counts;
  std::vector<std::size_t> count_ends;
  // Number of tokens of each field, stop words left out.
  std::vector<std::uint32_t> lengths;
  // In how many documents the field holds the term: [term * number of fields + field].
  std::vector<std::uint32_t> holders;
  // Every token, only when places are asked for.
  std::vector<TermOccurrence> occurrences;
  std::vector<std::size_t> occurrence_ends;

  std::span<const TermCount> counts_of(std::size_t field_number) const {
    const std::size_t start = field_number == 0 ? 0 : count_ends[field_number - 1];
    return std::span(counts).subspan(start, count_ends[field_number] - start);
  }
};

TokenisedBlock tokenise_block(const TokenPipeline& pipeline, std::span<const IndexDocument> documents, bool places);

}  // namespace vav
