// A packed index opened for searching.
// The twin of assets/search/packed-index.js: a change in one is a change in the other (tests/search/ranking_test.js).
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

#include "search/expansion.h"
#include "search/language_rules.h"
#include "search/search_document.h"
#include "search/search_files.h"
#include "search/token_pipeline.h"
#include "search/vocabulary.h"

namespace vav {

inline constexpr double bm25_k1 = 1.2, bm25_b = 0.75;

// Where one term stands in one field.
struct FieldPostings {
  std::uint32_t field = 0;
  // Rising.
  std::vector<std::uint32_t> documents;
  // By document: where its places begin; and where the last one's end.
  std::vector<std::size_t> starts;
  std::vector<std::uint32_t> places;

  std::span<const std::uint32_t> places_of(std::size_t at) const {
    return std::span(places).subspan(starts[at], starts[at + 1] - starts[at]);
  }
};

class SearchIndex {
 public:
  // Both must outlive it.
  SearchIndex(const std::vector<SearchDocument>& documents, const LanguageIndex& index);
  SearchIndex(const SearchIndex&) = delete;
  SearchIndex& operator=(const SearchIndex&) = delete;
  SearchIndex(SearchIndex&&) = delete;
  SearchIndex& operator=(SearchIndex&&) = delete;
  ~SearchIndex() = default;

  const TokenPipeline& pipeline() const { return pipeline_; }
  const LanguageRules& rules() const { return rules_; }
  const Vocabulary& vocabulary() const { return vocabulary_; }
  const Names& names() const { return names_; }

  std::size_t size() const { return index_.documents.size(); }
  // Position of a document of this index in the list of all.
  std::size_t position(std::uint32_t document) const { return index_.documents[document]; }
  const SearchDocument& document(std::uint32_t document) const { return documents_[position(document)]; }

  std::size_t field_count() const { return index_.packed.lengths.size(); }
  double boost(std::size_t field) const { return index_.index.options.fields[field].boost; }
  std::uint32_t length(std::size_t field, std::uint32_t document) const {
    return index_.packed.lengths[field][document];
  }
  // What length does to a term's weight.
  double length_part(std::size_t field, std::uint32_t document) const { return length_parts_[field][document]; }

  // By field, rising. What has been read is kept.
  const std::vector<FieldPostings>& postings_of(std::uint32_t term);

 private:
  const std::vector<SearchDocument>& documents_;
  const LanguageIndex& index_;
  TokenPipeline pipeline_;
  const LanguageRules& rules_;
  Vocabulary vocabulary_;
  Names names_;
  std::vector<std::vector<double>> length_parts_;
  std::unordered_map<std::uint32_t, std::vector<FieldPostings>> postings_;
};

}  // namespace vav
