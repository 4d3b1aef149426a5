// UTF-8 text as bytes: validation, characters, lines, trimming, escaping. For case, normalisation and order see
// unicode.h.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vav {

// Byte offset of the first byte that is not valid UTF-8 (overlong forms, surrogates and values above U+10FFFF are not),
// if any.
std::optional<std::size_t> find_invalid_utf8(std::string_view text);

// Number of characters (Unicode scalar values). REQUIRES: valid UTF-8.
std::size_t count_characters(std::string_view text);

// Calls visit(character, offset) for each character. REQUIRES: valid UTF-8.
char32_t decode_character(std::string_view text, std::size_t& offset);
void append_utf8(std::string& out, char32_t character);

// Lines without their ends; "\n" and "\r\n" end a line. A last line without an end counts when it is not empty.
std::vector<std::string_view> split_lines(std::string_view text);
std::vector<std::string_view> split(std::string_view text, char separator);
std::string join(const std::vector<std::string>& parts, std::string_view between);

// Without spaces, tabs and line ends at both sides.
std::string_view trim(std::string_view text);
bool is_blank(std::string_view text);
std::string replace_all(std::string_view text, std::string_view from, std::string_view to);
// Runs of spaces, tabs and line ends become one space, none at the ends. U+00A0 stays: whoever wrote it meant it.
std::string collapse_spaces(std::string_view text);
// A to Z alone: for names of formats, which are ASCII (names of people: base/unicode.h).
std::string to_lower_ascii(std::string_view text);

// & < > " ' as character references.
std::string escape_html(std::string_view text);
void append_escaped_html(std::string& out, std::string_view text);

// 1-based line and column (in characters) of a byte offset.
struct LineColumn {
  int line;
  int column;
};
LineColumn locate(std::string_view text, std::size_t offset);

// The one of `candidates` nearest to `word` by edit distance (Damerau, on characters, case folded), or nothing when
// none is near enough to be worth a "did you mean" (more than a third of the word's length apart). Ties: the first.
std::optional<std::string> nearest(std::string_view word, const std::vector<std::string>& candidates);

}  // namespace vav
