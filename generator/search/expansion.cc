#include "search/expansion.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/unicode.h"
#include "search/language_rules.h"

namespace vav {
namespace {

constexpr std::size_t longest_name = 8;
// Bits of the number of documents: 32 or more.
constexpr unsigned common = 6;

template <typename Word>
std::u16string key_of(Word first, Word end) {
  std::u16string key;
  for (Word word = first; word != end; ++word) {
    if (word != first) key += u' ';
    key += word->stem;
  }
  return fold(key);
}

Names::Form stems_of(const TokenPipeline& pipeline, std::string_view name) {
  const std::u16string text = lower_utf16(to_utf16(name));
  Names::Form form;
  std::uint32_t place = 0;
  for (const TokenPlace& token : split_tokens(text)) {
    const std::u16string_view surface = pipeline.trim(std::u16string_view(text).substr(token.start, token.length));
    if (!surface.empty()) {
      ReaderWord& word = form.emplace_back(ReaderWord{std::u16string(surface), std::u16string(surface)});
      pipeline.stem(word.stem);
      word.stop = pipeline.is_stop_word(surface);
      word.place = place;
    }
    ++place;
  }
  return form;
}

// Without a thought of typing errors.
ExpandedWord expand_known(const Vocabulary& vocabulary, const ReaderWord& word) {
  const WeighedTerms itself = vocabulary.itself(word);
  ExpandedWord expanded{word, vocabulary.is_light(word.stem) || word.surface.size() == 1, itself, {}, itself.terms(),
                        {}};
  vocabulary.add_relatives(word.stem, expanded.weighed);
  vocabulary.add_longer(word, itself, expanded.weighed);
  // What many pages have as one word need not be looked for in parts.
  if (std::any_of(expanded.own.begin(), expanded.own.end(),
                  [&](std::uint32_t term) { return vocabulary.spread(term) >= common; }))
    return expanded;
  const bool is_known = itself.size() > 0;
  for (const CompoundSplit& split : vocabulary.splits(word, is_known)) {
    expanded.sequences.push_back({split.wide, {}, weight::near, false});
    if (!is_known) expanded.sequences.push_back({split.narrow, {}, weight::apart, true});
  }
  return expanded;
}

// As the likeliest correction, and the others weakly.
ExpandedWord expand_corrected(const Vocabulary& vocabulary, const ReaderWord& word,
                              std::vector<Correction> corrections) {
  ReaderWord meant = word;
  meant.surface = corrections.front().surface;
  meant.stem = vocabulary.stem_of(meant.surface);
  meant.last = false;
  const ExpandedWord known = expand_known(vocabulary, meant);
  WeighedTerms found;
  for (const auto& [term, weight] : known.weighed.weights()) found.add(term, weight * weight::misspelt);
  for (const Correction& correction : corrections) found.add(correction.term, weight::misread);
  return {word, known.is_light, found, {}, known.own, std::move(corrections)};
}

ExpandedWord expand_word(const Vocabulary& vocabulary, const ReaderWord& word) {
  ExpandedWord expanded = expand_known(vocabulary, word);
  if (expanded.weighed.size() > 0 || !expanded.sequences.empty()) return expanded;
  std::vector<Correction> corrections = vocabulary.corrections(word);
  if (!corrections.empty()) return expand_corrected(vocabulary, word, std::move(corrections));
  for (const std::uint32_t term : vocabulary.long_first_part(word).terms())
    expanded.weighed.add(term, weight::first_part);
  return expanded;
}

// A name as a sequence of slots, stop words left out; nothing when the index lacks one of its words.
std::optional<Sequence> name_sequence(const Vocabulary& vocabulary, const Names::Form& form) {
  Sequence sequence{{}, {}, weight::alias, false};
  std::uint32_t first = 0;
  for (const ReaderWord& part : form) {
    if (part.stop) continue;
    std::vector<std::uint32_t> terms = vocabulary.itself(part).terms();
    if (terms.empty()) return std::nullopt;
    if (sequence.slots.empty()) first = part.place;
    sequence.slots.push_back(std::move(terms));
    sequence.offsets.push_back(part.place - first);
  }
  if (sequence.slots.empty()) return std::nullopt;
  return sequence;
}

// As name_sequence, but a word that the index lacks is one that no page has; nothing when there are stop words only.
std::optional<Sequence> phrase_sequence(const Vocabulary& vocabulary, const std::vector<ReaderWord>& phrase) {
  Sequence sequence;
  std::uint32_t first = 0;
  for (const ReaderWord& word : phrase) {
    if (word.stop) continue;
    if (sequence.slots.empty()) first = word.place;
    sequence.slots.push_back(vocabulary.itself(word).terms());
    sequence.offsets.push_back(word.place - first);
  }
  if (sequence.slots.empty()) return std::nullopt;
  return sequence;
}

// Which words of the query are looked for: stop words only where they have a meaning of their own.
std::vector<std::size_t> wanted_words(const Vocabulary& vocabulary, const std::vector<Names::Span>& spans,
                                      const ReaderQuery& query) {
  std::vector<std::size_t> wanted;
  for (std::size_t i = 0; i < query.words.size(); ++i) {
    const ReaderWord& word = query.words[i];
    if (!word.stop || vocabulary.is_irregular(word.stem) ||
        std::any_of(spans.begin(), spans.end(),
                    [&](const Names::Span& span) { return span.first == i && span.end == i + 1; }))
      wanted.push_back(i);
  }
  return wanted;
}

// By word of the query; nothing for those that are not looked for, or are there already.
using ExpandedWords = std::vector<std::optional<ExpandedWord>>;

ExpandedWords expand_words(const Vocabulary& vocabulary, const ReaderQuery& query,
                           const std::vector<std::size_t>& wanted) {
  ExpandedWords expanded(query.words.size());
  std::set<std::u16string_view> seen;
  for (const std::size_t i : wanted) {
    if (seen.insert(query.words[i].stem).second) expanded[i] = expand_word(vocabulary, query.words[i]);
  }
  return expanded;
}

// What is called so is looked for by its other names as well.
void add_other_names(const Vocabulary& vocabulary, const Names& names, const Names::Span& span,
                     ExpandedWords& expanded) {
  for (const Names::Meaning& meaning : *span.meanings) {
    const std::vector<Names::Form>& forms = names.forms(meaning);
    for (std::size_t form = 0; form < forms.size(); ++form) {
      if (form == meaning.form) continue;
      const std::optional<Sequence> sequence = name_sequence(vocabulary, forms[form]);
      if (!sequence) continue;
      for (std::size_t i = span.first; i < span.end; ++i) {
        if (expanded[i]) expanded[i]->sequences.push_back(*sequence);
      }
    }
  }
}

}  // namespace

void Names::add(const TokenPipeline& pipeline, std::uint32_t document, const std::vector<std::string>& names) {
  std::vector<Form> forms;
  for (const std::string& name : names) {
    Form form = stems_of(pipeline, name);
    if (!form.empty()) forms.push_back(std::move(form));
  }
  for (std::size_t i = 0; i < forms.size(); ++i) {
    if (forms[i].size() <= longest_name)
      by_key_[key_of(forms[i].begin(), forms[i].end())].push_back({document, groups_.size(), i});
  }
  groups_.push_back(std::move(forms));
}

std::vector<Names::Span> Names::find(const std::vector<ReaderWord>& words) const {
  std::vector<Span> spans;
  for (std::size_t first = 0; first < words.size();) {
    std::size_t end = std::min(words.size(), first + longest_name);
    const std::vector<Meaning>* meanings = nullptr;
    for (; end > first; --end) {
      const auto begin = words.begin();
      const auto known =
          by_key_.find(key_of(begin + static_cast<std::ptrdiff_t>(first), begin + static_cast<std::ptrdiff_t>(end)));
      if (known == by_key_.end()) continue;
      meanings = &known->second;
      break;
    }
    if (meanings != nullptr) spans.push_back({first, end, meanings});
    first = meanings != nullptr ? end : first + 1;
  }
  return spans;
}

ExpandedQuery expand_query(const Vocabulary& vocabulary, const Names& names, const ReaderQuery& query) {
  const std::vector<Names::Span> spans = names.find(query.words);
  const std::vector<std::size_t> wanted = wanted_words(vocabulary, spans, query);
  ExpandedWords expanded = expand_words(vocabulary, query, wanted);
  ExpandedQuery result;
  for (const Names::Span& span : spans) {
    if (std::all_of(wanted.begin(), wanted.end(), [&](std::size_t i) { return i >= span.first && i < span.end; })) {
      for (const Names::Meaning& meaning : *span.meanings) result.documents.insert(meaning.document);
    }
    add_other_names(vocabulary, names, span, expanded);
  }
  for (std::optional<ExpandedWord>& word : expanded) {
    if (word) result.words.push_back(std::move(*word));
  }
  for (const std::vector<std::size_t>& phrase : query.phrases) {
    std::vector<ReaderWord> words;
    for (const std::size_t i : phrase) words.push_back(query.words[i]);
    if (std::optional<Sequence> sequence = phrase_sequence(vocabulary, words))
      result.phrases.push_back(std::move(*sequence));
  }
  for (const ReaderWord& word : query.excluded) {
    const std::vector<std::uint32_t> terms = vocabulary.itself(word).terms();
    result.excluded.insert(result.excluded.end(), terms.begin(), terms.end());
  }
  for (const std::vector<ReaderWord>& phrase : query.excluded_phrases) {
    if (std::optional<Sequence> sequence = phrase_sequence(vocabulary, phrase))
      result.excluded_phrases.push_back(std::move(*sequence));
  }
  return result;
}

}  // namespace vav
