#include "base/unicode.h"

#include <algorithm>
#include <unicode/bytestream.h>
#include <unicode/casemap.h>
#include <unicode/coll.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <vector>

#include "base/check.h"
#include "base/text.h"

namespace vav {
namespace {

icu::StringPiece piece(std::string_view text) {
  return {text.data(), static_cast<int32_t>(text.size())};
}

const icu::Normalizer2& normalizer(bool compose) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* found =
      compose ? icu::Normalizer2::getNFCInstance(status) : icu::Normalizer2::getNFKDInstance(status);
  VAV_CHECK(U_SUCCESS(status));
  return *found;
}

bool is_ascii(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::string normalize(std::string_view text, bool compose) {
  std::string result;
  icu::StringByteSink<std::string> sink(&result, static_cast<int32_t>(text.size()));
  UErrorCode status = U_ZERO_ERROR;
  normalizer(compose).normalizeUTF8(0, piece(text), sink, nullptr, status);
  VAV_CHECK(U_SUCCESS(status));
  return result;
}

}  // namespace

std::string to_nfc(std::string_view text) {
  return is_ascii(text) ? std::string(text) : normalize(text, true);
}

std::string to_lower(std::string_view text) {
  std::string result;
  icu::StringByteSink<std::string> sink(&result, static_cast<int32_t>(text.size()));
  UErrorCode status = U_ZERO_ERROR;
  icu::CaseMap::utf8ToLower("", 0, piece(text), sink, nullptr, status);
  VAV_CHECK(U_SUCCESS(status));
  return result;
}

char32_t to_lower(char32_t character) {
  return static_cast<char32_t>(u_tolower(static_cast<UChar32>(character)));
}

bool is_word_character(char32_t character) {
  if (character < 0x80)
    return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z') ||
           (character >= '0' && character <= '9');
  const auto code = static_cast<UChar32>(character);
  return u_isalnum(code) != 0 || (U_GET_GC_MASK(code) & U_GC_M_MASK) != 0;
}

std::string capitalize(std::string_view text) {
  if (text.empty()) return {};
  std::size_t offset = 0;
  const char32_t first = decode_character(text, offset);
  std::string result;
  append_utf8(result, static_cast<char32_t>(u_toupper(static_cast<UChar32>(first))));
  result += text.substr(offset);
  return result;
}

std::string fold(std::string_view text) {
  if (is_ascii(text)) return to_lower(text);
  const std::string decomposed = to_lower(normalize(text, false));
  std::string result;
  for (std::size_t offset = 0; offset < decomposed.size();) {
    const char32_t character = decode_character(decomposed, offset);
    if (u_charType(static_cast<UChar32>(character)) != U_NON_SPACING_MARK) append_utf8(result, character);
  }
  return result;
}

std::u16string to_utf16(std::string_view text) {
  const icu::UnicodeString wide = icu::UnicodeString::fromUTF8(piece(text));
  return {wide.getBuffer(), static_cast<std::size_t>(wide.length())};
}

std::string to_utf8(std::u16string_view text) {
  std::string result;
  const icu::UnicodeString wide(text.data(), static_cast<int32_t>(text.size()));
  wide.toUTF8String(result);
  return result;
}

std::string to_slug(std::string_view text) {
  std::string slug;
  for (const char c : fold(text)) {
    const bool keep = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (keep) {
      slug += c;
    } else if (!slug.empty() && slug.back() != '-') {
      slug += '-';
    }
  }
  while (slug.ends_with('-')) slug.pop_back();
  return slug;
}

struct Collator::State {
  std::unique_ptr<icu::Collator> collator;
};

Collator::Collator(const std::string& language) : state_(std::make_unique<State>()) {
  UErrorCode status = U_ZERO_ERROR;
  state_->collator.reset(icu::Collator::createInstance(icu::Locale(language.c_str()), status));
  VAV_CHECK(U_SUCCESS(status));
  // Numbers in titles sort as numbers: "Åtgärd 2" before "Åtgärd 10".
  state_->collator->setAttribute(UCOL_NUMERIC_COLLATION, UCOL_ON, status);
  VAV_CHECK(U_SUCCESS(status));
}

Collator::~Collator() = default;
Collator::Collator(Collator&&) noexcept = default;
Collator& Collator::operator=(Collator&&) noexcept = default;

std::string Collator::sort_key(std::string_view text) const {
  const icu::UnicodeString wide = icu::UnicodeString::fromUTF8(piece(text));
  std::vector<std::uint8_t> key(static_cast<std::size_t>(wide.length()) * 8 + 16);
  int32_t length = state_->collator->getSortKey(wide, key.data(), static_cast<int32_t>(key.size()));
  if (static_cast<std::size_t>(length) > key.size()) {
    key.resize(static_cast<std::size_t>(length));
    length = state_->collator->getSortKey(wide, key.data(), length);
  }
  return {key.begin(), key.begin() + length};
}

std::string Collator::register_letter(std::string_view text) const {
  for (std::size_t offset = 0; offset < text.size();) {
    const auto character = static_cast<UChar32>(decode_character(text, offset));
    if (u_isdigit(character)) return "#";
    if (!u_isalpha(character)) continue;
    std::string letter;
    append_utf8(letter, static_cast<char32_t>(u_toupper(character)));
    // A letter of the language's own alphabet stands for itself; one with another mark (É) sorts as its base letter.
    const std::string base = capitalize(fold(letter));
    const auto same_primary = [&](const std::string& a, const std::string& b) {
      UErrorCode status = U_ZERO_ERROR;
      const std::unique_ptr<icu::Collator> primary(state_->collator->clone());
      primary->setStrength(icu::Collator::PRIMARY);
      return primary->compareUTF8(piece(a), piece(b), status) == UCOL_EQUAL;
    };
    return same_primary(letter, base) ? base : letter;
  }
  return "#";
}

}  // namespace vav
