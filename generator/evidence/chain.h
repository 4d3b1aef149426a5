// The thread of evidence through one page: what it rests on, and what came of it, by the steps of the chain that
// vav.yaml declares.
#pragma once

#include <vector>

#include "evidence/evidence_graph.h"
#include "graph/knowledge_graph.h"

namespace vav {

// By step of the chain (index = step - 1): the items of that step, in page order.
using ChainSteps = std::vector<std::vector<std::size_t>>;

// For a page of the chain: everything that it rests on by relations towards earlier steps, and everything that rests on
// it, however many steps away; what only nuances, or speaks against, carries nothing. The page's own step holds the
// page alone. For a page outside the chain: the pages of the chain that stand in relation to it, each step alone.
ChainSteps trace_chain(std::size_t page, const EvidenceGraph& evidence, const KnowledgeGraph& graph);

}  // namespace vav
