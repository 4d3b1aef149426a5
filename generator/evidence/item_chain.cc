#include "evidence/item_chain.h"

#include <algorithm>
#include <deque>
#include <map>
#include <set>
#include <tuple>

namespace vav {
namespace {

// Breadth first, so that the nearest items are those that are kept.
class ChainCollector {
 public:
  ChainCollector(std::size_t item, const EvidenceGraph& evidence, std::size_t most) : evidence_(evidence), most_(most) {
    chain_.item = item;
    items_.insert(item);
  }

  ItemChain collect() {
    walk(Along::towards_evidence);
    walk(Along::towards_consequences);
    chain_.items.assign(items_.begin(), items_.end());
    std::ranges::stable_sort(chain_.items, {}, [this](std::size_t item) { return evidence_.step_of(item); });
    return std::move(chain_);
  }

 private:
  void walk(Along direction) {
    std::set<std::size_t> seen = {chain_.item};
    std::deque<std::size_t> open = {chain_.item};
    while (!open.empty()) {
      const std::size_t here = open.front();
      open.pop_front();
      for (const ChainEdge& edge : edges_at(here, direction)) {
        const std::size_t next = direction == Along::towards_evidence ? edge.earlier : edge.later;
        if (!items_.contains(next) && items_.size() == most_) {
          chain_.whole = false;
          continue;
        }
        items_.insert(next);
        const bool goes_on = direction == Along::towards_evidence || edge.carries();
        if (goes_on && seen.insert(next).second) open.push_back(next);
        (direction == Along::towards_evidence ? chain_.behind : chain_.ahead).push_back(edge);
      }
    }
  }

  // The links of one item in one direction: one edge for all passages that bear alike, in the order of the first.
  std::vector<ChainEdge> edges_at(std::size_t item, Along direction) const {
    const bool back = direction == Along::towards_evidence;
    std::vector<ChainEdge> edges;
    std::map<std::pair<std::size_t, Evidence>, std::size_t> number_of;
    for (const std::size_t number : back ? evidence_.behind(item) : evidence_.ahead(item)) {
      const EvidenceLink& link = evidence_.links()[number];
      const auto [found, is_new] =
          number_of.try_emplace({back ? link.earlier : link.later, link.bearing}, edges.size());
      if (is_new)
        edges.push_back({.later = link.later, .earlier = link.earlier, .bearing = link.bearing, .relations = {}});
      edges[found->second].relations.push_back(link.relation);
    }
    for (const std::size_t number : back ? evidence_.replacing(item) : evidence_.replaced_by(item)) {
      const Succession& one = evidence_.successions()[number];
      edges.push_back(
          {.later = one.successor, .earlier = one.predecessor, .succession = true, .relations = {one.relation}});
    }
    return edges;
  }

  const EvidenceGraph& evidence_;
  std::size_t most_;
  ItemChain chain_;
  std::set<std::size_t> items_;
};

class BranchMaker {
 public:
  BranchMaker(const ItemChain& chain, Along direction)
      : back_(direction == Along::towards_evidence), edges_(chain.edges(direction)) {
    for (std::size_t i = 0; i < edges_.size(); ++i) edges_at_[back_ ? edges_[i].later : edges_[i].earlier].push_back(i);
  }

  // As deep as the chain is long, which is at most its number of items.
  std::vector<ChainBranch> branches(std::size_t item) {
    told_.insert(item);
    std::vector<ChainBranch> all;
    const auto found = edges_at_.find(item);
    if (found == edges_at_.end()) return all;
    for (const std::size_t number : found->second) {
      const ChainEdge& edge = edges_[number];
      ChainBranch branch{.edge = number, .item = back_ ? edge.earlier : edge.later, .branches = {}};
      // What came of an item does not stand under what only speaks against it.
      const bool goes_on = back_ || edge.carries();
      if (goes_on && !told_.contains(branch.item)) {
        branch.branches = branches(branch.item);
      } else {
        branch.again = goes_on && edges_at_.contains(branch.item);
      }
      all.push_back(std::move(branch));
    }
    return all;
  }

 private:
  bool back_;
  const std::vector<ChainEdge>& edges_;
  std::map<std::size_t, std::vector<std::size_t>> edges_at_;  // by the end that is nearer to the chain's item
  std::set<std::size_t> told_;
};

}  // namespace

ItemChain chain_of(std::size_t item, const EvidenceGraph& evidence, std::size_t most) {
  return ChainCollector(item, evidence, most).collect();
}

std::vector<ChainBranch> branches_of(const ItemChain& chain, Along direction) {
  return BranchMaker(chain, direction).branches(chain.item);
}

}  // namespace vav
