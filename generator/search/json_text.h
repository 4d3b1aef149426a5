// JSON as JavaScript's JSON.stringify writes it, from UTF-16.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace vav {

// A string literal with its quotes: only ", \, what is below U+0020 and lone surrogates are escaped.
void append_json_string(std::string& out, std::u16string_view text);

// What is written behind `at`, and how many bytes that takes; the end is returned.
std::size_t number_size(std::size_t number);
char* write_number(char* at, std::size_t number);

// thousandths / 1000 as JavaScript prints that number. REQUIRES: a whole number below 10^15 in size, or not finite
// ("null").
std::size_t thousandths_size(double thousandths);
char* write_thousandths(char* at, double thousandths);

}  // namespace vav
