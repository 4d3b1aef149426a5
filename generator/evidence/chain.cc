#include "evidence/chain.h"

#include <set>

namespace vav {
namespace {

std::set<std::size_t> neighbours(std::size_t page, const KnowledgeGraph& graph) {
  std::set<std::size_t> found;
  for (const std::size_t twin : graph.family_of(page)) {
    for (const std::size_t edge : graph.outgoing(twin)) found.insert(graph.item_of(graph.relations()[edge].to));
    for (const std::size_t edge : graph.incoming(twin)) found.insert(graph.item_of(graph.relations()[edge].from));
  }
  return found;
}

}  // namespace

ChainSteps trace_chain(std::size_t page, const EvidenceGraph& evidence, const KnowledgeGraph& graph) {
  const std::size_t item = graph.item_of(page);
  std::set<std::size_t> found;
  if (evidence.step_of(item) > 0) {
    for (const Along direction : {Along::towards_evidence, Along::towards_consequences}) {
      for (const std::size_t one : evidence.reach(item, direction)) {
        if (evidence.step_of(one) != evidence.step_of(item)) found.insert(one);
      }
    }
    found.insert(item);
  } else {
    found = neighbours(page, graph);
  }
  ChainSteps steps(evidence.step_count());
  for (const std::size_t one : found) {
    if (const std::size_t step = evidence.step_of(one); step > 0) steps[step - 1].push_back(one);
  }
  return steps;
}

}  // namespace vav
