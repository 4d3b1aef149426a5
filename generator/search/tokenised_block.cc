#include "search/tokenised_block.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

namespace vav {
namespace {

constexpr std::uint32_t stop_word = UINT32_MAX;
// How many words before it is needed a word's place in memory is asked for.
constexpr std::size_t ahead = 6;

std::size_t units_of(std::span<const IndexDocument> documents) {
  std::size_t units = 0;
  for (const IndexDocument& document : documents) {
    for (const FieldValue& value : document.values) {
      if (const auto* text = std::get_if<std::u16string>(&value)) units += text->size();
    }
  }
  return units;
}

class Tokeniser {
 public:
  Tokeniser(const TokenPipeline& pipeline, std::size_t field_count, bool places)
      : pipeline_(pipeline), field_count_(field_count), places_(places) {}

  TokenisedBlock run(std::span<const IndexDocument> documents) {
    // Rather too much than moving it: a field's distinct words are some ten units of text each, and what is not
    // written to costs nothing.
    block_.counts.reserve(units_of(documents) / 8);
    for (const IndexDocument& document : documents) {
      for (std::size_t field = 0; field < document.values.size(); ++field) add_field(field, document.values[field]);
    }
    return std::move(block_);
  }

 private:
  // The counts of a term so far in the field that is being read.
  struct Latest {
    std::size_t field_number = 0;
    std::size_t at = 0;
  };

  void add_field(std::size_t field, const FieldValue& value) {
    field_ = field;
    length_ = 0;
    ++field_number_;
    if (const auto* text = std::get_if<std::u16string>(&value)) {
      add_text(lower_utf16(*text));
    } else if (const auto* list = std::get_if<std::vector<std::u16string>>(&value)) {
      for (const std::u16string& item : *list) add_item(lower_utf16(item));
    }
    block_.count_ends.push_back(block_.counts.size());
    block_.occurrence_ends.push_back(block_.occurrences.size());
    block_.lengths.push_back(length_);
  }

  void add_item(std::u16string_view item) { add_token(item, TermTable::hash_of(item), Occurrence()); }

  void add_text(std::u16string_view text) {
    std::uint32_t ordinal = 0;
    split_tokens(text, places_in_text_);
    hashes_.clear();
    for (const TokenPlace& place : places_in_text_) {
      hashes_.push_back(TermTable::hash_of(text.substr(place.start, place.length)));
    }
    for (std::size_t i = 0; i < places_in_text_.size(); ++i) {
      if (i + 2 * ahead < hashes_.size()) words_.fetch_slot(hashes_[i + 2 * ahead]);
      if (i + ahead < hashes_.size()) words_.fetch_text(hashes_[i + ahead]);
      const TokenPlace& place = places_in_text_[i];
      add_token(text.substr(place.start, place.length), hashes_[i], {place.start, place.length, ordinal++, true});
    }
  }

  void add_token(std::u16string_view token, std::uint64_t hash, const Occurrence& occurrence) {
    const std::uint32_t word = words_.add(token, hash);
    if (word == term_of_word_.size()) term_of_word_.push_back(make_term(token));
    const std::uint32_t term = term_of_word_[word];
    if (term == stop_word) return;
    ++length_;
    if (places_) block_.occurrences.push_back({term, occurrence});
    Latest& latest = latest_[term];
    if (latest.field_number == field_number_) {
      ++block_.counts[latest.at].count;
    } else {
      latest = {field_number_, block_.counts.size()};
      block_.counts.push_back({term, 1});
      ++block_.holders[term * field_count_ + field_];
    }
  }

  std::uint32_t make_term(std::u16string_view token) {
    term_.assign(token);
    if (!pipeline_.make_term(term_)) return stop_word;
    const std::uint32_t term = block_.terms.add(term_);
    if (term == latest_.size()) {
      latest_.emplace_back();
      block_.holders.resize(block_.holders.size() + field_count_);
    }
    return term;
  }

  const TokenPipeline& pipeline_;
  std::size_t field_count_;
  bool places_;
  TokenisedBlock block_;
  // Each distinct word goes through the pipeline once.
  TermTable words_;
  std::vector<std::uint32_t> term_of_word_;
  std::vector<Latest> latest_;
  std::size_t field_ = 0;
  std::size_t field_number_ = 0;
  std::uint32_t length_ = 0;
  // Kept for their memory.
  std::vector<TokenPlace> places_in_text_;
  std::vector<std::uint64_t> hashes_;
  std::u16string term_;
};

}  // namespace

TokenisedBlock tokenise_block(const TokenPipeline& pipeline, std::span<const IndexDocument> documents, bool places) {
  const std::size_t field_count = documents.empty() ? 0 : documents.front().values.size();
  return Tokeniser(pipeline, field_count, places).run(documents);
}

}  // namespace vav
