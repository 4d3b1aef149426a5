// Swedish personal identity and coordination numbers in running text, and what all numbers in text share.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace vav {

// Bytes of the text that was searched.
struct PersonalDatum {
  std::size_t offset = 0, length = 0;
};

// YYMMDD-XXXX or YYYYMMDD-XXXX, with a dash, a plus or nothing between; a day of the calendar (plus 60 in a
// coordination number) and the right check digit.
std::vector<PersonalDatum> find_personal_numbers(std::string_view text);

// How many digits stand at the offset.
std::size_t count_digits(std::string_view text, std::size_t offset);
// Whether a number can begin here: not in the middle of a word, a longer number, or a date.
bool starts_number(std::string_view text, std::size_t offset);

}  // namespace vav
