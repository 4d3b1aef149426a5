// From a reader's word to terms of the index: its forms, its relatives, compounds with it, and what it may be misspelt
// from. The index is not touched by any of this.
// The twin of assets/search/vocabulary.js: a change in one is a change in the other (tests/search/ranking_test.js).
// What it says about compounds stands in vocabulary_compounds.cc, about typing errors in vocabulary_corrections.cc.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "search/language_rules.h"
#include "search/packed_index.h"
#include "search/reader_query.h"
#include "search/token_pipeline.h"

namespace vav {

// How much a term says about the word, where the word itself says 1.
namespace weight {
inline constexpr double exact = 1, inflected = 0.95, folded = 0.95, composite = 0.85, alias = 0.8, tail = 0.6,
                        derived = 0.5, head = 0.4, prefix = 0.4, beginning = 0.75, near = 0.5, apart = 0.2,
                        first_part = 0.25, misspelt = 0.8, misread = 0.4;
}  // namespace weight

// Units of a part of a compound, at least.
inline constexpr std::size_t shortest_part = 3;

// term -> weight, the highest that it was given. By term here, in the order of addition in JavaScript: nothing that is
// made of it depends on that.
class WeighedTerms {
 public:
  void add(std::uint32_t term, double weight);
  std::size_t size() const { return weights_.size(); }
  const std::map<std::uint32_t, double>& weights() const { return weights_; }
  std::vector<std::uint32_t> terms() const;

 private:
  std::map<std::uint32_t, double> weights_;
};

// A word that the vocabulary has, and the term that it is found by.
struct Correction {
  std::uint32_t term;
  std::u16string surface;
};

// A compound taken apart: terms of its first part, and of its last.
struct CompoundSplit {
  using Slots = std::vector<std::vector<std::uint32_t>>;
  Slots narrow;
  // With their relatives, and compounds with them.
  Slots wide;
};

// Which terms have a key, as one sorted list: hundreds of thousands of terms have no room for a list each.
class TermGroups {
 public:
  struct Entry {
    std::u16string_view key;
    std::uint32_t term;
  };
  // REQUIRES: the key's text lives as long as this.
  void add(std::u16string_view key, std::uint32_t term) { entries_.push_back({key, term}); }
  // To be called when all is added, before find.
  void sort();
  // Terms rising.
  std::span<const Entry> find(std::u16string_view key) const;

 private:
  std::vector<Entry> entries_;
};

// Many texts in one.
class TextList {
 public:
  void add(std::u16string_view text);
  std::size_t size() const { return ends_.size(); }
  std::u16string_view operator[](std::size_t i) const {
    const std::size_t begin = i == 0 ? 0 : ends_[i - 1];
    return std::u16string_view(text_).substr(begin, ends_[i] - begin);
  }

 private:
  std::u16string text_;
  std::vector<std::size_t> ends_;
};

// Whether `term` may be what a reader meant who wrote `typed`: equal but for diacritics that `typed` lacks.
bool meant_by(std::u16string_view typed, std::u16string_view term);

class Vocabulary {
 public:
  // All three must outlive it.
  Vocabulary(const PackedIndex& packed, const LanguageRules& rules, const TokenPipeline& pipeline);
  Vocabulary(const Vocabulary&) = delete;
  Vocabulary& operator=(const Vocabulary&) = delete;
  Vocabulary(Vocabulary&&) = delete;
  Vocabulary& operator=(Vocabulary&&) = delete;
  ~Vocabulary() = default;

  std::u16string_view term(std::uint32_t number) const { return packed_.terms[number]; }
  // Bits of the number of documents that have the term.
  unsigned spread(std::uint32_t number) const { return spread_[number]; }
  std::u16string stem_of(std::u16string_view word) const;
  bool is_irregular(const std::u16string& stem) const { return irregular_.contains(stem); }
  // A word that says little in a question.
  bool is_light(const std::u16string& stem) const { return light_.contains(stem); }

  // Terms that are the word itself, in any form. Of the word its surface and its stem count.
  WeighedTerms itself(const ReaderWord& word) const;
  void add_relatives(std::u16string_view stem, WeighedTerms& found) const;
  // Compounds with the word, and what begins with it when the reader may not have finished.
  void add_longer(const ReaderWord& word, const WeighedTerms& itself, WeighedTerms& found) const;
  // Ways to take a compound apart into words that the vocabulary has.
  std::vector<CompoundSplit> splits(const ReaderWord& word, bool is_known) const;
  // The terms of a long word that stands first in a compound whose rest the vocabulary lacks: "arbetsmiljö" in
  // "arbetsmiljölagstiftning".
  WeighedTerms long_first_part(const ReaderWord& word) const;
  // Words one typing error away, the most common first.
  std::vector<Correction> corrections(const ReaderWord& word) const;

 private:
  // Where a word stands in a term.
  struct Candidate {
    std::uint32_t term;
    std::size_t begin;
    std::size_t end;
  };
  struct Compounds {
    std::vector<std::uint32_t> last;
    std::vector<std::uint32_t> other;
  };

  // Calls found(term, factor) for the terms that a reader who writes `stem` may mean.
  template <typename Found>
  void look_up(std::u16string_view stem, const Found& found) const {
    for (const TermGroups::Entry& entry : by_folded_.find(fold(stem))) {
      if (term(entry.term) == stem) {
        found(entry.term, 1.0);
      } else if (meant_by(stem, term(entry.term))) {
        found(entry.term, weight::folded);
      }
    }
  }
  bool has(std::u16string_view stem) const;

  std::u16string_view root(std::u16string_view folded) const;
  std::vector<std::u16string> parts_of(std::u16string_view term) const;
  std::vector<std::u16string> inflections(const std::u16string& stem) const;
  std::vector<std::u16string> irregular_forms(const std::u16string& stem) const;
  bool is_word_unit(char16_t unit) const;
  void add_parts(const ReaderWord& word, WeighedTerms& found) const;
  void add_unfinished(const ReaderWord& word, WeighedTerms& found) const;

  bool is_first_part(std::u16string_view text) const;
  bool is_rest(std::u16string_view text) const;
  Compounds compounds_of(const std::vector<std::u16string>& stems) const;
  std::vector<std::uint32_t> real_compounds(std::vector<Candidate> candidates) const;
  WeighedTerms first_part(std::u16string_view text) const;
  std::vector<std::uint32_t> widened(const WeighedTerms& found, std::u16string_view text) const;

  const PackedIndex& packed_;
  const LanguageRules& rules_;
  const TokenPipeline& pipeline_;
  // By term: without diacritics; spread.
  TextList folded_;
  std::vector<std::uint8_t> spread_;
  std::vector<std::u16string> folded_derivations_;
  TermGroups by_folded_, by_root_, by_part_;
  // The parts that by_part_ has views of.
  TextList parts_;
  std::unordered_set<std::u16string> light_;
  // Stem -> stems of the group.
  std::unordered_map<std::u16string, std::vector<std::u16string>> irregular_;
};

}  // namespace vav
