// Which UTF-16 units lunr's tokenizer splits at, and which units its trimmers keep.
#pragma once

#include <bitset>
#include <string>
#include <string_view>
#include <vector>

namespace vav {

using UnitSet = std::bitset<0x10000>;

// lunr.tokenizer.separator, /[\s\-]+/: JavaScript's white space and the hyphen. En dash, soft hyphen and joiners stay
// inside words.
bool is_separator(char16_t unit);

// The units a trimmer keeps: \w for "en", lunr-languages' wordCharacters and the digits for "sv", their union for
// several languages. REQUIRES: every language is "sv" or "en".
UnitSet word_units(const std::vector<std::string>& languages);

// Without the longest prefix and the longest suffix of units outside `kept`.
std::u16string_view trim_to(const UnitSet& kept, std::u16string_view token);

}  // namespace vav
