#include "search/token_pipeline.h"

#include <algorithm>
#include <cstddef>
#include <unicode/ustring.h>
#include <utility>

#include "base/check.h"
#include "search/english_stemmer.h"
#include "search/stop_words.h"
#include "search/swedish_stemmer.h"

namespace vav {

bool is_search_language(std::string_view language) {
  return language == "sv" || language == "en";
}

std::u16string lower_utf16(std::u16string_view text) {
  bool ascii = true;
  for (const char16_t unit : text) ascii = ascii && unit < 0x80;
  std::u16string result(text);
  if (ascii) {
    for (char16_t& unit : result) {
      if (unit >= u'A' && unit <= u'Z') unit = static_cast<char16_t>(unit + 32);
    }
    return result;
  }
  // Only U+0130 grows, from one unit to two, so a second round is rare.
  for (;;) {
    UErrorCode status = U_ZERO_ERROR;
    const auto room = static_cast<int32_t>(result.size());
    const int32_t length =
        u_strToLower(result.data(), room, text.data(), static_cast<int32_t>(text.size()), "", &status);
    const bool fits = length <= room;
    result.resize(static_cast<std::size_t>(length));
    if (fits) {
      VAV_CHECK(U_SUCCESS(status));
      return result;
    }
  }
}

std::vector<TokenPlace> split_tokens(std::u16string_view text) {
  std::vector<TokenPlace> places;
  std::size_t start = 0;
  for (std::size_t end = 0; end <= text.size(); ++end) {
    if (end < text.size() && !is_separator(text[end])) continue;
    if (end > start) places.push_back({static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(end - start)});
    start = end + 1;
  }
  return places;
}

TokenPipeline::TokenPipeline(std::vector<std::string> languages)
    : languages_(std::move(languages)), kept_(word_units(languages_)) {
  VAV_CHECK(!languages_.empty());
  for (const std::string& language : languages_) VAV_CHECK(is_search_language(language));
}

bool TokenPipeline::is_stop_word(std::u16string_view trimmed) const {
  return std::any_of(languages_.begin(), languages_.end(),
                     [&](const std::string& language) { return vav::is_stop_word(language, trimmed); });
}

void TokenPipeline::stem(std::u16string& word) const {
  for (const std::string& language : languages_) {
    if (language == "sv") {
      stem_swedish(word);
    } else {
      stem_english(word);
    }
  }
}

bool TokenPipeline::make_term(std::u16string& token) const {
  token = std::u16string(trim(token));
  if (is_stop_word(token)) return false;
  stem(token);
  return true;
}

std::vector<std::string> TokenPipeline::search_names() const {
  if (languages_.size() == 1 && languages_.front() == "sv") return {"trimmer-sv", "stemmer-sv"};
  std::vector<std::string> names;
  names.reserve(languages_.size());
  for (const std::string& language : languages_) names.emplace_back(language == "sv" ? "stemmer-sv" : "stemmer");
  return names;
}

}  // namespace vav
