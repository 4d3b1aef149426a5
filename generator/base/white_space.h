// The characters that separate words, or stand between them without being seen.
#pragma once

#include <string>
#include <string_view>

namespace vav {

// White space of any sort, line ends and no-break spaces too.
bool is_white_space(char32_t character);
// Soft hyphens, joiners, the byte order mark: what has no width.
bool is_without_width(char32_t character);

// Without white space and what has no width, at both ends; so nothing is left of a text that only looks filled in.
// REQUIRES: valid UTF-8.
std::string_view trim_unseen(std::string_view text);

// As readers see it on one line, and as they search for it.
std::string without_soft_hyphens(std::string_view text);

}  // namespace vav
