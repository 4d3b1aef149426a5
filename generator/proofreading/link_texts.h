// What stands where a link or a picture tells in words what it is.
#pragma once

#include <string_view>

namespace vav {

// Signs alone, or nothing at all.
bool is_without_words(std::string_view text);

// Words that say nothing of where the link leads when it is read alone: "här", "läs mer", "link", a bare address.
bool is_poor_link_text(std::string_view text);

// The name of a file in place of a description: "bild1.png", "IMG_2041", or that of `target` itself.
bool is_file_name(std::string_view alternative, std::string_view target);

}  // namespace vav
