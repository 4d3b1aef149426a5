// Colours as a theme's settings give them, and how well one can be read on another.
#pragma once

#include <optional>
#include <string_view>

namespace vav {

struct Colour {
  double red = 0, green = 0, blue = 0;  // 0 to 1
};

// "#12457f" or "#147".
std::optional<Colour> parse_colour(std::string_view text);

// The contrast ratio of WCAG 2.2, from 1 to 21.
double contrast(const Colour& a, const Colour& b);

}  // namespace vav
