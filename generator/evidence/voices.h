// Whose word evidence is, and where it was said: what evidence is counted and grouped by.
#pragma once

#include <cstddef>
#include <vector>

#include "evidence/evidence_graph.h"

namespace vav {

// Reads only; any number of threads may use one.
class Voices {
 public:
  Voices(const EvidenceGraph& evidence, const KnowledgeGraph& graph, const Schema& schema)
      : evidence_(evidence), graph_(graph), schema_(schema) {}

  // The items that the item's own voice relations (vav.yaml, `voice: true`) point at, in the order in which they are
  // written. An item that names nobody speaks with the voices of what it rests on.
  std::vector<std::size_t> of(std::size_t item) const;
  // The items of the first step that the item rests on; itself, if it stands on that step. In page order.
  std::vector<std::size_t> origins_of(std::size_t item) const;

 private:
  std::vector<std::size_t> own_voices(std::size_t item) const;

  const EvidenceGraph& evidence_;
  const KnowledgeGraph& graph_;
  const Schema& schema_;
};

}  // namespace vav
