// Paths in the output tree and links between them. An output path is relative, with "/" between parts and no "." or
// "..": "moten/traff-2/index.html".
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace vav {

// Who reads the site. From a folder every link must name a file; a web server shows a page at the address of its
// folder.
enum class Target { disk, web };

// The link that leads from one output path to another, relative, so that it works from a folder on disk:
// ("moten/traff-2/index.html", "aktorer/uka/index.html") -> "../../aktorer/uka/index.html".
std::string relative_link(std::string_view from, std::string_view to);
// The same for who reads the site: on the web a page in a folder is linked to by the folder, "../../aktorer/uka/". `to`
// may end in a fragment.
std::string relative_link(std::string_view from, std::string_view to, Target target);
// What follows the address of the site in that of a page: "aktorer/uka/index.html" on disk, "aktorer/uka/" on the web.
// The start page is "" there.
std::string shown_address(std::string_view path, Target target);
// The address of a site as it is used everywhere: http or https, a host, a path that ends in "/", and nothing else.
// Nothing when the text is no such address.
std::optional<std::string> normal_base_url(std::string_view text);
// Of the address of a site, such as "https://example.org/kunskap/": "/kunskap/", from the root of the server. "/" when
// there is no address.
std::string root_of(std::string_view base_url);

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
