// Words too common to be indexed.
#pragma once

#include <string_view>

namespace vav {

// Whether `word` (lower-case, trimmed) is on the stop word list of "sv" or "en".
bool is_stop_word(std::string_view language, std::u16string_view word);

}  // namespace vav
