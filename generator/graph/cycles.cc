#include "graph/cycles.h"

#include <algorithm>
#include <map>
#include <string>

namespace vav {
namespace {

// Depth first, with a stack of its own: a chain of replacements may be as long as the site.
class CycleFinder {
 public:
  CycleFinder(const KnowledgeGraph& graph, const std::vector<Page>& pages,
              const std::vector<std::vector<std::size_t>>& edges, Diagnostics& diagnostics)
      : graph_(graph), pages_(pages), edges_(edges), diagnostics_(diagnostics), states_(pages.size(), State::unseen) {}

  void run() {
    for (std::size_t page = 0; page < pages_.size(); ++page) {
      if (states_[page] == State::unseen && !edges_[page].empty()) walk(page);
    }
  }

 private:
  enum class State { unseen, on_path, done };
  struct Step {
    std::size_t page;
    std::size_t next = 0;  // index into its edges
  };

  void walk(std::size_t start) {
    path_ = {{start}};
    states_[start] = State::on_path;
    while (!path_.empty()) {
      Step& step = path_.back();
      if (step.next == edges_[step.page].size()) {
        states_[step.page] = State::done;
        path_.pop_back();
        continue;
      }
      const Relation& edge = graph_.relations()[edges_[step.page][step.next++]];
      if (states_[edge.to] == State::on_path) report(edge);
      if (states_[edge.to] != State::unseen) continue;
      states_[edge.to] = State::on_path;
      path_.push_back({edge.to});
    }
  }

  void report(const Relation& edge) {
    const auto start = std::ranges::find(path_, edge.to, &Step::page);
    std::string circle;
    for (auto step = start; step != path_.end(); ++step) circle += pages_[step->page].id + " → ";
    circle += pages_[edge.to].id;
    const Page& page = pages_[edge.from];
    diagnostics_.add("cycle", {page.path, page.references[edge.reference].target.place},
                     say("the relations lead round in a circle: {}", circle),
                     say("one of these links points the wrong way"));
  }

  const KnowledgeGraph& graph_;
  const std::vector<Page>& pages_;
  const std::vector<std::vector<std::size_t>>& edges_;  // by page
  Diagnostics& diagnostics_;
  std::vector<State> states_;
  std::vector<Step> path_;
};

}  // namespace

void find_cycles(const KnowledgeGraph& graph, const std::vector<Page>& pages, const Schema& schema,
                 Diagnostics& diagnostics) {
  std::map<std::string, std::vector<std::vector<std::size_t>>> groups;  // name of the relation; "" = the chain
  const auto& relations = graph.relations();
  for (std::size_t i = 0; i < relations.size(); ++i) {
    const RelationType& type = schema.kinds[relations[i].kind].relations[relations[i].type];
    const bool to_own_kind = std::ranges::find(type.to, relations[i].kind) != type.to.end();
    if (type.may_circle || (!type.in_chain && !to_own_kind)) continue;
    auto& edges = groups[to_own_kind ? type.name : ""];
    if (edges.empty()) edges.resize(pages.size());
    edges[relations[i].from].push_back(i);
  }
  for (const auto& [name, edges] : groups) CycleFinder(graph, pages, edges, diagnostics).run();
}

}  // namespace vav
