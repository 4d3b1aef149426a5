// Text in a picture that is laid out before anybody knows which font shows it: measured on the safe side.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace vav {

// Bold text counts as so much larger. By DejaVu Sans Bold, the widest of the fonts that stand in for the theme's (where
// none of those is installed): no line of the sample sites is more than 1.10 times as wide in it as text_width() says.
inline constexpr double bold_factor = 1.12;

// At least the width of the text in any of the theme's sans-serif fonts, in units of the font's size:
// for each character the widest of Segoe UI, Roboto, Noto Sans, Liberation Sans and Arial. REQUIRES: valid UTF-8.
double text_width(std::string_view text, double font_size);

struct LabelLines {
  std::vector<std::string> lines;
  bool cut = false;  // there was more: the last line ends with an ellipsis
};

// Breaks at spaces, and after hyphens; a word that is too long for a line is cut. No line is wider than `width`.
// REQUIRES: most_lines >= 1; `width` holds a few characters.
LabelLines wrap_label(std::string_view text, double width, double font_size, std::size_t most_lines);

}  // namespace vav
