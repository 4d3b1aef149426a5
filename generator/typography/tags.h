// The tags and character references of a page, as far as setting its text asks for them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace vav {

// What an element is to the text around it.
enum class TextRole : std::uint8_t {
  block,     // ends the text before it: p, li, td and all that is not named otherwise
  line,      // its text runs on with that around it: em, a, span …
  apart,     // stands in the line, but is no part of the words around it: a picture, a button, the mark of a footnote
  verbatim,  // likewise, and its text is no prose: code and the like
};

struct Tag {
  std::size_t end = 0;  // behind its ">"
  std::string name;     // in lower case; "" = a comment, a doctype: nothing that holds text
  TextRole role = TextRole::block;
  bool closes = false;                       // </p>
  bool empty = false;                        // <br>, <path/>: holds nothing
  std::optional<std::string_view> language;  // its `lang`
};

// The tag at a "<"; nothing when that is only a sign.
std::optional<Tag> read_tag(std::string_view html, std::size_t begin);

struct Reference {
  char32_t character = 0;
  std::size_t length = 1;
};
// The character that a "&" begins, or the sign itself.
Reference read_reference(std::string_view html, std::size_t begin);

}  // namespace vav
