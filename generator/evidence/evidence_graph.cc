#include "evidence/evidence_graph.h"

#include <algorithm>
#include <set>
#include <string>
#include <tuple>

namespace vav {
namespace {

bool is_item(std::size_t page, const std::vector<Page>& pages, const std::vector<bool>& on_site,
             const KnowledgeGraph& graph) {
  return on_site[page] && pages[page].role == SourceRole::page && graph.item_of(page) == page;
}

}  // namespace

EvidenceGraph::EvidenceGraph(const std::vector<Page>& pages, const std::vector<bool>& on_site,
                             const KnowledgeGraph& graph, const Schema& schema)
    : step_count_(schema.chain.size()), behind_(pages.size()), ahead_(pages.size()) {
  for (const Page& page : pages) steps_.push_back(schema.kinds[page.kind].chain_step);
  for (std::size_t page = 0; page < pages.size(); ++page) {
    if (steps_[page] > 0 && is_item(page, pages, on_site, graph)) items_.push_back(page);
  }
  std::ranges::stable_sort(items_, {}, [this](std::size_t item) { return steps_[item]; });
  // A passage apart is a link apart: what it says there may be another thing.
  std::set<std::tuple<std::size_t, std::size_t, std::size_t, std::string>> seen;
  for (std::size_t i = 0; i < graph.relations().size(); ++i) {
    const Relation& relation = graph.relations()[i];
    const std::size_t later = graph.item_of(relation.from);
    const std::size_t earlier = graph.item_of(relation.to);
    // A relation belongs to the chain when it leads from a later step to an earlier one: it is written on the younger
    // page.
    if (steps_[earlier] == 0 || steps_[later] <= steps_[earlier]) continue;
    const std::string& passage = pages[relation.from].references[relation.reference].passage;
    if (!seen.emplace(later, earlier, relation.type, passage).second) continue;
    const Evidence bearing = schema.kinds[relation.kind].relations[relation.type].evidence;
    behind_[later].push_back(links_.size());
    ahead_[earlier].push_back(links_.size());
    links_.push_back({later, earlier, bearing, i});
  }
}

std::vector<std::size_t> EvidenceGraph::reach(std::size_t item, Along direction) const {
  std::set<std::size_t> seen;
  std::vector<std::size_t> open = {item};
  while (!open.empty()) {
    const std::size_t here = open.back();
    open.pop_back();
    for (const std::size_t number : direction == Along::towards_evidence ? behind_[here] : ahead_[here]) {
      const EvidenceLink& link = links_[number];
      const std::size_t next = direction == Along::towards_evidence ? link.earlier : link.later;
      if (link.carries() && seen.insert(next).second) open.push_back(next);
    }
  }
  return {seen.begin(), seen.end()};
}

}  // namespace vav
