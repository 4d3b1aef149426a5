#include "base/white_space.h"

#include "base/text.h"

namespace vav {
namespace {

constexpr std::u32string_view spaces =
    U"\u0009\u000A\u000B\u000C\u000D\u0020\u0085\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008"
    U"\u2009\u200A\u2028\u2029\u202F\u205F\u3000";
constexpr std::u32string_view without_width = U"\u00AD\u200B\u200C\u200D\u2060\uFEFF";

}  // namespace

bool is_white_space(char32_t character) {
  return spaces.find(character) != std::u32string_view::npos;
}

bool is_without_width(char32_t character) {
  return without_width.find(character) != std::u32string_view::npos;
}

std::string_view trim_unseen(std::string_view text) {
  std::size_t begin = text.size(), end = 0;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t start = i;
    const char32_t character = decode_character(text, i);
    if (is_white_space(character) || is_without_width(character)) continue;
    if (end == 0) begin = start;
    end = i;
  }
  return end == 0 ? std::string_view() : text.substr(begin, end - begin);
}

std::string without_soft_hyphens(std::string_view text) {
  return replace_all(text, "\u00AD", "");
}

}  // namespace vav
