#include "search/engine.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "base/unicode.h"
#include "search/expansion.h"
#include "search/passages.h"
#include "search/ranking.h"
#include "search/reader_query.h"
#include "search/token_pipeline.h"
#include "search/word_units.h"

namespace vav {
namespace {

// A hit before its snippet is made.
struct Candidate {
  std::size_t language;
  RankedDocument ranked;
};

std::vector<RankedDocument> all_documents(const SearchIndex& index) {
  std::vector<RankedDocument> all;
  for (std::uint32_t document = 0; document < index.size(); ++document) all.push_back({document, 0, 0});
  return all;
}

// The word of one index that a word of another is.
const ExpandedWord* same_word(const ExpandedQuery& query, const ExpandedWord& word) {
  const auto found = std::find_if(query.words.begin(), query.words.end(),
                                  [&](const ExpandedWord& other) { return other.word.surface == word.word.surface; });
  return found == query.words.end() ? nullptr : &*found;
}

// What a word should be put right to, or nullptr when it is known somewhere or nothing is near.
const Correction* correction_of(const ExpandedWord& word, const std::vector<ExpandedQuery>& queries) {
  const Correction* correction = nullptr;
  for (const ExpandedQuery& query : queries) {
    const ExpandedWord* same = same_word(query, word);
    if (same == nullptr) continue;
    if (!same->corrections.empty()) {
      if (correction == nullptr) correction = &same->corrections.front();
    } else if (same->weighed.size() > 0 || !same->sequences.empty()) {
      return nullptr;
    }
  }
  return correction;
}

// Where a word stands in a text as a word, not within another.
std::optional<std::size_t> place_of(std::u16string_view surface, std::u16string_view text,
                                    const TokenPipeline& pipeline) {
  for (const TokenPlace& token : split_tokens(text)) {
    const std::u16string lower = lower_utf16(text.substr(token.start, token.length));
    if (pipeline.trim(lower) == surface) return token.start + lower.find(surface);
  }
  return std::nullopt;
}

// The query with its misspelt words put right, or "".
std::string suggestion_for(std::u16string_view text, const std::vector<ExpandedQuery>& queries,
                           const TokenPipeline& pipeline) {
  std::u16string suggestion = nfc_utf16(text);
  bool changed = false;
  for (const ExpandedWord& word : queries.front().words) {
    const Correction* correction = correction_of(word, queries);
    if (correction == nullptr) continue;
    const std::u16string& surface = word.word.surface;
    const auto at = place_of(surface, suggestion, pipeline);
    if (!at) continue;
    // Lower-casing may have made the text longer.
    suggestion.replace(std::min(*at, suggestion.size()), surface.size(), correction->surface);
    changed = true;
  }
  return changed ? to_utf8(suggestion) : "";
}

void sort_by_rank(std::vector<Candidate>& candidates) {
  std::stable_sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) {
    if (a.ranked.missing != b.ranked.missing) return a.ranked.missing < b.ranked.missing;
    return a.ranked.score > b.ranked.score;
  });
}

}  // namespace

SearchEngine::SearchEngine(const std::vector<SearchDocument>& documents, const std::vector<LanguageIndex>& indexes) {
  for (const LanguageIndex& index : indexes) indexes_.emplace_back(documents, index);
}

SearchAnswer SearchEngine::search(std::u16string_view text, std::size_t limit) {
  if (indexes_.empty()) return {};
  const bool blank = std::all_of(text.begin(), text.end(), is_space);
  std::vector<ExpandedQuery> queries;
  std::vector<Candidate> candidates;
  for (std::size_t i = 0; i < indexes_.size(); ++i) {
    SearchIndex& index = indexes_[i];
    queries.push_back(expand_query(index.vocabulary(), index.names(),
                                   parse_reader_query(index.pipeline(), index.rules().months, text)));
  }
  // What is a stop word in one language is a word that its pages lack, where another language asks for it.
  std::size_t most = 0;
  for (const ExpandedQuery& query : queries) most = std::max(most, query.words.size());
  for (std::size_t i = 0; i < indexes_.size(); ++i) {
    const int lacking = static_cast<int>(most - queries[i].words.size());
    for (RankedDocument ranked : blank ? all_documents(indexes_[i]) : rank_documents(indexes_[i], queries[i])) {
      ranked.missing += lacking;
      candidates.push_back({i, ranked});
    }
  }
  const auto document_of = [&](const Candidate& hit) -> const SearchDocument& {
    return indexes_[hit.language].document(hit.ranked.document);
  };
  if (blank) {
    std::stable_sort(candidates.begin(), candidates.end(), [&](const Candidate& a, const Candidate& b) {
      return document_of(a).date_iso > document_of(b).date_iso;
    });
  } else {
    sort_by_rank(candidates);
  }
  if (candidates.size() > limit) candidates.resize(limit);

  std::vector<PassageFinder> finders;
  for (std::size_t i = 0; i < indexes_.size(); ++i)
    finders.emplace_back(indexes_[i].vocabulary(), indexes_[i].pipeline(), queries[i]);
  SearchAnswer answer;
  for (const Candidate& hit : candidates) {
    FoundPassage passage = find_passage(finders[hit.language], document_of(hit));
    answer.hits.push_back({indexes_[hit.language].position(hit.ranked.document), hit.ranked.score, hit.ranked.missing,
                           std::move(passage.anchor), std::move(passage.snippet)});
  }
  answer.suggestion = suggestion_for(text, queries, indexes_.front().pipeline());
  return answer;
}

}  // namespace vav
