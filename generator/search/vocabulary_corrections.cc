// Typing errors: words of the vocabulary that a reader may have meant.
#include "search/vocabulary.h"

namespace vav {
namespace {

constexpr std::size_t most_corrections = 3;
constexpr std::size_t shortest_misspelt = 5, longest_misspelt = 24;
constexpr std::u16string_view letters = u"abcdefghijklmnopqrstuvwxyzåäöé";

// Calls try_out(variant) for every text one typing error from `word`, its first letter kept but for a swap with the
// second: letters swapped, one too many, one missing, one wrong.
template <typename TryOut>
void for_each_variant(const std::u16string& word, const TryOut& try_out) {
  const std::size_t length = word.size();
  for (std::size_t i = 0; i + 1 < length; ++i) {
    std::u16string variant = word;
    std::swap(variant[i], variant[i + 1]);
    try_out(variant);
  }
  for (std::size_t i = 1; i < length; ++i) try_out(word.substr(0, i) + word.substr(i + 1));
  for (std::size_t i = 1; i <= length; ++i) {
    for (const char16_t letter : letters) try_out(word.substr(0, i) + letter + word.substr(i));
  }
  for (std::size_t i = 1; i < length; ++i) {
    for (const char16_t letter : letters) try_out(word.substr(0, i) + letter + word.substr(i + 1));
  }
}

}  // namespace

std::vector<Correction> Vocabulary::corrections(const ReaderWord& word) const {
  const std::u16string& surface = word.surface;
  if (surface.size() < shortest_misspelt || surface.size() > longest_misspelt ||
      std::any_of(surface.begin(), surface.end(), [](char16_t unit) { return unit >= u'0' && unit <= u'9'; }))
    return {};
  // The first variant that leads to a term is the one to suggest.
  std::map<std::uint32_t, std::u16string> variants;
  for_each_variant(surface, [&](const std::u16string& variant) {
    look_up(stem_of(variant), [&](std::uint32_t number, double) { variants.try_emplace(number, variant); });
  });
  std::vector<Correction> found;
  for (const auto& [number, variant] : variants) found.push_back({number, variant});
  std::stable_sort(found.begin(), found.end(),
                   [&](const Correction& a, const Correction& b) { return spread_[a.term] > spread_[b.term]; });
  if (found.size() > most_corrections) found.resize(most_corrections);
  return found;
}

}  // namespace vav
