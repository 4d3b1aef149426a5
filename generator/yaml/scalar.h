// What a plain (unquoted) scalar means: YAML 1.2 core schema without octal and hexadecimal numbers.
#pragma once

#include <string>

#include "base/value.h"

namespace vav {

// "" ~ null -> null; true false -> flag; 12 -> whole number; 1.5 1e3 -> number; anything else (dates, yes, 010) ->
// text.
Value plain_scalar(const std::string& text);
// A whole number with a leading zero: YAML 1.1 readers take 010 for eight.
bool looks_octal(const std::string& text);

}  // namespace vav
