#include "evidence/evidence_graph.h"

#include <algorithm>
#include <map>
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
    : step_count_(schema.chain.size()),
      behind_(pages.size()),
      ahead_(pages.size()),
      replaced_by_(pages.size()),
      replacing_(pages.size()) {
  for (const Page& page : pages) steps_.push_back(schema.kinds[page.kind].chain_step);
  for (std::size_t page = 0; page < pages.size(); ++page) {
    if (steps_[page] > 0 && is_item(page, pages, on_site, graph)) items_.push_back(page);
  }
  std::ranges::stable_sort(items_, {}, [this](std::size_t item) { return steps_[item]; });
  // A passage apart is a link apart: what it says there may be another thing.
  // To its place in links_ or successions_.
  std::map<std::tuple<std::size_t, std::size_t, std::size_t, std::string>, std::size_t> place_of;
  for (std::size_t i = 0; i < graph.relations().size(); ++i) {
    const Relation& relation = graph.relations()[i];
    const RelationType& type = schema.kinds[relation.kind].relations[relation.type];
    const std::size_t later = graph.item_of(relation.from);
    const std::size_t earlier = graph.item_of(relation.to);
    if (steps_[earlier] == 0 || steps_[later] == 0 || later == earlier) continue;
    const bool replaces = type.name == replaces_relation;
    // A relation belongs to the chain when it leads from a later step to an earlier one: it is written on the younger
    // page.
    const bool linked =
        steps_[later] > steps_[earlier] || (steps_[later] == steps_[earlier] && type.evidence != Evidence::none);
    if (!replaces && !linked) continue;
    const std::string& passage = pages[relation.from].references[relation.reference].passage;
    const auto [known, is_new] =
        place_of.try_emplace({later, earlier, relation.type, passage}, replaces ? successions_.size() : links_.size());
    if (!is_new) {
      // What the item's own page says of the link (its pin, its remark) counts before what a translation says.
      std::size_t& kept = replaces ? successions_[known->second].relation : links_[known->second].relation;
      if (relation.from == later) kept = i;
      continue;
    }
    if (replaces) {
      replaced_by_[earlier].push_back(successions_.size());
      replacing_[later].push_back(successions_.size());
      successions_.push_back({later, earlier, i});
      continue;
    }
    behind_[later].push_back(links_.size());
    ahead_[earlier].push_back(links_.size());
    links_.push_back({later, earlier, type.evidence, i});
  }
}

std::vector<std::size_t> EvidenceGraph::reach(std::size_t item, Along direction) const {
  const bool back = direction == Along::towards_evidence;
  std::set<std::size_t> seen;
  std::vector<std::size_t> open = {item};
  const auto add = [&](std::size_t next) {
    if (seen.insert(next).second) open.push_back(next);
  };
  while (!open.empty()) {
    const std::size_t here = open.back();
    open.pop_back();
    for (const std::size_t number : back ? behind_[here] : ahead_[here]) {
      const EvidenceLink& link = links_[number];
      if (link.carries()) add(back ? link.earlier : link.later);
    }
    for (const std::size_t number : back ? replacing_[here] : replaced_by_[here])
      add(back ? successions_[number].predecessor : successions_[number].successor);
  }
  seen.erase(item);
  return {seen.begin(), seen.end()};
}

}  // namespace vav
