#include "theme/colour.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <string>

namespace vav {
namespace {

std::optional<double> parse_channel(std::string_view digits) {
  constexpr double greatest = 255;
  int value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
  if (error != std::errc{} || end != digits.data() + digits.size() || value < 0) return std::nullopt;
  return value / greatest;
}

// Relative luminance, https://www.w3.org/TR/WCAG22/#dfn-relative-luminance
double luminance(const Colour& colour) {
  const auto linear = [](double part) {
    return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue);
}

}  // namespace

std::optional<Colour> parse_colour(std::string_view text) {
  if (!text.starts_with('#') || (text.size() != 4 && text.size() != 7)) return std::nullopt;
  std::string digits;
  for (const char digit : text.substr(1)) digits.append(text.size() == 4 ? 2 : 1, digit);
  const auto red = parse_channel(std::string_view(digits).substr(0, 2));
  const auto green = parse_channel(std::string_view(digits).substr(2, 2));
  const auto blue = parse_channel(std::string_view(digits).substr(4, 2));
  if (!red || !green || !blue) return std::nullopt;
  return Colour{*red, *green, *blue};
}

double contrast(const Colour& a, const Colour& b) {
  const double one = luminance(a);
  const double other = luminance(b);
  return (std::max(one, other) + 0.05) / (std::min(one, other) + 0.05);
}

}  // namespace vav
