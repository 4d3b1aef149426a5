// The links of the chain of evidence between items: what each rests on, and what rests on it. A page and its
// translations are one item, named by the page that the others translate (KnowledgeGraph::item_of).
#pragma once

#include <cstddef>
#include <vector>

#include "graph/knowledge_graph.h"
#include "pages/page.h"

namespace vav {

// One declared link from an item to an item of an earlier step, or evidence on its own step.
struct EvidenceLink {
  std::size_t later = 0;
  std::size_t earlier = 0;
  // What the earlier item is for the later one. `none`: it comes from there (a proposal from its group), which carries
  // as much as support.
  Evidence bearing = Evidence::none;
  // Index into KnowledgeGraph::relations(): where it is written; on the item's own page, where that says it too.
  std::size_t relation = 0;

  // What nuances an item, or speaks against it, is nothing that the item rests on.
  bool carries() const { return bearing == Evidence::none || bearing == Evidence::supports; }
};

// An item that stands in the place of another: what came of the other goes on through it, and it rests on what the
// other rested on. One may replace several (they were merged), and several one (it was split).
struct Succession {
  std::size_t successor = 0;
  std::size_t predecessor = 0;
  std::size_t relation = 0;  // as in EvidenceLink
};

enum class Along { towards_evidence, towards_consequences };

// Const once made; any number of threads may read.
class EvidenceGraph {
 public:
  EvidenceGraph() = default;
  // A link that a page and its translation both declare is one. Linear in the number of relations.
  EvidenceGraph(const std::vector<Page>& pages, const std::vector<bool>& on_site, const KnowledgeGraph& graph,
                const Schema& schema);

  // Every item on the site that stands on a step, by step and then in page order.
  const std::vector<std::size_t>& items() const { return items_; }
  // The 1-based step of an item's kind; 0 = it is outside the chain.
  std::size_t step_of(std::size_t item) const { return steps_[item]; }
  std::size_t step_count() const { return step_count_; }

  // In the order in which they are written, page by page.
  const std::vector<EvidenceLink>& links() const { return links_; }
  // Indices into links(): those whose later, or earlier, end the item is.
  const std::vector<std::size_t>& behind(std::size_t item) const { return behind_[item]; }
  const std::vector<std::size_t>& ahead(std::size_t item) const { return ahead_[item]; }

  // Between items of the chain, in the order in which they are written; and by page the indices of those where it is
  // the predecessor, or the successor.
  const std::vector<Succession>& successions() const { return successions_; }
  const std::vector<std::size_t>& replaced_by(std::size_t item) const { return replaced_by_[item]; }
  const std::vector<std::size_t>& replacing(std::size_t item) const { return replacing_[item]; }
  bool is_replaced(std::size_t item) const { return !replaced_by_[item].empty(); }

  // All items that links which carry, and successions, lead to, however many steps away, each once, in page order;
  // `item` itself is not among them.
  std::vector<std::size_t> reach(std::size_t item, Along direction) const;

 private:
  std::size_t step_count_ = 0;
  std::vector<std::size_t> steps_;  // by page
  std::vector<std::size_t> items_;
  std::vector<EvidenceLink> links_;
  std::vector<Succession> successions_;
  std::vector<std::vector<std::size_t>> behind_, ahead_, replaced_by_, replacing_;  // by page
};

}  // namespace vav
