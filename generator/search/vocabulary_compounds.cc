// Compounds: those of the vocabulary that hold a word, and the words that a reader's compound holds.
#include "search/vocabulary.h"

namespace vav {
namespace {

constexpr std::size_t most_compounds = 12;
constexpr std::size_t long_part = 6, long_first_part_units = 7;
// Nobody writes longer ones; taking a thousand letters apart takes seconds.
constexpr std::size_t longest_compound = 60;

}  // namespace

// Whether something that stands first in a compound is a word: "arbets", "kvinno", "löne".
bool Vocabulary::is_first_part(std::u16string_view text) const {
  if (text.size() < 3) return false;
  const auto known = [&](std::u16string_view part) { return part.size() >= 2 && (has(part) || has(stem_of(part))); };
  return known(text) || std::any_of(rules_.joints.begin(), rules_.joints.end(), [&](const std::u16string& joint) {
           return text.ends_with(joint) && text.size() >= joint.size() + 2 &&
                  known(text.substr(0, text.size() - joint.size()));
         });
}

// Whether what follows the first part of a compound is a word, after a joint or without.
bool Vocabulary::is_rest(std::u16string_view text) const {
  const auto known = [&](std::u16string_view rest) { return rest.size() >= 3 && (has(rest) || has(stem_of(rest))); };
  return known(text) || std::any_of(rules_.joints.begin(), rules_.joints.end(), [&](const std::u16string& joint) {
           return text.starts_with(joint) && known(text.substr(joint.size()));
         });
}

// Compounds that hold one of the words, as their last part or before that, the most common first.
Vocabulary::Compounds Vocabulary::compounds_of(const std::vector<std::u16string>& stems) const {
  struct Part {
    const std::u16string& stem;
    std::u16string folded;
  };
  std::vector<Part> parts;
  for (auto stem = stems.begin(); stem != stems.end(); ++stem) {
    if (stem->size() >= shortest_part && std::find(stems.begin(), stem, *stem) == stem)
      parts.push_back({*stem, fold(*stem)});
  }
  std::vector<Candidate> last;
  std::vector<Candidate> other;
  for (std::uint32_t number = 0; number < folded_.size(); ++number) {
    const std::u16string_view folded = folded_[number];
    for (const auto& [stem, part] : parts) {
      if (folded.size() < part.size() + shortest_part) continue;
      const std::size_t at = folded.find(part);
      if (at == std::u16string_view::npos) continue;
      const bool is_last = folded.ends_with(part);
      const std::size_t begin = is_last ? folded.size() - part.size() : at;
      // "vård" is not in "likvärdig".
      if (!meant_by(stem, term(number).substr(begin, part.size()))) continue;
      (is_last ? last : other).push_back({number, begin, begin + part.size()});
    }
  }
  return {real_compounds(std::move(last)), real_compounds(std::move(other))};
}

// Those where words stand before and after. A term that was found by two words counts twice.
std::vector<std::uint32_t> Vocabulary::real_compounds(std::vector<Candidate> candidates) const {
  std::stable_sort(candidates.begin(), candidates.end(), [&](const Candidate& a, const Candidate& b) {
    return spread_[a.term] != spread_[b.term] ? spread_[a.term] > spread_[b.term] : a.term < b.term;
  });
  std::vector<std::uint32_t> found;
  for (const auto& [number, begin, end] : candidates) {
    if (found.size() == most_compounds) break;
    const std::u16string_view whole = term(number);
    const bool is_long = end - begin >= long_part;
    if (begin > 0 && !(is_long ? begin >= shortest_part : is_first_part(whole.substr(0, begin)))) continue;
    if (end < whole.size() && !is_rest(whole.substr(end))) continue;
    found.push_back(number);
  }
  return found;
}

std::vector<CompoundSplit> Vocabulary::splits(const ReaderWord& word, bool is_known) const {
  std::vector<CompoundSplit> splits;
  if (rules_.joints.empty() || word.surface.size() > longest_compound) return splits;
  const std::u16string_view surface = word.surface;
  // Short parts stand in many words by chance: not where the compound itself is known.
  const std::size_t shortest = is_known ? shortest_part + 1 : shortest_part;
  for (std::size_t at = shortest; at + shortest <= surface.size(); ++at) {
    const std::u16string_view rest = surface.substr(at);
    if (pipeline_.is_stop_word(rest) || pipeline_.is_stop_word(surface.substr(0, at))) continue;
    const WeighedTerms last = itself({std::u16string(rest), stem_of(rest)});
    if (last.size() == 0) continue;
    const std::u16string_view begin = surface.substr(0, at);
    const WeighedTerms first = first_part(begin);
    if (first.size() == 0) continue;
    splits.push_back({{first.terms(), last.terms()}, {widened(first, begin), widened(last, rest)}});
  }
  return splits;
}

// The terms, their relatives, and compounds with them or with the text that they were found by.
std::vector<std::uint32_t> Vocabulary::widened(const WeighedTerms& found, std::u16string_view text) const {
  WeighedTerms wide;
  std::vector<std::u16string> stems = {std::u16string(text)};
  for (const std::uint32_t number : found.terms()) {
    wide.add(number, 1);
    stems.emplace_back(term(number));
  }
  for (const std::u16string& stem : stems) add_relatives(stem, wide);
  const auto [last, other] = compounds_of(stems);
  for (const std::uint32_t number : last) wide.add(number, 1);
  for (const std::uint32_t number : other) wide.add(number, 1);
  return wide.terms();
}

// Terms of what stands first in a compound, without its joint.
WeighedTerms Vocabulary::first_part(std::u16string_view text) const {
  WeighedTerms found;
  const auto try_joint = [&](std::u16string_view joint) {
    if (!text.ends_with(joint) || text.size() < joint.size() + shortest_part) return;
    const std::u16string_view part = text.substr(0, text.size() - joint.size());
    const WeighedTerms word = itself({std::u16string(part), stem_of(part)});
    for (const auto& [number, weight] : word.weights()) found.add(number, weight);
  };
  try_joint(u"");
  for (const std::u16string& joint : rules_.joints) try_joint(joint);
  return found;
}

WeighedTerms Vocabulary::long_first_part(const ReaderWord& word) const {
  if (rules_.joints.empty() || word.surface.size() > longest_compound) return {};
  for (std::size_t at = word.surface.size(); at >= long_first_part_units + shortest_part; --at) {
    WeighedTerms found = first_part(std::u16string_view(word.surface).substr(0, at - shortest_part));
    if (found.size() > 0) return found;
  }
  return {};
}

}  // namespace vav
