// The chain of one item: everything that it rests on and everything that came of it, with the links between. What the
// picture of an item shows, its list, and `vav trace`.
#pragma once

#include <cstddef>
#include <vector>

#include "evidence/evidence_graph.h"

namespace vav {

// All that is declared between two items in one sense.
struct ChainEdge {
  std::size_t later = 0;
  std::size_t earlier = 0;
  Evidence bearing = Evidence::none;
  bool succession = false;             // `later` replaces `earlier`
  std::vector<std::size_t> relations;  // where it is written, once for each passage: as EvidenceLink::relation

  bool carries() const { return bearing == Evidence::none || bearing == Evidence::supports; }
};

struct ItemChain {
  std::size_t item = 0;
  std::vector<std::size_t> items;        // itself too; by step, then page order
  std::vector<ChainEdge> behind, ahead;  // no edge is in both
  bool whole = true;                     // false: it has more than the most items asked for; those nearest are here

  const std::vector<ChainEdge>& edges(Along direction) const {
    return direction == Along::towards_evidence ? behind : ahead;
  }
};

// Towards evidence every link is followed: what speaks against an item is shown with where it comes from. Towards
// consequences the chain ends at what the item nuances or speaks against: what came of that did not come of the item.
// Successions are followed both ways. REQUIRES: `item` stands on a step; most >= 1. Costs no more than the items shown
// and their links.
ItemChain chain_of(std::size_t item, const EvidenceGraph& evidence, std::size_t most);

// The edges as they are read from the item outwards: a tree in which each edge stands once.
struct ChainBranch {
  std::size_t edge = 0;  // index into ItemChain::edges(direction)
  std::size_t item = 0;  // at its far end
  bool again = false;    // what is beyond the item stands at its first place
  std::vector<ChainBranch> branches;
};
std::vector<ChainBranch> branches_of(const ItemChain& chain, Along direction);

}  // namespace vav
