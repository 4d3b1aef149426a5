#include "base/personal_number.h"

#include <algorithm>
#include <array>
#include <string>

namespace vav {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
char at(std::string_view text, std::size_t offset) {
  return offset < text.size() ? text[offset] : ' ';
}

int number(std::string_view digits) {
  int value = 0;
  for (const char c : digits) value = value * 10 + (c - '0');
  return value;
}

bool is_day(int year, int month, int day) {
  constexpr std::array<int, 12> lengths = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (month < 1 || month > 12 || day < 1 || day > lengths.at(static_cast<std::size_t>(month) - 1)) return false;
  const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  return month != 2 || day != 29 || leap;
}

bool has_check_digit(std::string_view ten) {
  int sum = 0;
  for (std::size_t i = 0; i < ten.size(); ++i) {
    const int product = (ten[i] - '0') * (i % 2 == 0 ? 2 : 1);
    sum += product / 10 + product % 10;
  }
  return sum % 10 == 0;
}

// Ten digits, or twelve with the century.
bool is_personal_number(std::string_view digits) {
  const std::string_view ten = digits.substr(digits.size() - 10);
  const int month = number(ten.substr(2, 2)), written_day = number(ten.substr(4, 2));
  const int day = written_day > 60 ? written_day - 60 : written_day;
  const auto fits = [&](int century) { return is_day(century * 100 + number(ten.substr(0, 2)), month, day); };
  const int century = digits.size() == 12 ? number(digits.substr(0, 2)) : 0;
  if (century != 0 && (century < 18 || century > 20)) return false;
  return (century != 0 ? fits(century) : fits(19) || fits(20)) && has_check_digit(ten);
}

// Bytes of the sign between date and number; 0 = there is none. People's editors make better dashes of theirs.
std::size_t dash_length(std::string_view text, std::size_t offset) {
  for (const std::string_view sign : {"-", "+", "–", "−", "‑"}) {
    if (text.substr(std::min(offset, text.size())).starts_with(sign)) return sign.size();
  }
  return 0;
}

// Bytes of the number that begins here; 0 = none does.
std::size_t personal_number_length(std::string_view text, std::size_t offset) {
  const std::size_t first = count_digits(text, offset);
  std::string digits(text.substr(offset, first));
  std::size_t end = offset + first;
  if (first == 6 || first == 8) {
    const std::size_t dash = dash_length(text, end);
    if (dash == 0 || count_digits(text, end + dash) != 4) return 0;
    digits += text.substr(end + dash, 4);
    end += dash + 4;
  } else if (first != 10 && first != 12) {
    return 0;
  }
  return !is_letter(at(text, end)) && is_personal_number(digits) ? end - offset : 0;
}

}  // namespace

std::size_t count_digits(std::string_view text, std::size_t offset) {
  std::size_t count = 0;
  while (is_digit(at(text, offset + count))) ++count;
  return count;
}

bool starts_number(std::string_view text, std::size_t offset) {
  if (offset == 0) return true;
  const char before = text[offset - 1];
  if (is_digit(before) || is_letter(before)) return false;
  return (before != '-' && before != '.') || offset < 2 || !is_digit(text[offset - 2]);
}

std::vector<PersonalDatum> find_personal_numbers(std::string_view text) {
  std::vector<PersonalDatum> found;
  for (std::size_t offset = 0; offset < text.size(); ++offset) {
    if (!is_digit(text[offset])) continue;
    const std::size_t length = starts_number(text, offset) ? personal_number_length(text, offset) : 0;
    if (length > 0) found.push_back({offset, length});
    offset += std::max(length, count_digits(text, offset)) - 1;
  }
  return found;
}

}  // namespace vav
