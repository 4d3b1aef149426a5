#include "authoring/yaml_text.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

#include "base/text.h"
#include "base/unicode.h"

namespace vav {
namespace {

// YAML's printable characters, less those that some readers take for the end of a line.
bool is_printable(char32_t c) {
  return c >= 0x20 && (c < 0x7F || c > 0x9F) && c != 0x2028 && c != 0x2029 && c != 0xFEFF && c != 0xFFFE && c != 0xFFFF;
}

bool all_printable(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (!is_printable(decode_character(text, at))) return false;
  }
  return true;
}

bool is_letter_or_digit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

// Signs of every sort mean something to YAML at the start of a value.
bool starts_safely(std::string_view text) {
  const auto byte = static_cast<unsigned char>(text.front());
  if (byte < 0x80) return is_letter_or_digit(text.front()) || text.front() == '(';
  std::size_t at = 0;
  return decode_character(text, at) > 0xA0;
}

// Readers of YAML 1.1 know more words and numbers than we do.
bool means_something_else(std::string_view text) {
  static constexpr std::array<std::string_view, 9> words = {"true", "false", "null", "yes", "no",
                                                            "on",   "off",   "y",    "n"};
  if (std::ranges::find(words, to_lower(text)) != words.end()) return true;
  const bool digit_first = text.front() >= '0' && text.front() <= '9';
  return digit_first && text.find_first_not_of("0123456789.,:_+-abcdefoxABCDEFOX") == std::string_view::npos;
}

bool is_safe_plain(std::string_view text) {
  if (text.empty() || trim(text) != text || !all_printable(text)) return false;
  const bool has_sign =
      text.find(": ") != std::string_view::npos || text.ends_with(':') || text.find(" #") != std::string_view::npos;
  return !has_sign && starts_safely(text) && !means_something_else(text);
}

std::string double_quoted(std::string_view text) {
  std::string out = "\"";
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = decode_character(text, at);
    if (c == U'"' || c == U'\\') out += '\\';
    if (is_printable(c)) {
      append_utf8(out, c);
    } else {
      out += fmt::format("\\u{:04X}", static_cast<std::uint32_t>(c));
    }
  }
  return out + "\"";
}

}  // namespace

std::string yaml_text(std::string_view text) {
  if (is_safe_plain(text)) return std::string(text);
  const bool has_marks = text.find_first_of("\"\\") != std::string_view::npos;
  // Easier to read than a row of backslashes.
  if (has_marks && all_printable(text)) return "'" + replace_all(text, "'", "''") + "'";
  return double_quoted(text);
}

}  // namespace vav
