// Where one word of a query stands in an index: the postings of its terms, and of words that stand together. Part of
// the twin of assets/search/ranking.js, as ranking.h is.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "search/expansion.h"
#include "search/search_index.h"

namespace vav {

// A term of this weight or more is the word itself.
inline constexpr double strong_weight = 0.75;

// By field, frequency and best weight by document.
class WordMatches {
 public:
  // REQUIRES: the index outlives it.
  explicit WordMatches(const SearchIndex& index);

  void add(std::size_t field, std::uint32_t document, std::uint32_t frequency, double weight);
  // When all is added.
  void finish(bool is_light);

  bool has(std::uint32_t document) const { return best_[document] > 0; }
  bool is_strong(std::size_t field, std::uint32_t document) const {
    return !weight_[field].empty() && weight_[field][document] >= strong_weight;
  }
  // High for a word that few documents have.
  double rarity() const { return rarity_; }
  // How surely the word is there: 1 for the word itself.
  double certainty(std::uint32_t document) const { return best_[document] >= strong_weight ? 1 : best_[document]; }
  double score(std::uint32_t document) const;

 private:
  const SearchIndex& index_;
  // Of fields without a match nothing is held.
  std::vector<std::vector<std::uint32_t>> frequency_;
  std::vector<std::vector<double>> weight_;
  // By document, of all fields.
  std::vector<double> best_;
  double rarity_ = 0;
};

// By document, whether a sequence stands together in it.
std::vector<bool> documents_with(SearchIndex& index, const Sequence& sequence);

WordMatches match_word(SearchIndex& index, const ExpandedWord& word);

}  // namespace vav
