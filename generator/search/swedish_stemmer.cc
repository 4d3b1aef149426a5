#include "search/swedish_stemmer.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

namespace vav {
namespace {

using std::u16string_view;

constexpr u16string_view vowels = u"aeiouyäåö";
// Letters after which a final s is an ending.
constexpr u16string_view s_ending = u"bcdfghjklmnoprtvy";

// By last letter, and of each letter the longest first, so that few are looked at and the first that fits is the
// longest.
constexpr std::array<u16string_view, 36> main_suffixes = {
    u"heterna", u"arna", u"erna", u"orna",   u"a",     u"ad",    u"ande",  u"arne",  u"aste",
    u"ade",     u"are",  u"e",    u"anden",  u"heten", u"aren",  u"ern",   u"en",    u"heter",
    u"ar",      u"er",   u"or",   u"hetens", u"andes", u"arens", u"arnas", u"ernas", u"ornas",
    u"ades",    u"erns", u"ens",  u"as",     u"es",    u"andet", u"ast",   u"het",   u"at"};
constexpr std::array<u16string_view, 7> consonant_pairs = {u"dd", u"gd", u"nn", u"dt", u"gt", u"kt", u"tt"};

bool is_vowel(char16_t unit) {
  return vowels.find(unit) != u16string_view::npos;
}

// Where the region R1 begins: after the first non-vowel that follows a vowel, but not within the first three units.
std::size_t region_start(u16string_view word) {
  std::size_t at = 0;
  while (at < word.size() && !is_vowel(word[at])) ++at;
  while (at < word.size() && is_vowel(word[at])) ++at;
  if (at >= word.size()) return word.size();
  return std::max<std::size_t>(at + 1, 3);
}

// Length of the longest of the main suffixes that `region` ends with, or 0.
std::size_t main_suffix(u16string_view region) {
  if (region.empty()) return 0;
  bool reached = false;
  for (const u16string_view suffix : main_suffixes) {
    if (suffix.back() != region.back()) {
      if (reached) return 0;
      continue;
    }
    reached = true;
    if (region.ends_with(suffix)) return suffix.size();
  }
  return 0;
}

bool ends_with_pair(u16string_view region) {
  return std::any_of(consonant_pairs.begin(), consonant_pairs.end(),
                     [&](u16string_view pair) { return region.ends_with(pair); });
}

void drop(std::u16string& word, std::size_t units) {
  word.resize(word.size() - units);
}

}  // namespace

void stem_swedish(std::u16string& word) {
  const std::size_t start = region_start(word);
  if (start >= word.size()) return;
  const auto region = [&] { return start < word.size() ? u16string_view(word).substr(start) : u16string_view(); };

  const std::size_t ending = main_suffix(region());
  if (ending > 0) {
    drop(word, ending);
  } else if (word.back() == u's' && s_ending.find(word[word.size() - 2]) != u16string_view::npos) {
    drop(word, 1);
  }

  if (ends_with_pair(region())) drop(word, 1);

  if (region().ends_with(u"lig") || region().ends_with(u"els")) {
    drop(word, 3);
  } else if (region().ends_with(u"ig")) {
    drop(word, 2);
  } else if (region().ends_with(u"löst") || region().ends_with(u"fullt")) {
    drop(word, 1);
  }
}

}  // namespace vav
