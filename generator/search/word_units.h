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
inline bool is_separator(char16_t unit) {
  if (unit > u'-' && unit < 0xA0) return false;
  if (unit < 0x80) return unit == u' ' || unit == u'-' || (unit >= 0x09 && unit <= 0x0D);
  if (unit > 0xA0 && unit < 0x1680) return false;
  return unit == 0xA0 || unit == 0x1680 || (unit >= 0x2000 && unit <= 0x200A) || unit == 0x2028 || unit == 0x2029 ||
         unit == 0x202F || unit == 0x205F || unit == 0x3000 || unit == 0xFEFF;
}

// \s of JavaScript, which is also what its trim() takes away.
inline bool is_space(char16_t unit) {
  return unit != u'-' && is_separator(unit);
}

// The units a trimmer keeps: \w for "en", lunr-languages' wordCharacters and the digits for "sv", their union for
// several languages. REQUIRES: every language is "sv" or "en".
UnitSet word_units(const std::vector<std::string>& languages);

// Without the longest prefix and the longest suffix of units outside `kept`.
std::u16string_view trim_to(const UnitSet& kept, std::u16string_view token);

}  // namespace vav
