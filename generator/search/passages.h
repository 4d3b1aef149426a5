// Which passage of a page answers a query best, and the words of it to show.
// The twin of assets/search/passages.js: a change in one is a change in the other (tests/search/ranking_test.js).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "search/expansion.h"
#include "search/search_document.h"
#include "search/token_pipeline.h"
#include "search/vocabulary.h"

namespace vav {

// A stretch of a snippet; `marked` is a word form that matched.
struct SnippetPart {
  std::string text;
  bool marked = false;
};

// Looks for the words of one query in texts.
class PassageFinder {
 public:
  // Vocabulary and pipeline must outlive it.
  PassageFinder(const Vocabulary& vocabulary, const TokenPipeline& pipeline, const ExpandedQuery& query);

  // How well a text answers: the sum over the query's words of the best weight among their terms in it; 0 = no word of
  // it.
  double rank(std::u16string_view text) const;

  // About thirty words around the place that answers best, "…" where text is left out, the matching words marked.
  std::vector<SnippetPart> snippet(std::u16string_view text) const;

 private:
  // Weight by word of the query.
  using WordWeights = std::vector<std::pair<std::size_t, double>>;
  struct Token {
    TokenPlace place;
    // Null for a token that matches nothing.
    const WordWeights* weights;
  };

  void add(std::u16string_view term, std::size_t word, double weight);
  std::vector<Token> tokens(std::u16string_view text) const;
  double rank_of(const std::vector<Token>& tokens, std::size_t first, std::size_t end) const;
  std::size_t best_start(const std::vector<Token>& tokens) const;

  const TokenPipeline& pipeline_;
  std::size_t word_count_;
  std::unordered_map<std::u16string_view, WordWeights> weights_;
};

struct FoundPassage {
  // "" = the top of the page.
  std::string anchor;
  std::vector<SnippetPart> snippet;
};

FoundPassage find_passage(const PassageFinder& finder, const SearchDocument& document);

}  // namespace vav
