// Paths in the output tree and links between them. An output path is relative, with "/" between parts and no "." or
// "..": "moten/traff-2/index.html".
#pragma once

#include <string>
#include <string_view>

namespace vav {

// The link that leads from one output path to another, relative, so that it works from a folder on disk:
// ("moten/traff-2/index.html", "aktorer/uka/index.html") -> "../../aktorer/uka/index.html".
std::string relative_link(std::string_view from, std::string_view to);

// Joins with one "/" between; an empty side gives the other.
std::string join_path(std::string_view folder, std::string_view name);
// "a/b/c.md" -> "a/b"; "c.md" -> "".
std::string_view folder_of(std::string_view path);
// "a/b/c.md" -> "c.md".
std::string_view file_name(std::string_view path);
// "c.md" -> "md"; no dot -> "".
std::string_view extension(std::string_view path);
// Without ".", "..", "//" as far as they can be resolved: "a/./b/../c" -> "a/c". A path that climbs out keeps its
// leading "..".
std::string normal_path(std::string_view path);

// Two letters a-z, such as sv or en.
bool is_short_language_code(std::string_view text);
// Whether the text may be a path of the site: parts of a-z, 0-9, "-" and ".", none of them empty or of dots alone.
bool is_address(std::string_view text);

}  // namespace vav
