#include "evidence/normal_text.h"

#include <algorithm>

#include "base/text.h"
#include "base/unicode.h"
#include "base/white_space.h"

namespace vav {
namespace {

constexpr std::u32string_view double_quotes = U"\u0022\u00AB\u00BB\u201C\u201D\u201E\u201F\u2033";
constexpr std::u32string_view single_quotes = U"\u0027\u2018\u2019\u201A\u201B\u2032\u2039\u203A";
constexpr std::u32string_view dashes = U"\u002D\u2010\u2011\u2012\u2013\u2014\u2015\u2212";
constexpr char32_t ellipsis = U'\u2026';

bool among(std::u32string_view characters, char32_t one) {
  return characters.find(one) != std::u32string_view::npos;
}

}  // namespace

std::string normal_text(std::string_view text) {
  // What has no width may stand between a letter and its accent, so it goes before the accents join.
  std::string kept;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t start = i;
    const char32_t character = decode_character(text, i);
    if (!is_without_width(character)) kept += text.substr(start, i - start);
  }
  kept = to_nfc(kept);
  std::string normal;
  bool space = false;
  for (std::size_t i = 0; i < kept.size();) {
    const std::size_t start = i;
    const char32_t character = decode_character(kept, i);
    if (is_white_space(character)) {
      space = !normal.empty();
      continue;
    }
    if (space) normal += ' ';
    space = false;
    if (among(double_quotes, character))
      normal += '"';
    else if (among(single_quotes, character))
      normal += '\'';
    else if (among(dashes, character))
      normal += '-';
    else if (character == ellipsis)
      normal += "...";
    else
      normal.append(kept, start, i - start);
  }
  return normal;
}

}  // namespace vav
