#include "search/word_units.h"

#include <array>
#include <cstddef>

namespace vav {
namespace {

struct UnitRange {
  char16_t first;
  char16_t last;
};

// lunr.sv.wordCharacters of lunr-languages 1.22.0 (the Latin script in the Basic Multilingual Plane, Unicode 7).
constexpr std::array<UnitRange, 31> latin_ranges = {{
    {0x41, 0x5A},     {0x61, 0x7A},     {0xAA, 0xAA},     {0xBA, 0xBA},     {0xC0, 0xD6},     {0xD8, 0xF6},
    {0xF8, 0x2B8},    {0x2E0, 0x2E4},   {0x1D00, 0x1D25}, {0x1D2C, 0x1D5C}, {0x1D62, 0x1D65}, {0x1D6B, 0x1D77},
    {0x1D79, 0x1DBE}, {0x1E00, 0x1EFF}, {0x2071, 0x2071}, {0x207F, 0x207F}, {0x2090, 0x209C}, {0x212A, 0x212B},
    {0x2132, 0x2132}, {0x214E, 0x214E}, {0x2160, 0x2188}, {0x2C60, 0x2C7F}, {0xA722, 0xA787}, {0xA78B, 0xA7AD},
    {0xA7B0, 0xA7B7}, {0xA7F7, 0xA7FF}, {0xAB30, 0xAB5A}, {0xAB5C, 0xAB64}, {0xFB00, 0xFB06}, {0xFF21, 0xFF3A},
    {0xFF41, 0xFF5A},
}};

void add_range(UnitSet& set, char16_t first, char16_t last) {
  for (std::size_t unit = first; unit <= last; ++unit) set.set(unit);
}

}  // namespace

UnitSet word_units(const std::vector<std::string>& languages) {
  UnitSet kept;
  add_range(kept, u'0', u'9');
  for (const std::string& language : languages) {
    if (language == "sv") {
      for (const UnitRange& range : latin_ranges) {
        add_range(kept, range.first, range.last);
      }
    } else {
      add_range(kept, u'A', u'Z');
      add_range(kept, u'a', u'z');
      kept.set(u'_');
    }
  }
  return kept;
}

std::u16string_view trim_to(const UnitSet& kept, std::u16string_view token) {
  std::size_t first = 0;
  while (first < token.size() && !kept.test(token[first])) ++first;
  std::size_t end = token.size();
  while (end > first && !kept.test(token[end - 1])) --end;
  return token.substr(first, end - first);
}

}  // namespace vav
