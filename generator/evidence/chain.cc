#include "evidence/chain.h"

#include <set>

namespace vav {
namespace {

// A relation belongs to the chain when it leads from a later step to an earlier one: it is written on the younger page.
class ChainTracer {
 public:
  ChainTracer(const KnowledgeGraph& graph, const std::vector<Page>& pages, const Schema& schema)
      : graph_(graph), pages_(pages), schema_(schema) {}

  std::set<std::size_t> reach(std::size_t start, bool towards_evidence) const {
    std::set<std::size_t> seen;
    std::vector<std::size_t> open = {start};
    while (!open.empty()) {
      const std::size_t page = open.back();
      open.pop_back();
      for (const std::size_t edge : towards_evidence ? graph_.outgoing(page) : graph_.incoming(page)) {
        const Relation& relation = graph_.relations()[edge];
        if (step_of(relation.from) <= step_of(relation.to) || step_of(relation.to) == 0 || !carries(relation)) continue;
        const std::size_t next = towards_evidence ? relation.to : relation.from;
        if (seen.insert(next).second) open.push_back(next);
      }
    }
    return seen;
  }

  std::set<std::size_t> neighbours(std::size_t page) const {
    std::set<std::size_t> found;
    for (const std::size_t edge : graph_.outgoing(page)) found.insert(graph_.relations()[edge].to);
    for (const std::size_t edge : graph_.incoming(page)) found.insert(graph_.relations()[edge].from);
    return found;
  }

  // What nuances a page, or speaks against it, is nothing that the page rests on.
  bool carries(const Relation& relation) const {
    const Evidence evidence = schema_.kinds[relation.kind].relations[relation.type].evidence;
    return evidence == Evidence::none || evidence == Evidence::supports;
  }

  std::size_t step_of(std::size_t page) const { return schema_.kinds[pages_[page].kind].chain_step; }

 private:
  const KnowledgeGraph& graph_;
  const std::vector<Page>& pages_;
  const Schema& schema_;
};

}  // namespace

ChainSteps trace_chain(std::size_t page, const KnowledgeGraph& graph, const std::vector<Page>& pages,
                       const Schema& schema) {
  const ChainTracer tracer(graph, pages, schema);
  ChainSteps steps(schema.chain.size());
  std::set<std::size_t> found;
  if (tracer.step_of(page) > 0) {
    found.insert(page);
    for (const std::size_t twin : graph.family_of(page)) {
      found.merge(tracer.reach(twin, true));
      found.merge(tracer.reach(twin, false));
    }
  } else {
    for (const std::size_t twin : graph.family_of(page)) found.merge(tracer.neighbours(twin));
  }
  // A page and its translations are one.
  std::set<std::size_t> items;
  for (const std::size_t one : found) items.insert(graph.item_of(one));
  for (const std::size_t one : items) {
    const std::size_t step = tracer.step_of(one);
    if (step > 0) steps[step - 1].push_back(one);
  }
  return steps;
}

}  // namespace vav
