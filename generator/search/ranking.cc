#include "search/ranking.h"

#include <algorithm>
#include <cstddef>
#include <optional>

#include "search/rounding.h"
#include "search/word_matches.h"

namespace vav {
namespace {

// Tokens: two words that stand so near belong together.
constexpr std::uint32_t near_words = 8;
namespace bonus {
constexpr double whole_title = 2, all_in_title = 1.4, name = 3, phrase = 0.4, outdated = 0.7;
}  // namespace bonus
constexpr std::size_t looked_at_closely = 200;
constexpr std::size_t title_field = 0, aliases_field = 1;

double title_bonus(const SearchIndex& index, const std::vector<WordMatches>& matches, std::uint32_t document) {
  bool whole = index.length(title_field, document) <= matches.size();
  for (const WordMatches& match : matches) {
    const bool in_title = match.is_strong(title_field, document);
    if (!in_title && !match.is_strong(aliases_field, document)) return 1;
    whole = whole && in_title;
  }
  return whole ? bonus::whole_title : bonus::all_in_title;
}

// Places of any of the terms in one field of one document.
std::vector<std::uint32_t> places_of(SearchIndex& index, const std::vector<std::uint32_t>& terms, std::size_t field,
                                     std::uint32_t document) {
  std::vector<std::uint32_t> found;
  for (const std::uint32_t term : terms) {
    for (const FieldPostings& postings : index.postings_of(term)) {
      if (postings.field != field) continue;
      const auto at = std::lower_bound(postings.documents.begin(), postings.documents.end(), document);
      if (at == postings.documents.end() || *at != document) continue;
      const auto places = postings.places_of(static_cast<std::size_t>(at - postings.documents.begin()));
      found.insert(found.end(), places.begin(), places.end());
    }
  }
  return found;
}

// 1 for two words that stand in the document as in the query, a half for those that stand near.
double neighbours(SearchIndex& index, const ExpandedWord& first, const ExpandedWord& second, std::uint32_t document) {
  const std::uint32_t gap = second.word.place - first.word.place;
  double best = 0;
  for (std::size_t field = 0; field < index.field_count(); ++field) {
    const std::vector<std::uint32_t> one = places_of(index, first.own, field, document);
    const std::vector<std::uint32_t> other = places_of(index, second.own, field, document);
    for (const std::uint32_t a : one) {
      for (const std::uint32_t b : other) {
        if (b > a && b - a == gap) return 1;
        if ((b > a ? b - a : a - b) <= near_words) best = 0.5;
      }
    }
  }
  return best;
}

// The share of neighbours in the query that are neighbours in the document too.
double togetherness(SearchIndex& index, const std::vector<ExpandedWord>& words, std::uint32_t document) {
  double sum = 0;
  for (std::size_t i = 0; i + 1 < words.size(); ++i) sum += neighbours(index, words[i], words[i + 1], document);
  return words.size() > 1 ? sum / static_cast<double>(words.size() - 1) : 0;
}

// Those that a phrase or a minus rules out are gone.
std::vector<bool> allowed_documents(SearchIndex& index, const ExpandedQuery& query) {
  std::vector<bool> allowed(index.size(), true);
  const auto keep = [&](const Sequence& phrase, bool wanted) {
    const bool known = std::none_of(phrase.slots.begin(), phrase.slots.end(),
                                    [](const std::vector<std::uint32_t>& slot) { return slot.empty(); });
    const std::vector<bool> having = known ? documents_with(index, phrase) : std::vector<bool>(index.size());
    for (std::uint32_t document = 0; document < index.size(); ++document)
      allowed[document] = allowed[document] && having[document] == wanted;
  };
  for (const Sequence& phrase : query.phrases) keep(phrase, true);
  for (const Sequence& phrase : query.excluded_phrases) keep(phrase, false);
  for (const std::uint32_t term : query.excluded) {
    for (const FieldPostings& postings : index.postings_of(term)) {
      for (const std::uint32_t document : postings.documents) allowed[document] = false;
    }
  }
  return allowed;
}

bool by_rank(const RankedDocument& a, const RankedDocument& b) {
  if (a.missing != b.missing) return a.missing < b.missing;
  if (a.score != b.score) return a.score > b.score;
  return a.document < b.document;
}

// How many words of the query a document lacks; rare ones count for more, and a word that is there as something like it
// counts in part.
int missing_words(const std::vector<WordMatches>& matches, std::uint32_t document) {
  double whole = 0;
  double found = 0;
  for (const WordMatches& match : matches) {
    whole += match.rarity();
    found += match.rarity() * match.certainty(document);
  }
  // Words that every page has say nothing.
  if (whole == 0) return 0;
  return static_cast<int>(round_half_up((1 - found / whole) * static_cast<double>(matches.size())));
}

std::optional<RankedDocument> rank_document(const SearchIndex& index, const ExpandedQuery& query,
                                            const std::vector<WordMatches>& matches, std::uint32_t document) {
  if (std::none_of(matches.begin(), matches.end(), [&](const WordMatches& match) { return match.has(document); }))
    return std::nullopt;
  RankedDocument hit{document, missing_words(matches, document), 0};
  for (const WordMatches& match : matches) {
    if (match.has(document)) hit.score += match.score(document);
  }
  hit.score *= query.documents.contains(document) ? bonus::name : title_bonus(index, matches, document);
  if (index.document(document).outdated) hit.score *= bonus::outdated;
  return hit;
}

}  // namespace

std::vector<RankedDocument> rank_documents(SearchIndex& index, const ExpandedQuery& query) {
  std::vector<WordMatches> matches;
  for (const ExpandedWord& word : query.words) matches.push_back(match_word(index, word));
  const std::vector<bool> allowed = allowed_documents(index, query);
  std::vector<RankedDocument> hits;
  for (std::uint32_t document = 0; document < index.size(); ++document) {
    if (!allowed[document]) continue;
    if (const auto hit = rank_document(index, query, matches, document)) hits.push_back(*hit);
  }
  std::sort(hits.begin(), hits.end(), by_rank);
  const auto end = hits.begin() + static_cast<std::ptrdiff_t>(std::min(hits.size(), looked_at_closely));
  for (auto hit = hits.begin(); hit != end; ++hit)
    hit->score *= 1 + bonus::phrase * togetherness(index, query.words, hit->document);
  std::sort(hits.begin(), end, by_rank);
  return hits;
}

}  // namespace vav
