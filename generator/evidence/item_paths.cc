#include "evidence/item_paths.h"

#include <set>

namespace vav {
namespace {

bool fits(const Relation& relation, const PathStep& step, const std::vector<Page>& pages, const Schema& schema) {
  if (step.inverse && pages[relation.from].kind != step.kind) return false;
  return schema.kinds[relation.kind].relations[relation.type].name == step.relation;
}

}  // namespace

std::vector<std::size_t> items_along(const std::vector<RelationPath>& paths, std::size_t item,
                                     const KnowledgeGraph& graph, const std::vector<Page>& pages,
                                     const Schema& schema) {
  std::set<std::size_t> found;
  for (const RelationPath& path : paths) {
    std::set<std::size_t> here = {item};
    for (const PathStep& step : path) {
      std::set<std::size_t> next;
      for (const std::size_t one : here) {
        for (const std::size_t page : graph.family_of(one)) {
          for (const std::size_t edge : step.inverse ? graph.incoming(page) : graph.outgoing(page)) {
            const Relation& relation = graph.relations()[edge];
            if (fits(relation, step, pages, schema))
              next.insert(graph.item_of(step.inverse ? relation.from : relation.to));
          }
        }
      }
      here = std::move(next);
    }
    found.merge(here);
  }
  found.erase(item);
  return {found.begin(), found.end()};
}

}  // namespace vav
