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

// A set of documents of one index.
class DocumentSet {
 public:
  explicit DocumentSet(std::size_t documents) : has_(documents) {}
  void add(std::uint32_t document) {
    size_ += has_[document] ? 0 : 1;
    has_[document] = true;
  }
  bool has(std::uint32_t document) const { return has_[document]; }
  std::size_t size() const { return size_; }

 private:
  std::vector<bool> has_;
  std::size_t size_ = 0;
};

// By field, frequency and best weight by document.
class WordMatches {
 public:
  // REQUIRES: the index outlives it.
  explicit WordMatches(const SearchIndex& index);

  void add(std::size_t field, std::uint32_t document, std::uint32_t frequency, double weight);
  // When all is added.
  void finish(bool is_light);

  bool has(std::uint32_t document) const { return documents_.has(document); }
  bool is_strong(std::size_t field, std::uint32_t document) const {
    return !weight_[field].empty() && weight_[field][document] >= strong_weight;
  }
  // High for a word that few documents have.
  double rarity() const { return rarity_; }
  // 1 for the word itself.
  double best_weight(std::uint32_t document) const;
  double score(std::uint32_t document) const;

 private:
  const SearchIndex& index_;
  // Of fields without a match nothing is held.
  std::vector<std::vector<std::uint32_t>> frequency_;
  std::vector<std::vector<double>> weight_;
  DocumentSet documents_;
  DocumentSet strong_;
  double rarity_ = 0;
};

// The documents where a sequence stands together.
DocumentSet documents_with(SearchIndex& index, const Sequence& sequence);

WordMatches match_word(SearchIndex& index, const ExpandedWord& word);

}  // namespace vav
