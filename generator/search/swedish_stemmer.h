// The Swedish Snowball stemmer as lunr-languages 1.22.0 and libstemmer 2.2.0 have it. Our own code, because libstemmer
// 3 changed Swedish (snowball #47, #152): a newer system must not change which words find which pages.
#pragma once

#include <string>

namespace vav {

// Replaces a lower-case word by its stem, "åtgärderna" -> "åtgärd". Works on UTF-16 units.
void stem_swedish(std::u16string& word);

}  // namespace vav
