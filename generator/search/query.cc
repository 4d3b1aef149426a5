#include "search/query.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstddef>
#include <map>
#include <unicode/normalizer2.h>
#include <unicode/unistr.h>
#include <unordered_map>

#include "base/check.h"

namespace vav {
namespace {

constexpr std::size_t most_units = 1000;
constexpr std::size_t most_words = 32;
constexpr std::size_t most_prefix_terms = 40;
constexpr int exact_boost = 10;
constexpr int prefix_boost = 3;

std::u16string to_nfc_utf16(std::u16string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  const icu::UnicodeString result =
      nfc->normalize(icu::UnicodeString(text.data(), static_cast<int32_t>(text.size())), status);
  VAV_CHECK(U_SUCCESS(status));
  return {result.getBuffer(), static_cast<std::size_t>(result.length())};
}

std::vector<std::u16string> query_words(const TokenPipeline& pipeline, std::u16string_view reader_text) {
  const std::u16string text = lower_utf16(to_nfc_utf16(reader_text).substr(0, most_units));
  std::vector<std::u16string> wanted;
  std::vector<std::u16string> stop_words;
  for (const TokenPlace& place : split_tokens(text)) {
    std::u16string word(pipeline.trim(std::u16string_view(text).substr(place.start, place.length)));
    if (word.empty()) continue;
    std::vector<std::u16string>& words = pipeline.is_stop_word(word) ? stop_words : wanted;
    pipeline.stem(word);
    if (!word.empty() && std::find(words.begin(), words.end(), word) == words.end()) words.push_back(std::move(word));
  }
  std::vector<std::u16string>& words = wanted.empty() ? stop_words : wanted;
  if (words.size() > most_words) words.resize(most_words);
  return words;
}

// The terms that begin with `stem` and are longer: the shortest, and among equals the first.
std::vector<std::uint32_t> prefix_terms(const LunrIndex& index, std::u16string_view stem) {
  std::vector<std::uint32_t> terms;
  for (std::size_t at = index.lower_bound(stem); at < index.sorted_terms.size(); ++at) {
    const std::u16string& term = index.terms[index.sorted_terms[at]];
    if (!term.starts_with(stem)) break;
    if (term.size() > stem.size()) terms.push_back(index.sorted_terms[at]);
  }
  std::stable_sort(terms.begin(), terms.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return index.terms[a].size() < index.terms[b].size(); });
  if (terms.size() > most_prefix_terms) terms.resize(most_prefix_terms);
  return terms;
}

// |q| as lunr.Vector.magnitude has it: one query vector serves all fields, and its elements stand by term.
std::map<std::uint32_t, double> query_vector(const Query& query) {
  std::map<std::uint32_t, double> vector;
  for (const QueryTerm& term : query.terms) vector[term.term] += term.boost;
  return vector;
}

double magnitude(const std::map<std::uint32_t, double>& vector) {
  double sum = 0;
  for (const auto& [term, boost] : vector) sum += boost * boost;
  return std::sqrt(sum);
}

double dot(const std::map<std::uint32_t, double>& query, const FieldVector& document) {
  double product = 0;
  auto from = document.weights.begin();
  for (const auto& [term, boost] : query) {
    from = std::lower_bound(from, document.weights.end(), term,
                            [](const TermWeight& weight, std::uint32_t wanted) { return weight.term < wanted; });
    if (from == document.weights.end()) break;
    if (from->term == term) product += boost * (from->thousandths / 1000);
  }
  return product;
}

struct Match {
  std::uint32_t words = 0;
  // In the order in which lunr meets them, for that is the order in which it adds the scores of the fields.
  std::vector<std::uint32_t> fields;
};

std::unordered_map<std::uint32_t, Match> find_matches(const LunrIndex& index, const Query& query) {
  std::unordered_map<std::uint32_t, Match> matches;
  for (const QueryTerm& term : query.terms) {
    for (std::uint32_t field = 0; field < index.options.fields.size(); ++field) {
      for (const std::uint32_t ref : index.postings_of(term.term, field).refs) {
        Match& match = matches[ref];
        match.words |= 1U << term.word;
        if (std::find(match.fields.begin(), match.fields.end(), field) == match.fields.end()) {
          match.fields.push_back(field);
        }
      }
    }
  }
  return matches;
}

}  // namespace

Query parse_query(const LunrIndex& index, const TokenPipeline& pipeline, std::u16string_view text) {
  Query query;
  query.words = query_words(pipeline, text);
  for (std::uint32_t word = 0; word < query.words.size(); ++word) {
    const std::u16string& stem = query.words[word];
    if (const auto exact = index.find_term(stem)) query.terms.push_back({*exact, word, exact_boost});
    if (stem.size() < (word + 1 == query.words.size() ? 2U : 3U)) continue;
    for (const std::uint32_t term : prefix_terms(index, stem)) query.terms.push_back({term, word, prefix_boost});
  }
  return query;
}

std::vector<RankedDocument> rank_documents(const LunrIndex& index, const Query& query) {
  const std::map<std::uint32_t, double> vector = query_vector(query);
  const double length = magnitude(vector);
  std::vector<RankedDocument> ranked;
  for (const auto& [ref, match] : find_matches(index, query)) {
    double score = 0;
    for (const std::uint32_t field : match.fields) score += dot(vector, index.vector_of(ref, field)) / length;
    ranked.push_back({ref, static_cast<int>(query.words.size()) - std::popcount(match.words), score});
  }
  std::sort(ranked.begin(), ranked.end(), [](const RankedDocument& a, const RankedDocument& b) {
    if (a.missing != b.missing) return a.missing < b.missing;
    if (a.score != b.score) return a.score > b.score;
    return a.ref < b.ref;
  });
  return ranked;
}

}  // namespace vav
