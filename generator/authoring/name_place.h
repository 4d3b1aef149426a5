// Where exactly in a file the name stands that a finding is about. Used inside this room only.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "base/value.h"

namespace vav {

// Where in the bytes of a file a place begins (a byte order mark counts as nothing).
std::size_t offset_of(std::string_view file, const Place& place);

// Where the id stands that a reference at the place names: `traff-2`, `"traff-2#x"`, `[[traff-2|…`,
// `../moten/traff-2.md`. npos when what stands there is another name of the page.
std::size_t find_id(std::string_view file, const Place& place, std::string_view id, bool is_path);
// Where Markdown in a value of the front matter links to the id: YAML does not tell where in the value, so these are
// all such links in it. None for a place below the front matter.
std::vector<std::size_t> find_links_in_value(std::string_view file, const Place& place, std::string_view id);
// Where `passage` stands after the first `#` or `->` from the place on, on its line.
std::size_t find_passage(std::string_view file, const Place& place, std::string_view passage);

}  // namespace vav
