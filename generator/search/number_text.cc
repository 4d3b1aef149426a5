#include "search/number_text.h"

#include <array>

#include "base/check.h"

namespace vav {
namespace {

constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
constexpr std::uint32_t more = 32;

constexpr std::array<std::uint8_t, 128> digit_values = [] {
  std::array<std::uint8_t, 128> values{};
  for (std::size_t i = 0; i < digits.size(); ++i)
    values[static_cast<std::size_t>(digits[i])] = static_cast<std::uint8_t>(i);
  return values;
}();

}  // namespace

void append_number(std::string& text, std::uint32_t number) {
  while (number >= more) {
    text += digits[(number % more) | more];
    number /= more;
  }
  text += digits[number];
}

std::uint32_t NumberReader::next() {
  std::uint32_t number = 0;
  for (unsigned shift = 0;; shift += 5) {
    VAV_CHECK(at_ < text_.size());
    const std::uint32_t digit = digit_values[static_cast<std::size_t>(text_[at_++])];
    number |= (digit % more) << shift;
    if (digit < more) return number;
  }
}

}  // namespace vav
