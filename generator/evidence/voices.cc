#include "evidence/voices.h"

#include <algorithm>
#include <set>

namespace vav {

std::vector<std::size_t> Voices::of(std::size_t item) const {
  std::vector<std::size_t> all;
  std::set<std::size_t> named, seen = {item};
  std::vector<std::size_t> open = {item};
  const auto visit = [&](std::size_t next) {
    if (seen.insert(next).second) open.push_back(next);
  };
  // It grows while it is gone through.
  std::size_t at = 0;
  while (at < open.size()) {
    const std::size_t here = open[at++];
    const std::vector<std::size_t> own = own_voices(here);
    for (const std::size_t voice : own) {
      if (named.insert(voice).second) all.push_back(voice);
    }
    // Who speaks for themselves speaks for nobody behind them.
    if (!own.empty()) continue;
    for (const std::size_t number : evidence_.behind(here)) {
      if (evidence_.links()[number].carries()) visit(evidence_.links()[number].earlier);
    }
    for (const std::size_t number : evidence_.replacing(here)) visit(evidence_.successions()[number].predecessor);
  }
  return all;
}

std::vector<std::size_t> Voices::origins_of(std::size_t item) const {
  if (evidence_.step_of(item) == 1) return {item};
  std::vector<std::size_t> origins = evidence_.reach(item, Along::towards_evidence);
  std::erase_if(origins, [this](std::size_t one) { return evidence_.step_of(one) != 1; });
  return origins;
}

std::vector<std::size_t> Voices::own_voices(std::size_t item) const {
  std::vector<std::size_t> voices;
  for (const std::size_t page : graph_.family_of(item)) {
    for (const std::size_t edge : graph_.outgoing(page)) {
      const Relation& relation = graph_.relations()[edge];
      if (!schema_.kinds[relation.kind].relations[relation.type].voice) continue;
      const std::size_t voice = graph_.item_of(relation.to);
      if (std::ranges::find(voices, voice) == voices.end()) voices.push_back(voice);
    }
  }
  return voices;
}

}  // namespace vav
