// lunr's way from text to terms for one language or several: tokenizer, trimmer, stop word filter, stemmer (search.md
// A2-A6).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "search/word_units.h"

namespace vav {

// Where a token stands in its text, in UTF-16 units.
struct TokenPlace {
  std::uint32_t start = 0;
  std::uint32_t length = 0;
};

// Languages with a stemmer here: "sv" and "en".
bool is_search_language(std::string_view language);

// JavaScript's toLowerCase(): the root locale, context (final sigma) included.
std::u16string lower_utf16(std::u16string_view text);

// Normalisation form C of a text as a browser has it, where surrogates may stand alone.
std::u16string nfc_utf16(std::u16string_view text);

// Maximal runs of units that are no separators.
std::vector<TokenPlace> split_tokens(std::u16string_view text);
// The same into `places`, whose memory is used again.
void split_tokens(std::u16string_view text, std::vector<TokenPlace>& places);

// Safe to use from several threads.
class TokenPipeline {
 public:
  // One language is lunr's own pipeline or lunr-languages'; several are lunr.multiLanguage(...).
  // REQUIRES: at least one language, each is_search_language.
  explicit TokenPipeline(std::vector<std::string> languages);

  std::u16string_view trim(std::u16string_view token) const { return trim_to(kept_, token); }
  bool is_stop_word(std::u16string_view trimmed) const;
  // Through the stemmers of all languages, in order.
  void stem(std::u16string& word) const;

  // The index pipeline over a lower-case token: replaces it by its term (which may be ""), or returns false when it is
  // a stop word.
  bool make_term(std::u16string& token) const;

  // Names of the search pipeline as the index file has them.
  std::vector<std::string> search_names() const;

 private:
  std::vector<std::string> languages_;
  UnitSet kept_;
};

}  // namespace vav
