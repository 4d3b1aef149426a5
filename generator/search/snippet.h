// Which passage of a document answers a query best, and the words of it to show. The same as in
// assets/search-ranking.js.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "search/query.h"
#include "search/token_pipeline.h"

namespace vav {

// A stretch of a snippet; `marked` is a word form that matched.
struct SnippetPart {
  std::string text;
  bool marked = false;
};

// Looks for the words of one query in texts.
class PassageFinder {
 public:
  PassageFinder(const LunrIndex& index, const TokenPipeline& pipeline, const Query& query);

  // How well a text answers: the sum over the query's words of the best boost among their terms in it; 0 = no word of
  // it.
  int rank(std::u16string_view text) const;

  // About thirty words around the place that answers best, "…" where text is left out, the matching words marked.
  std::vector<SnippetPart> snippet(std::u16string_view text) const;

 private:
  using WordBoosts = std::vector<QueryTerm>;
  struct Token {
    TokenPlace place;
    // Null for a token that matches nothing.
    const WordBoosts* boosts;
  };

  std::vector<Token> tokens(std::u16string_view text) const;
  int rank_of(const std::vector<Token>& tokens, std::size_t first, std::size_t end) const;
  std::size_t best_start(const std::vector<Token>& tokens) const;

  const TokenPipeline& pipeline_;
  std::size_t word_count_;
  std::unordered_map<std::u16string, WordBoosts> terms_;
};

}  // namespace vav
