#include "search/word_matches.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

#include "search/rounding.h"

namespace vav {
namespace {

// Tokens: the parts of a compound may stand so far apart.
constexpr std::uint32_t near_parts = 16;
// How much of its rarity counts for a word that says little in a question.
constexpr double light = 0.25;

// As lunr does with its weights: hides what the last bit of a logarithm is.
double thousandths(double number) {
  return round_half_up(number * 1000) / 1000;
}

// Places of any of some terms in one field, by document, rising.
class FieldPlaces {
 public:
  FieldPlaces(SearchIndex& index, const std::vector<std::uint32_t>& terms, std::size_t field) {
    for (const std::uint32_t term : terms) {
      for (const FieldPostings& postings : index.postings_of(term)) {
        if (postings.field != field) continue;
        for (std::size_t i = 0; i < postings.documents.size(); ++i) {
          for (const std::uint32_t place : postings.places_of(i)) all_.emplace_back(postings.documents[i], place);
        }
      }
    }
    std::sort(all_.begin(), all_.end());
  }

  using Place = std::pair<std::uint32_t, std::uint32_t>;  // document, place
  std::span<const Place> of(std::uint32_t document) const {
    const auto found = std::ranges::equal_range(all_, document, {}, &Place::first);
    return {found.begin(), found.end()};
  }
  const std::vector<Place>& all() const { return all_; }

 private:
  std::vector<Place> all_;
};

using Places = std::span<const FieldPlaces::Place>;

bool includes(Places places, std::uint32_t wanted) {
  return std::any_of(places.begin(), places.end(), [&](const auto& place) { return place.second == wanted; });
}

bool is_near(Places places, std::uint32_t wanted) {
  return std::any_of(places.begin(), places.end(), [&](const auto& place) {
    const std::uint32_t other = place.second;
    return other != wanted && (other > wanted ? other - wanted : wanted - other) <= near_parts;
  });
}

std::uint32_t times_together(const std::vector<Places>& slots, const std::vector<std::uint32_t>& offsets) {
  std::uint32_t times = 0;
  for (const auto& [document, place] : slots.front()) {
    bool together = true;
    for (std::size_t i = 1; i < slots.size() && together; ++i)
      together = offsets.empty() ? is_near(slots[i], place) : includes(slots[i], place + offsets[i]);
    if (together) ++times;
  }
  return times;
}

// Calls found(field, document, times) where the words of a sequence stand together.
template <typename Found>
void find_sequence(SearchIndex& index, const Sequence& sequence, const Found& found) {
  for (std::size_t field = 0; field < index.field_count(); ++field) {
    std::vector<FieldPlaces> slots;
    for (const std::vector<std::uint32_t>& terms : sequence.slots) slots.emplace_back(index, terms, field);
    const std::vector<FieldPlaces::Place>& all = slots.front().all();
    for (std::size_t i = 0; i < all.size();) {
      const std::uint32_t document = all[i].first;
      std::vector<Places> places;
      for (const FieldPlaces& slot : slots) places.push_back(slot.of(document));
      i += places.front().size();
      if (std::any_of(places.begin(), places.end(), [](Places one) { return one.empty(); })) continue;
      if (const std::uint32_t times = times_together(places, sequence.offsets); times > 0)
        found(field, document, times);
    }
  }
}

// By document, whether it has any of the terms.
std::vector<bool> documents_of(SearchIndex& index, const std::vector<std::uint32_t>& terms) {
  std::vector<bool> found(index.size());
  for (const std::uint32_t term : terms) {
    for (const FieldPostings& postings : index.postings_of(term)) {
      for (const std::uint32_t document : postings.documents) found[document] = true;
    }
  }
  return found;
}

// Calls found(field, document, times) for all occurrences of the slots in the documents that have each of them
// somewhere.
template <typename Found>
void find_apart(SearchIndex& index, const Sequence& sequence, const Found& found) {
  std::vector<std::vector<bool>> slots;
  std::set<std::uint32_t> all;
  for (const std::vector<std::uint32_t>& terms : sequence.slots) {
    slots.push_back(documents_of(index, terms));
    all.insert(terms.begin(), terms.end());
  }
  for (const std::uint32_t term : all) {
    for (const FieldPostings& postings : index.postings_of(term)) {
      for (std::size_t i = 0; i < postings.documents.size(); ++i) {
        const std::uint32_t document = postings.documents[i];
        if (std::all_of(slots.begin(), slots.end(), [&](const std::vector<bool>& slot) { return slot[document]; }))
          found(postings.field, document, static_cast<std::uint32_t>(postings.places_of(i).size()));
      }
    }
  }
}

}  // namespace

WordMatches::WordMatches(const SearchIndex& index)
    : index_(index), frequency_(index.field_count()), weight_(index.field_count()), best_(index.size()) {}

void WordMatches::add(std::size_t field, std::uint32_t document, std::uint32_t frequency, double weight) {
  if (frequency_[field].empty()) {
    frequency_[field].resize(index_.size());
    weight_[field].resize(index_.size());
  }
  frequency_[field][document] += frequency;
  weight_[field][document] = std::max(weight_[field][document], weight);
  best_[document] = std::max(best_[document], weight);
}

void WordMatches::finish(bool is_light) {
  const auto strong = std::count_if(best_.begin(), best_.end(), [](double best) { return best >= strong_weight; });
  const auto any = std::count_if(best_.begin(), best_.end(), [](double best) { return best > 0; });
  const auto n = static_cast<double>(strong > 0 ? strong : any);
  rarity_ =
      (is_light ? light : 1) * thousandths(std::log(1 + (static_cast<double>(index_.size()) - n + 0.5) / (n + 0.5)));
}

double WordMatches::score(std::uint32_t document) const {
  double score = 0;
  for (std::size_t field = 0; field < frequency_.size(); ++field) {
    if (frequency_[field].empty() || frequency_[field][document] == 0) continue;
    const auto frequency = static_cast<double>(frequency_[field][document]);
    score += (index_.boost(field) * weight_[field][document] * ((bm25_k1 + 1) * frequency)) /
             (index_.length_part(field, document) + frequency);
  }
  return rarity_ * score;
}

std::vector<bool> documents_with(SearchIndex& index, const Sequence& sequence) {
  std::vector<bool> documents(index.size());
  find_sequence(index, sequence,
                [&](std::size_t, std::uint32_t document, std::uint32_t) { documents[document] = true; });
  return documents;
}

WordMatches match_word(SearchIndex& index, const ExpandedWord& word) {
  WordMatches matches(index);
  for (const auto& [term, weight] : word.weighed.weights()) {
    for (const FieldPostings& postings : index.postings_of(term)) {
      for (std::size_t i = 0; i < postings.documents.size(); ++i)
        matches.add(postings.field, postings.documents[i], static_cast<std::uint32_t>(postings.places_of(i).size()),
                    weight);
    }
  }
  for (const Sequence& sequence : word.sequences) {
    const auto add = [&](std::size_t field, std::uint32_t document, std::uint32_t times) {
      matches.add(field, document, times, sequence.weight);
    };
    if (sequence.apart) {
      find_apart(index, sequence, add);
    } else {
      find_sequence(index, sequence, add);
    }
  }
  matches.finish(word.is_light);
  return matches;
}

}  // namespace vav
