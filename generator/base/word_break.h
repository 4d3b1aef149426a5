// Where a long word may break at the end of a line, as people write it: universitets|kanslers|ämbetet.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vav {

struct WordBreak {
  std::u32string letters;           // the word, or how it begins; in lower case, without the joints
  std::vector<std::size_t> joints;  // before which letters; ascending, each once, never 0
};

// Nothing when it is not one word with a joint or more, each between two letters. REQUIRES: valid UTF-8.
std::optional<WordBreak> parse_word_break(std::string_view written);

}  // namespace vav
