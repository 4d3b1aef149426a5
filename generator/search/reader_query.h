// What a reader wrote, taken apart: words, phrases in quotation marks, words and phrases with a minus before them.
// The twin of assets/search/reader-query.js: a change in one is a change in the other (tests/search/ranking_test.js).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "search/token_pipeline.h"

namespace vav {

struct ReaderWord {
  std::u16string surface;
  std::u16string stem;
  // Counts tokens, so that the places of a phrase can be compared with those of the index.
  std::uint32_t place = 0;
  bool stop = false;
  // The reader may not have finished it.
  bool last = false;
};

struct ReaderQuery {
  // Stop words are kept: names and phrases have them.
  std::vector<ReaderWord> words;
  // Positions in words.
  std::vector<std::vector<std::size_t>> phrases;
  std::vector<ReaderWord> excluded;
  std::vector<std::vector<ReaderWord>> excluded_phrases;
};

// `months`: January first; none = dates in figures stay as they are.
ReaderQuery parse_reader_query(const TokenPipeline& pipeline, const std::vector<std::u16string>& months,
                               std::u16string_view reader_text);

}  // namespace vav
