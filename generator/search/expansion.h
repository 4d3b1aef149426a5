// A query with every word turned into terms of one index.
// The twin of assets/search/expansion.js: a change in one is a change in the other (tests/search/ranking_test.js).
#pragma once

#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "search/reader_query.h"
#include "search/token_pipeline.h"
#include "search/vocabulary.h"

namespace vav {

// Words that must stand together: each slot holds the terms that may stand there.
struct Sequence {
  std::vector<std::vector<std::uint32_t>> slots;
  // How far each slot stands from the first; empty = near each other is enough.
  std::vector<std::uint32_t> offsets;
  double weight = 1;
  // Anywhere in the same page is enough.
  bool apart = false;
};

// What one word of the query may be in the index.
struct ExpandedWord {
  ReaderWord word;
  // It says little in a question.
  bool is_light = false;
  WeighedTerms weighed;
  std::vector<Sequence> sequences;
  // The terms that are the word itself.
  std::vector<std::uint32_t> own;
  // When there are no others.
  std::vector<Correction> corrections;
};

struct ExpandedQuery {
  std::vector<ExpandedWord> words;
  std::vector<Sequence> phrases;
  std::vector<std::uint32_t> excluded;
  std::vector<Sequence> excluded_phrases;
  // Those whose name the query is.
  std::set<std::uint32_t> documents;
};

// All names of an index.
class Names {
 public:
  // The words of one name.
  using Form = std::vector<ReaderWord>;
  struct Meaning {
    std::uint32_t document;
    std::size_t group;
    std::size_t form;  // of the group
  };
  // The words from `first` to `end` of a query are a name.
  struct Span {
    std::size_t first;
    std::size_t end;
    const std::vector<Meaning>* meanings;
  };

  void add(const TokenPipeline& pipeline, std::uint32_t document, const std::vector<std::string>& names);

  // The longest names in the query.
  std::vector<Span> find(const std::vector<ReaderWord>& words) const;
  // Every name of what a meaning is one name of.
  const std::vector<Form>& forms(const Meaning& meaning) const { return groups_[meaning.group]; }

 private:
  std::vector<std::vector<Form>> groups_;
  std::unordered_map<std::u16string, std::vector<Meaning>> by_key_;
};

ExpandedQuery expand_query(const Vocabulary& vocabulary, const Names& names, const ReaderQuery& query);

}  // namespace vav
