#include "search/vocabulary.h"

#include <bit>

namespace vav {
namespace {

constexpr std::size_t most_prefix_terms = 20;
constexpr std::size_t shortest_root = 4;

// Endings of words that the stemmer takes away, and how much of each a reader must have begun.
struct UnfinishedEnding {
  std::u16string_view ending;
  std::size_t shortest;
};
constexpr UnfinishedEnding unfinished_endings[] = {{u"hete", 1}, {u"ande", 2}, {u"ning", 1}};

void add_once(std::vector<std::u16string>& texts, std::u16string text) {
  if (std::find(texts.begin(), texts.end(), text) == texts.end()) texts.push_back(std::move(text));
}

// The least that an ending of inflection is taken from, or put on.
std::size_t shortest_before(std::u16string_view ending) {
  return ending == u"n" || ending == u"s" ? 4 : 3;
}

std::u16string without_end(std::u16string_view text, std::size_t units) {
  return std::u16string(text.substr(0, text.size() - units));
}

}  // namespace

void WeighedTerms::add(std::uint32_t term, double weight) {
  double& held = weights_.try_emplace(term, weight).first->second;
  held = std::max(held, weight);
}

std::vector<std::uint32_t> WeighedTerms::terms() const {
  std::vector<std::uint32_t> terms;
  terms.reserve(weights_.size());
  for (const auto& [term, weight] : weights_) terms.push_back(term);
  return terms;
}

void TermGroups::sort() {
  std::sort(entries_.begin(), entries_.end(),
            [](const Entry& a, const Entry& b) { return a.key != b.key ? a.key < b.key : a.term < b.term; });
}

std::span<const TermGroups::Entry> TermGroups::find(std::u16string_view key) const {
  const auto found = std::ranges::equal_range(entries_, key, {}, &Entry::key);
  return {found.begin(), found.end()};
}

void TextList::add(std::u16string_view text) {
  text_ += text;
  ends_.push_back(text_.size());
}

bool meant_by(std::u16string_view typed, std::u16string_view term) {
  for (std::size_t i = 0; i < term.size(); ++i) {
    if (i >= typed.size() || (typed[i] != term[i] && typed[i] != fold_unit(term[i]))) return false;
  }
  return true;
}

Vocabulary::Vocabulary(const PackedIndex& packed, const LanguageRules& rules, const TokenPipeline& pipeline)
    : packed_(packed), rules_(rules), pipeline_(pipeline) {
  for (const std::u16string& ending : rules.derivations) folded_derivations_.push_back(fold(ending));
  std::vector<std::uint32_t> part_terms;
  for (std::uint32_t number = 0; number < packed.terms.size(); ++number) {
    folded_.add(fold(packed.terms[number]));
    spread_.push_back(static_cast<std::uint8_t>(std::bit_width(packed.spread[number])));
    for (const std::u16string& part : parts_of(packed.terms[number])) {
      parts_.add(fold(part));
      part_terms.push_back(number);
    }
  }
  for (std::uint32_t number = 0; number < folded_.size(); ++number) {
    by_folded_.add(folded_[number], number);
    if (const std::u16string_view key = root(folded_[number]); !key.empty()) by_root_.add(key, number);
  }
  for (std::size_t i = 0; i < part_terms.size(); ++i) by_part_.add(parts_[i], part_terms[i]);
  for (TermGroups* groups : {&by_folded_, &by_root_, &by_part_}) groups->sort();
  for (const std::u16string& word : rules.light) light_.insert(stem_of(word));
  for (const std::vector<std::u16string>& group : rules.irregular) {
    std::vector<std::u16string> stems;
    for (const std::u16string& word : group) stems.push_back(stem_of(word));
    for (const std::u16string& stem : stems) {
      std::vector<std::u16string>& known = irregular_[stem];
      known.insert(known.end(), stems.begin(), stems.end());
    }
  }
}

// A term without its ending of derivation, or "" when too little is left.
std::u16string_view Vocabulary::root(std::u16string_view folded) const {
  for (const std::u16string& ending : folded_derivations_) {
    if (folded.size() >= ending.size() + shortest_root && folded.ends_with(ending))
      return folded.substr(0, folded.size() - ending.size());
  }
  return folded.size() >= shortest_root ? folded : std::u16string_view();
}

// The words that a term such as "2024/117", "och/eller" or "scb:s" is put together of.
std::vector<std::u16string> Vocabulary::parts_of(std::u16string_view term) const {
  std::vector<std::u16string> parts;
  std::size_t begin = 0;
  for (std::size_t at = 0; at <= term.size(); ++at) {
    if (at < term.size() && is_word_unit(term[at])) continue;
    // One word from end to end, as nearly all are.
    if (at - begin == term.size()) return {};
    if (at > begin) parts.push_back(stem_of(term.substr(begin, at - begin)));
    begin = at + 1;
  }
  return parts;
}

// Letters of Latin script count in every language, whatever its trimmer keeps.
bool Vocabulary::is_word_unit(char16_t unit) const {
  return (unit >= 0xC0 && unit <= 0x24F && unit != 0xD7 && unit != 0xF7) ||
         !pipeline_.trim(std::u16string_view(&unit, 1)).empty();
}

bool Vocabulary::has(std::u16string_view stem) const {
  bool any = false;
  look_up(stem, [&](std::uint32_t, double) { any = true; });
  return any;
}

std::u16string Vocabulary::stem_of(std::u16string_view word) const {
  std::u16string stem(word);
  pipeline_.stem(stem);
  return stem;
}

// Stems of other forms of the word with this stem, as far as rules can tell.
std::vector<std::u16string> Vocabulary::inflections(const std::u16string& stem) const {
  std::vector<std::u16string> bases = {stem};
  for (const std::u16string& ending : rules_.endings) {
    if (stem.ends_with(ending) && stem.size() >= ending.size() + shortest_before(ending))
      bases.push_back(without_end(stem, ending.size()));
  }
  for (std::size_t i = 0, count = bases.size(); i < count; ++i) {
    const std::u16string base = bases[i];
    for (const std::vector<std::u16string>& swap : rules_.swaps) {
      if (base.ends_with(swap[0])) bases.push_back(without_end(base, swap[0].size()) + swap[1]);
      if (base.ends_with(swap[1])) bases.push_back(without_end(base, swap[1].size()) + swap[0]);
    }
  }
  std::vector<std::u16string> forms;
  for (const std::u16string& base : bases) {
    add_once(forms, base);
    if (base.size() < 3) continue;
    for (const std::u16string& ending : rules_.endings) {
      if (base.size() >= shortest_before(ending)) add_once(forms, base + ending);
    }
  }
  for (std::u16string& form : irregular_forms(stem)) add_once(forms, std::move(form));
  std::erase(forms, stem);
  return forms;
}

// "handböck" -> "handbok": the last part of a compound bends as it does alone.
std::vector<std::u16string> Vocabulary::irregular_forms(const std::u16string& stem) const {
  if (const auto known = irregular_.find(stem); known != irregular_.end()) return known->second;
  for (std::size_t at = shortest_part; at + shortest_part <= stem.size(); ++at) {
    const auto known = irregular_.find(stem.substr(at));
    if (known == irregular_.end()) continue;
    std::vector<std::u16string> forms = known->second;
    for (std::u16string& form : forms) form.insert(0, stem, 0, at);
    return forms;
  }
  return {};
}

WeighedTerms Vocabulary::itself(const ReaderWord& word) const {
  WeighedTerms found;
  const auto add = [&](std::u16string_view stem, double weight) {
    look_up(stem, [&](std::uint32_t term, double factor) { found.add(term, weight * factor); });
  };
  add(word.stem, weight::exact);
  // Stemming a word that lacks its diacritics may go astray.
  if (word.surface != word.stem) add(word.surface, weight::inflected);
  for (const std::u16string& form : inflections(word.stem)) add(form, weight::inflected);
  for (const TermGroups::Entry& entry : by_part_.find(fold(word.stem))) {
    const std::vector<std::u16string> parts = parts_of(term(entry.term));
    if (std::any_of(parts.begin(), parts.end(), [&](const std::u16string& part) { return meant_by(word.stem, part); }))
      found.add(entry.term, weight::composite);
  }
  if (found.size() == 0) add_parts(word, found);
  return found;
}

// "SCB:s", "ord/ord": the longest of the words that it is put together of. A number that no page has is no other
// number.
void Vocabulary::add_parts(const ReaderWord& word, WeighedTerms& found) const {
  if (word.surface.find_first_of(u"0123456789") != std::u16string::npos) return;
  std::u16string longest;
  for (const std::u16string& part : parts_of(word.surface)) {
    if (part.size() > longest.size()) longest = part;
  }
  if (longest.size() < 2) return;
  look_up(longest, [&](std::uint32_t term, double factor) { found.add(term, weight::composite * factor); });
}

void Vocabulary::add_longer(const ReaderWord& word, const WeighedTerms& itself, WeighedTerms& found) const {
  if (!rules_.joints.empty()) {
    std::vector<std::u16string> stems = {word.stem, word.surface};
    for (std::u16string& form : inflections(word.stem)) {
      if (has(form)) stems.push_back(std::move(form));
    }
    const auto [last, other] = compounds_of(stems);
    for (const std::uint32_t term : last) found.add(term, weight::tail);
    for (const std::uint32_t term : other) found.add(term, weight::head);
  }
  if (!word.last) return;
  add_unfinished(word, found);
  if (word.surface.size() < (itself.size() > 0 ? 3U : 2U)) return;
  const std::u16string prefix = fold(word.surface);
  std::vector<std::uint32_t> longer;
  for (std::uint32_t number = 0; number < folded_.size(); ++number) {
    const std::u16string_view folded = folded_[number];
    if (folded.size() > prefix.size() && folded.starts_with(prefix) &&
        meant_by(word.surface, term(number).substr(0, prefix.size())))
      longer.push_back(number);
  }
  std::stable_sort(longer.begin(), longer.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return term(a).size() < term(b).size(); });
  if (longer.size() > most_prefix_terms) longer.resize(most_prefix_terms);
  // What is no word yet can only be the beginning of one.
  const double least = itself.size() > 0 ? weight::prefix : weight::beginning;
  const double begun = 0.2 * static_cast<double>(prefix.size());
  for (const std::uint32_t number : longer) found.add(number, least + begun / static_cast<double>(term(number).size()));
}

// The reader is in the middle of an ending that the stemmer takes away: "jämställdhe".
void Vocabulary::add_unfinished(const ReaderWord& word, WeighedTerms& found) const {
  const std::u16string_view surface = word.surface;
  for (const auto& [ending, shortest] : unfinished_endings) {
    for (std::size_t length = shortest; length < ending.size(); ++length) {
      if (!surface.ends_with(ending.substr(0, length)) || surface.size() < length + 4) continue;
      look_up(surface.substr(0, surface.size() - length),
              [&](std::uint32_t term, double factor) { found.add(term, weight::prefix * factor); });
    }
  }
}

void Vocabulary::add_relatives(std::u16string_view stem, WeighedTerms& found) const {
  if (rules_.derivations.empty()) return;
  const std::u16string folded = fold(stem);
  const std::u16string_view key = root(folded);
  if (key.empty()) return;
  for (const TermGroups::Entry& entry : by_root_.find(key)) {
    if (meant_by(stem.substr(0, key.size()), term(entry.term).substr(0, key.size())))
      found.add(entry.term, weight::derived);
  }
}

}  // namespace vav
