#include "search/lunr_index.h"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <utility>

#include "base/check.h"
#include "base/parallel.h"
#include "search/token_pipeline.h"

namespace vav {
namespace {

struct TextHash {
  using is_transparent = void;
  std::size_t operator()(std::u16string_view text) const { return std::hash<std::u16string_view>()(text); }
};

using TermNumbers = std::unordered_map<std::u16string, std::uint32_t, TextHash, std::equal_to<>>;

constexpr std::uint32_t stop_word = UINT32_MAX;

// What the pipeline left of one field: numbers in TokenisedDocument::terms, and places when metadata is asked for.
struct TokenisedField {
  std::vector<std::uint32_t> tokens;
  std::vector<Occurrence> occurrences;
};

struct TokenisedDocument {
  std::vector<std::u16string> terms;
  std::vector<TokenisedField> fields;
};

// Sends the tokens of one document through the pipeline, each distinct word once.
class Tokeniser {
 public:
  Tokeniser(const TokenPipeline& pipeline, bool places) : pipeline_(pipeline), places_(places) {}

  TokenisedDocument run(const IndexDocument& document) {
    for (const FieldValue& value : document.values) {
      TokenisedField& field = result_.fields.emplace_back();
      if (const auto* text = std::get_if<std::u16string>(&value)) {
        add_text(field, lower_utf16(*text));
      } else if (const auto* list = std::get_if<std::vector<std::u16string>>(&value)) {
        for (const std::u16string& item : *list) add_token(field, lower_utf16(item), Occurrence());
      }
    }
    return std::move(result_);
  }

 private:
  void add_text(TokenisedField& field, std::u16string_view text) {
    std::uint32_t ordinal = 0;
    for (const TokenPlace& place : split_tokens(text)) {
      add_token(field, text.substr(place.start, place.length), {place.start, place.length, ordinal++, true});
    }
  }

  void add_token(TokenisedField& field, std::u16string_view token, const Occurrence& occurrence) {
    const std::uint32_t term = term_of(token);
    if (term == stop_word) return;
    field.tokens.push_back(term);
    if (places_) field.occurrences.push_back(occurrence);
  }

  std::uint32_t term_of(std::u16string_view token) {
    if (const auto known = words_.find(token); known != words_.end()) return known->second;
    std::u16string term(token);
    std::uint32_t number = stop_word;
    if (pipeline_.make_term(term)) {
      const auto next = static_cast<std::uint32_t>(result_.terms.size());
      number = numbers_.try_emplace(term, next).first->second;
      if (number == next) result_.terms.push_back(std::move(term));
    }
    words_.emplace(token, number);
    return number;
  }

  const TokenPipeline& pipeline_;
  bool places_;
  TokenisedDocument result_;
  TermNumbers words_;
  TermNumbers numbers_;
};

// Numbers refs and terms in the order in which they are first seen, document by document.
class Merger {
 public:
  explicit Merger(IndexOptions options) { index_.options = std::move(options); }

  void add(const IndexDocument& document, const TokenisedDocument& tokenised) {
    const std::uint32_t ref = ref_of(document);
    std::vector<std::uint32_t> global(tokenised.terms.size(), stop_word);
    for (std::uint32_t field = 0; field < field_count(); ++field) {
      const TokenisedField& tokens = tokenised.fields[field];
      std::vector<std::uint32_t> terms;
      terms.reserve(tokens.tokens.size());
      for (std::size_t i = 0; i < tokens.tokens.size(); ++i) {
        std::uint32_t& term = global[tokens.tokens[i]];
        if (term == stop_word) term = term_of(tokenised.terms[tokens.tokens[i]]);
        terms.push_back(term);
        if (!tokens.occurrences.empty()) add_occurrence(term, field, ref, tokens.occurrences[i]);
      }
      // A repeated ref starts its vector anew, while its postings stay.
      FieldVector& vector = index_.vectors[ref * field_count() + field];
      vector = {ref, field, count_terms(std::move(terms))};
      if (index_.options.metadata.empty()) add_postings(vector);
    }
  }

  LunrIndex take() && { return std::move(index_); }

  std::vector<double> boosts;
  std::size_t added = 0;

 private:
  std::uint32_t field_count() const { return static_cast<std::uint32_t>(index_.options.fields.size()); }

  std::uint32_t ref_of(const IndexDocument& document) {
    ++added;
    const auto next = static_cast<std::uint32_t>(index_.refs.size());
    const auto [found, fresh] = refs_.try_emplace(document.ref, next);
    repeated_ = repeated_ || !fresh;
    if (fresh) {
      index_.refs.push_back(document.ref);
      index_.vectors.resize(index_.vectors.size() + field_count());
      boosts.push_back(1);
    }
    boosts[found->second] = document.boost;
    return found->second;
  }

  std::uint32_t term_of(const std::u16string& term) {
    const auto next = static_cast<std::uint32_t>(index_.terms.size());
    const auto [found, fresh] = terms_.try_emplace(term, next);
    if (fresh) {
      index_.terms.push_back(term);
      index_.postings.resize(index_.postings.size() + field_count());
    }
    return found->second;
  }

  static std::vector<TermWeight> count_terms(std::vector<std::uint32_t> terms) {
    std::sort(terms.begin(), terms.end());
    std::vector<TermWeight> counted;
    for (const std::uint32_t term : terms) {
      if (counted.empty() || counted.back().term != term) counted.push_back({term, 0, 0});
      ++counted.back().frequency;
    }
    return counted;
  }

  // The place of `ref` in the postings. Refs come in rising order unless one is repeated.
  std::size_t posting_of(std::uint32_t term, std::uint32_t field, std::uint32_t ref) {
    std::vector<std::uint32_t>& refs = index_.postings[std::size_t{term} * field_count() + field].refs;
    if (!refs.empty() && refs.back() == ref) return refs.size() - 1;
    if (repeated_) {
      const auto found = std::find(refs.begin(), refs.end(), ref);
      if (found != refs.end()) return static_cast<std::size_t>(found - refs.begin());
    }
    refs.push_back(ref);
    return refs.size() - 1;
  }

  void add_postings(const FieldVector& vector) {
    for (const TermWeight& weight : vector.weights) posting_of(weight.term, vector.field, vector.ref);
  }

  void add_occurrence(std::uint32_t term, std::uint32_t field, std::uint32_t ref, const Occurrence& occurrence) {
    const std::size_t at = posting_of(term, field, ref);
    auto& occurrences = index_.postings[std::size_t{term} * field_count() + field].occurrences;
    if (occurrences.size() <= at) occurrences.resize(at + 1);
    occurrences[at].push_back(occurrence);
  }

  LunrIndex index_;
  TermNumbers refs_;
  TermNumbers terms_;
  bool repeated_ = false;
};

double or_one(double boost) {
  return boost == 0 || std::isnan(boost) ? 1 : boost;
}

std::size_t length_of(const FieldVector& vector) {
  std::size_t length = 0;
  for (const TermWeight& weight : vector.weights) length += weight.frequency;
  return length;
}

// JavaScript's Math.round: halves go towards positive infinity.
double round_half_up(double x) {
  const double up = std::ceil(x);
  return up - 0.5 <= x ? up : up - 1;
}

// BM25 as lunr.Builder.createFieldVectors has it. The order of the operations is lunr's, and the compiler must not fuse
// them
// (-ffp-contract=off): a weight on a rounding tie would come out differently.
void weigh(LunrIndex& index, const std::vector<double>& document_boosts, std::size_t added, int threads) {
  const std::size_t field_count = index.options.fields.size();
  std::vector<double> average(field_count);
  for (const FieldVector& vector : index.vectors) average[vector.field] += static_cast<double>(length_of(vector));
  for (double& sum : average) sum /= static_cast<double>(index.refs.size());

  std::vector<double> idf(index.terms.size());
  for (std::size_t term = 0; term < idf.size(); ++term) {
    std::size_t holders = 0;  // documents times fields, not documents
    for (std::size_t field = 0; field < field_count; ++field) holders += index.postings_of(term, field).refs.size();
    const auto n = static_cast<double>(holders);
    const double x = (static_cast<double>(added) - n + 0.5) / (n + 0.5);
    idf[term] = std::log(1 + std::fabs(x));
  }

  const double k1 = index.options.k1;
  const double b = std::clamp(index.options.b, 0.0, 1.0);
  for_each_index(index.vectors.size(), threads, [&](std::size_t i) {
    FieldVector& vector = index.vectors[i];
    const auto length = static_cast<double>(length_of(vector));
    const double field_boost = or_one(index.options.fields[vector.field].boost);
    const double document_boost = or_one(document_boosts[vector.ref]);
    const double length_part = k1 * (1 - b + b * (length / average[vector.field]));
    for (TermWeight& weight : vector.weights) {
      const auto tf = static_cast<double>(weight.frequency);
      double score = idf[weight.term] * ((k1 + 1) * tf) / (length_part + tf);
      score *= field_boost;
      score *= document_boost;
      weight.thousandths = round_half_up(score * 1000);
    }
  });
}

void sort_terms(LunrIndex& index) {
  index.sorted_terms.resize(index.terms.size());
  for (std::uint32_t term = 0; term < index.terms.size(); ++term) index.sorted_terms[term] = term;
  std::sort(index.sorted_terms.begin(), index.sorted_terms.end(),
            [&](std::uint32_t a, std::uint32_t b) { return index.terms[a] < index.terms[b]; });
}

}  // namespace

std::size_t LunrIndex::lower_bound(std::u16string_view text) const {
  const auto found =
      std::lower_bound(sorted_terms.begin(), sorted_terms.end(), text,
                       [&](std::uint32_t term, std::u16string_view value) { return terms[term] < value; });
  return static_cast<std::size_t>(found - sorted_terms.begin());
}

std::optional<std::uint32_t> LunrIndex::find_term(std::u16string_view term) const {
  const std::size_t at = lower_bound(term);
  if (at == sorted_terms.size() || terms[sorted_terms[at]] != term) return std::nullopt;
  return sorted_terms[at];
}

LunrIndex build_lunr_index(const std::vector<IndexDocument>& documents, IndexOptions options, int threads) {
  for (const IndexDocument& document : documents) VAV_CHECK(document.values.size() == options.fields.size());
  const TokenPipeline pipeline(options.languages);
  const bool places = !options.metadata.empty();
  std::vector<TokenisedDocument> tokenised(documents.size());
  for_each_index(documents.size(), threads,
                 [&](std::size_t i) { tokenised[i] = Tokeniser(pipeline, places).run(documents[i]); });

  Merger merger(std::move(options));
  for (std::size_t i = 0; i < documents.size(); ++i) {
    merger.add(documents[i], tokenised[i]);
    tokenised[i] = {};
  }
  const std::vector<double> boosts = std::move(merger.boosts);
  const std::size_t added = merger.added;
  LunrIndex index = std::move(merger).take();
  sort_terms(index);
  weigh(index, boosts, added, threads);
  return index;
}

}  // namespace vav
