#include "search/snippet.h"

#include <algorithm>

#include "base/unicode.h"

namespace vav {
namespace {

constexpr std::size_t words_before = 6;
constexpr std::size_t words_shown = 30;

void append_part(std::vector<SnippetPart>& parts, std::u16string_view text, bool marked) {
  if (text.empty()) return;
  if (!parts.empty() && parts.back().marked == marked) {
    parts.back().text += to_utf8(text);
  } else {
    parts.push_back({to_utf8(text), marked});
  }
}

}  // namespace

PassageFinder::PassageFinder(const LunrIndex& index, const TokenPipeline& pipeline, const Query& query)
    : pipeline_(pipeline), word_count_(query.words.size()) {
  for (const QueryTerm& term : query.terms) terms_[index.terms[term.term]].push_back(term);
}

std::vector<PassageFinder::Token> PassageFinder::tokens(std::u16string_view text) const {
  std::vector<Token> result;
  for (const TokenPlace& place : split_tokens(text)) {
    std::u16string term = lower_utf16(text.substr(place.start, place.length));
    const bool kept = pipeline_.make_term(term);
    const auto found = kept ? terms_.find(term) : terms_.end();
    result.push_back({place, found != terms_.end() ? &found->second : nullptr});
  }
  return result;
}

int PassageFinder::rank_of(const std::vector<Token>& tokens, std::size_t first, std::size_t end) const {
  std::vector<int> best(word_count_);
  for (std::size_t i = first; i < end; ++i) {
    if (tokens[i].boosts == nullptr) continue;
    for (const QueryTerm& term : *tokens[i].boosts) best[term.word] = std::max(best[term.word], term.boost);
  }
  int sum = 0;
  for (const int boost : best) sum += boost;
  return sum;
}

int PassageFinder::rank(std::u16string_view text) const {
  const std::vector<Token> found = tokens(text);
  return rank_of(found, 0, found.size());
}

// The window that ranks highest begins a few words before a match; the first such one.
std::size_t PassageFinder::best_start(const std::vector<Token>& tokens) const {
  std::size_t best = 0;
  int best_rank = 0;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].boosts == nullptr) continue;
    const std::size_t start = i - std::min(i, words_before);
    const int rank = rank_of(tokens, start, std::min(start + words_shown, tokens.size()));
    if (rank > best_rank) {
      best = start;
      best_rank = rank;
    }
  }
  return best;
}

std::vector<SnippetPart> PassageFinder::snippet(std::u16string_view text) const {
  const std::vector<Token> all = tokens(text);
  std::vector<SnippetPart> parts;
  if (all.empty()) return parts;
  const std::size_t first = best_start(all);
  const std::size_t end = std::min(first + words_shown, all.size());
  if (first > 0) append_part(parts, u"… ", false);
  std::size_t at = all[first].place.start;
  for (std::size_t i = first; i < end; ++i) {
    if (all[i].boosts == nullptr) continue;
    const std::u16string_view token = text.substr(all[i].place.start, all[i].place.length);
    const std::u16string_view word = pipeline_.trim(token);
    const auto start = static_cast<std::size_t>(word.data() - text.data());
    append_part(parts, text.substr(at, start - at), false);
    append_part(parts, word, true);
    at = start + word.size();
  }
  const TokenPlace& last = all[end - 1].place;
  append_part(parts, text.substr(at, last.start + last.length - at), false);
  if (end < all.size()) append_part(parts, u" …", false);
  return parts;
}

}  // namespace vav
