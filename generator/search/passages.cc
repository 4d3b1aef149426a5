#include "search/passages.h"

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

PassageFinder::PassageFinder(const Vocabulary& vocabulary, const TokenPipeline& pipeline, const ExpandedQuery& query)
    : pipeline_(pipeline), word_count_(query.words.size()) {
  for (std::size_t word = 0; word < word_count_; ++word) {
    for (const auto& [term, weight] : query.words[word].weighed.weights()) add(vocabulary.term(term), word, weight);
    for (const Sequence& sequence : query.words[word].sequences) {
      // Parts of a compound are marked only where the compound itself is not to be found.
      if (sequence.offsets.empty() && !sequence.apart) continue;
      const double weight = sequence.weight / static_cast<double>(sequence.slots.size());
      for (const std::vector<std::uint32_t>& slot : sequence.slots) {
        for (const std::uint32_t term : slot) add(vocabulary.term(term), word, weight);
      }
    }
  }
}

void PassageFinder::add(std::u16string_view term, std::size_t word, double weight) {
  WordWeights& weights = weights_[term];
  const auto known = std::find_if(weights.begin(), weights.end(), [&](const auto& one) { return one.first == word; });
  if (known == weights.end()) {
    weights.emplace_back(word, weight);
  } else {
    known->second = std::max(known->second, weight);
  }
}

std::vector<PassageFinder::Token> PassageFinder::tokens(std::u16string_view text) const {
  std::vector<Token> result;
  for (const TokenPlace& place : split_tokens(text)) {
    std::u16string term = lower_utf16(text.substr(place.start, place.length));
    const bool kept = pipeline_.make_term(term);
    const auto found = kept ? weights_.find(term) : weights_.end();
    result.push_back({place, found != weights_.end() ? &found->second : nullptr});
  }
  return result;
}

double PassageFinder::rank_of(const std::vector<Token>& tokens, std::size_t first, std::size_t end) const {
  std::vector<double> best(word_count_);
  for (std::size_t i = first; i < end; ++i) {
    if (tokens[i].weights == nullptr) continue;
    for (const auto& [word, weight] : *tokens[i].weights) best[word] = std::max(best[word], weight);
  }
  double sum = 0;
  for (const double weight : best) sum += weight;
  return sum;
}

double PassageFinder::rank(std::u16string_view text) const {
  const std::vector<Token> found = tokens(text);
  return rank_of(found, 0, found.size());
}

// The window that ranks highest begins a few words before a match; the first such one.
std::size_t PassageFinder::best_start(const std::vector<Token>& tokens) const {
  std::size_t best = 0;
  double best_rank = 0;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].weights == nullptr) continue;
    const std::size_t start = i - std::min(i, words_before);
    const double rank = rank_of(tokens, start, std::min(start + words_shown, tokens.size()));
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
    if (all[i].weights == nullptr) continue;
    const std::u16string_view token = text.substr(all[i].place.start, all[i].place.length);
    const std::u16string_view word = pipeline_.trim(token);
    const std::size_t start = all[i].place.start + token.find(word);
    append_part(parts, text.substr(at, start - at), false);
    append_part(parts, word, true);
    at = start + word.size();
  }
  const TokenPlace& last = all[end - 1].place;
  append_part(parts, text.substr(at, last.start + last.length - at), false);
  if (end < all.size()) append_part(parts, u" …", false);
  return parts;
}

FoundPassage find_passage(const PassageFinder& finder, const SearchDocument& document) {
  FoundPassage found;
  // The summary was written to be shown, so a passage must answer better.
  std::u16string shown = to_utf16(document.summary);
  double best = finder.rank(shown);
  for (const SearchPassage& passage : document.passages) {
    std::u16string text = to_utf16(passage.text);
    const double rank = finder.rank(text);
    if (rank > best) {
      best = rank;
      found.anchor = passage.anchor;
      shown = std::move(text);
    }
  }
  if (finder.rank(to_utf16(document.title)) >= best) found.anchor.clear();
  if (best == 0 && shown.empty() && !document.passages.empty()) shown = to_utf16(document.passages.front().text);
  found.snippet = finder.snippet(shown);
  return found;
}

}  // namespace vav
