// Items along paths of relations, a page and its translations as one.
#pragma once

#include <vector>

#include "graph/knowledge_graph.h"
#include "pages/page.h"

namespace vav {

// The items that any of the paths leads to from `item`, each once, in page order; itself never. What a translation
// declares is declared by its item.
std::vector<std::size_t> items_along(const std::vector<RelationPath>& paths, std::size_t item,
                                     const KnowledgeGraph& graph, const std::vector<Page>& pages, const Schema& schema);

}  // namespace vav
