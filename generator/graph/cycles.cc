#include "graph/cycles.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

namespace vav {
namespace {

// Depth first, with a stack of its own: a chain of replacements may be as long as the site.
class CycleFinder {
 public:
  CycleFinder(const KnowledgeGraph& graph, const std::vector<Page>& pages,
              const std::vector<std::vector<std::size_t>>& edges, Diagnostics& diagnostics)
      : graph_(graph), pages_(pages), edges_(edges), diagnostics_(diagnostics), states_(pages.size(), State::unseen) {}

  void run() {
    for (std::size_t item = 0; item < pages_.size(); ++item) {
      if (states_[item] == State::unseen && !edges_[item].empty()) walk(item);
    }
  }

 private:
  enum class State { unseen, on_path, done };
  struct Step {
    std::size_t item;
    std::size_t next = 0;  // index into its edges
  };

  void walk(std::size_t start) {
    path_ = {{start}};
    states_[start] = State::on_path;
    while (!path_.empty()) {
      Step& step = path_.back();
      if (step.next == edges_[step.item].size()) {
        states_[step.item] = State::done;
        path_.pop_back();
        continue;
      }
      const Relation& edge = graph_.relations()[edges_[step.item][step.next++]];
      const std::size_t to = graph_.item_of(edge.to);
      if (states_[to] == State::on_path) report(edge, to);
      if (states_[to] != State::unseen) continue;
      states_[to] = State::on_path;
      path_.push_back({to});
    }
  }

  void report(const Relation& edge, std::size_t to) {
    const auto start = std::ranges::find(path_, to, &Step::item);
    std::string circle;
    for (auto step = start; step != path_.end(); ++step) circle += pages_[step->item].id + " → ";
    circle += pages_[to].id;
    const Page& page = pages_[edge.from];
    diagnostics_.add("cycle", {page.path, page.references[edge.reference].target.place},
                     say("the relations lead round in a circle: {}", circle),
                     say("one of these links points the wrong way"));
  }

  const KnowledgeGraph& graph_;
  const std::vector<Page>& pages_;
  const std::vector<std::vector<std::size_t>>& edges_;  // by item
  Diagnostics& diagnostics_;
  std::vector<State> states_;
  std::vector<Step> path_;
};

}  // namespace

void find_cycles(const KnowledgeGraph& graph, const std::vector<Page>& pages, const Schema& schema,
                 Diagnostics& diagnostics) {
  // By the name of the relation ("" = the chain) and the items at both ends: where it is said, on the item's own page
  // when that says it too.
  std::map<std::string, std::map<std::pair<std::size_t, std::size_t>, std::size_t>> groups;
  const auto& relations = graph.relations();
  for (std::size_t i = 0; i < relations.size(); ++i) {
    const RelationType& type = schema.kinds[relations[i].kind].relations[relations[i].type];
    const bool to_own_kind = std::ranges::find(type.to, relations[i].kind) != type.to.end();
    if (type.may_circle || (!type.in_chain && !to_own_kind)) continue;
    // What one item rests on cannot nuance that, or speak against it: all evidence is one graph, whatever its relation.
    const bool of_chain = !to_own_kind || type.evidence != Evidence::none;
    const std::size_t from = graph.item_of(relations[i].from);
    const auto [known, is_new] =
        groups[of_chain ? "" : type.name].try_emplace({from, graph.item_of(relations[i].to)}, i);
    if (!is_new && relations[i].from == from && relations[known->second].from != from) known->second = i;
  }
  for (const auto& [name, ends] : groups) {
    std::vector<std::vector<std::size_t>> edges(pages.size());
    for (const auto& [items, relation] : ends) edges[items.first].push_back(relation);
    for (auto& of_item : edges) std::ranges::sort(of_item);
    CycleFinder(graph, pages, edges, diagnostics).run();
  }
}

}  // namespace vav
