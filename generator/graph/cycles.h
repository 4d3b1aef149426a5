// Items that lead back to themselves along relations that may not go round.
#pragma once

#include <vector>

#include "diagnostics/diagnostic.h"
#include "graph/knowledge_graph.h"

namespace vav {

// A page and its translations are one. All relations along the chain are one graph, those that are evidence on one step
// too, whatever they are called; any other relation from a kind to itself is one of its own. Relations that may circle
// (vav.yaml, `cycles: true`) belong to none. Each circle is told once, at the link that closes it.
void find_cycles(const KnowledgeGraph& graph, const std::vector<Page>& pages, const Schema& schema,
                 Diagnostics& diagnostics);

}  // namespace vav
