// Text as a reader meets it: the characters of one block, whatever inline elements they stand in.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace vav {

struct Character {
  char32_t value = 0;       // as it is to be
  char32_t written = 0;     // as it stands in the HTML
  std::uint32_t begin = 0;  // in the HTML
  std::uint32_t length = 0;
  bool fixed = false;  // not to be changed: part of an address, or white space between elements
};

using Flow = std::vector<Character>;

// What stands for an element of which the text around it needs to know only that something is there: code, a picture,
// words in another language. It is no part of a word or number.
inline constexpr char32_t something_else = 0xFFFC;

inline constexpr char32_t no_break_space = 0x00A0;
inline constexpr char32_t soft_hyphen = 0x00AD;

struct Edit {
  std::uint32_t begin = 0, length = 0;  // of what goes; 0 = the replacement is put in
  char32_t replacement = 0;             // 0 = nothing
};

// Takes a character out of the flow, and remembers that it goes from the HTML.
inline void remove_character(Flow& flow, std::size_t at, std::vector<Edit>& edits) {
  edits.push_back({flow[at].begin, flow[at].length, 0});
  flow.erase(flow.begin() + static_cast<std::ptrdiff_t>(at));
}

inline char32_t at(const Flow& flow, std::size_t index) {
  return index < flow.size() ? flow[index].value : 0;
}
// 0 before the start.
inline char32_t before(const Flow& flow, std::size_t index) {
  return index > 0 ? at(flow, index - 1) : 0;
}

inline bool is_plain_space(char32_t c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}
inline bool is_space(char32_t c) {
  return is_plain_space(c) || c == no_break_space || c == 0x202F || c == 0x2009;
}
inline bool is_digit(char32_t c) {
  return c >= '0' && c <= '9';
}
// Either quotation mark of any sort that we or authors write.
inline bool is_quote(char32_t c) {
  return c == '"' || c == '\'' || (c >= 0x2018 && c <= 0x201F) || c == 0x00AB || c == 0x00BB;
}
// What may stand right before a word or number that begins, and right after one that ends.
inline bool opens(char32_t c) {
  return c == 0 || is_space(c) || is_quote(c) || c == '(' || c == '[' || c == '{';
}

}  // namespace vav
