// lunr 2.3.9's English stemmer: a Porter variant that differs from libstemmer's "porter" and "english" on thousands of
// words.
#pragma once

#include <string>

namespace vav {

// Replaces a lower-case word by its stem, "agreed" -> "agre". Works on UTF-16 units; letters beyond a-z count as
// consonants.
void stem_english(std::u16string& word);

}  // namespace vav
