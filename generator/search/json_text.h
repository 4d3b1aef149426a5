// JSON as JavaScript's JSON.stringify writes it, from UTF-16.
#pragma once

#include <string>
#include <string_view>

namespace vav {

// A string literal with its quotes: only ", \, what is below U+0020 and lone surrogates are escaped.
void append_json_string(std::string& out, std::u16string_view text);

// thousandths / 1000 as JavaScript prints that number. REQUIRES: a whole number below 10^15 in size, or not finite
// ("null").
void append_thousandths(std::string& out, double thousandths);

void append_number(std::string& out, std::size_t number);

}  // namespace vav
