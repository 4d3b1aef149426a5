#include "yaml/scalar.h"

#include <charconv>
#include <string_view>

namespace vav {
namespace {

bool all_digits(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

std::string_view without_sign(std::string_view text) {
  if (text.starts_with('-') || text.starts_with('+')) text.remove_prefix(1);
  return text;
}

}  // namespace

bool looks_octal(const std::string& text) {
  const std::string_view digits = without_sign(text);
  return digits.size() > 1 && digits.front() == '0' && all_digits(digits);
}

Value plain_scalar(const std::string& text) {
  if (text.empty() || text == "~" || text == "null" || text == "Null" || text == "NULL") return {};
  if (text == "true" || text == "True" || text == "TRUE") return true;
  if (text == "false" || text == "False" || text == "FALSE") return false;
  const char* start = text.data() + (text.front() == '+' ? 1 : 0);
  const char* end = text.data() + text.size();
  if (all_digits(without_sign(text)) && !looks_octal(text)) {
    std::int64_t number = 0;
    const auto [stop, error] = std::from_chars(start, end, number);
    if (error == std::errc() && stop == end) return number;
  }
  const bool may_be_number = text.find_first_of("0123456789") != std::string::npos &&
                             text.find_first_not_of("+-.0123456789eE") == std::string::npos && !looks_octal(text);
  if (may_be_number) {
    double number = 0;
    const auto [stop, error] = std::from_chars(start, end, number);
    if (error == std::errc() && stop == end) return number;
  }
  return text;
}

}  // namespace vav
