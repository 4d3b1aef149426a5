#include "search/token_pipeline.h"

#include <algorithm>
#include <cstddef>
#include <unicode/normalizer2.h>
#include <unicode/unistr.h>
#include <unicode/ustring.h>
#include <utility>

#include "base/check.h"
#include "search/english_stemmer.h"
#include "search/stop_words.h"
#include "search/swedish_stemmer.h"

namespace vav {
namespace {

// Lower-cases Latin 1 in place; returns whether there is anything else that may have a case. Without branches, so that
// the compiler does many units at once where their number is fixed.
bool lower_latin_1(char16_t* units, std::size_t count) {
  unsigned other = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const unsigned unit = units[i];
    const unsigned ascii = (unit - 'A' < 26U) ? 1U : 0U;
    const unsigned accented = (unit - 0xC0U < 31U) & (unit != 0xD7U);
    units[i] = static_cast<char16_t>(unit + ((ascii | accented) << 5U));
    other |= (unit >= 0x100U) & (unit - 0x2000U >= 0x70U);
  }
  return other != 0;
}

std::u16string lower_any(std::u16string_view text) {
  std::u16string result(text);
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

}  // namespace

bool is_search_language(std::string_view language) {
  return language == "sv" || language == "en";
}

// Nearly all text is Latin 1 with some punctuation of U+2000 to U+206F, which has no case; there no letter depends on
// its neighbours, and ICU is not needed.
std::u16string lower_utf16(std::u16string_view text) {
  constexpr std::size_t block = 32;
  std::u16string result(text);
  bool other = false;
  std::size_t at = 0;
  for (; at + block <= result.size(); at += block) other |= lower_latin_1(&result[at], block);
  other |= lower_latin_1(&result[at], result.size() - at);
  if (!other) return result;
  return lower_any(text);
}

std::u16string nfc_utf16(std::u16string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  const icu::UnicodeString result =
      nfc->normalize(icu::UnicodeString(text.data(), static_cast<int32_t>(text.size())), status);
  VAV_CHECK(U_SUCCESS(status));
  return {result.getBuffer(), static_cast<std::size_t>(result.length())};
}

std::vector<TokenPlace> split_tokens(std::u16string_view text) {
  std::vector<TokenPlace> places;
  split_tokens(text, places);
  return places;
}

void split_tokens(std::u16string_view text, std::vector<TokenPlace>& places) {
  places.clear();
  std::size_t start = 0;
  for (std::size_t end = 0; end <= text.size(); ++end) {
    if (end < text.size() && !is_separator(text[end])) continue;
    if (end > start) places.push_back({static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(end - start)});
    start = end + 1;
  }
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
  const std::u16string_view kept = trim(token);
  if (kept.size() < token.size()) token = std::u16string(kept);
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
