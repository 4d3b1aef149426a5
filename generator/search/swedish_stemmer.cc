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

constexpr std::array<u16string_view, 36> main_suffixes = {
    u"a",     u"arna",  u"erna",  u"heterna", u"orna",  u"ad",    u"e",     u"ade", u"ande",
    u"arne",  u"are",   u"aste",  u"en",      u"anden", u"aren",  u"heten", u"ern", u"ar",
    u"er",    u"heter", u"or",    u"as",      u"arnas", u"ernas", u"ornas", u"es",  u"ades",
    u"andes", u"ens",   u"arens", u"hetens",  u"erns",  u"at",    u"andet", u"het", u"ast"};
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

// Length of the longest suffix of the list that `region` ends with, or 0.
template <std::size_t N>
std::size_t longest_suffix(u16string_view region, const std::array<u16string_view, N>& suffixes) {
  std::size_t longest = 0;
  for (const u16string_view suffix : suffixes) {
    if (suffix.size() > longest && region.ends_with(suffix)) longest = suffix.size();
  }
  return longest;
}

void drop(std::u16string& word, std::size_t units) {
  word.resize(word.size() - units);
}

}  // namespace

void stem_swedish(std::u16string& word) {
  const std::size_t start = region_start(word);
  if (start >= word.size()) return;
  const auto region = [&] { return start < word.size() ? u16string_view(word).substr(start) : u16string_view(); };

  const std::size_t ending = longest_suffix(region(), main_suffixes);
  if (ending > 0) {
    drop(word, ending);
  } else if (word.back() == u's' && s_ending.find(word[word.size() - 2]) != u16string_view::npos) {
    drop(word, 1);
  }

  if (longest_suffix(region(), consonant_pairs) > 0) drop(word, 1);

  if (region().ends_with(u"lig") || region().ends_with(u"els")) {
    drop(word, 3);
  } else if (region().ends_with(u"ig")) {
    drop(word, 2);
  } else if (region().ends_with(u"löst") || region().ends_with(u"fullt")) {
    drop(word, 1);
  }
}

}  // namespace vav
