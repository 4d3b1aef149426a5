#include <algorithm>
#include <fmt/format.h>

#include "templates/compiled.h"
#include "templates/findings.h"

namespace vav::templates {
namespace {

// Depth first, with a stack of its own: a thousand templates may include each other in a row.
class CircleCutter {
 public:
  CircleCutter(std::vector<Template>& templates, Diagnostics& diagnostics)
      : templates_(templates), diagnostics_(diagnostics), states_(templates.size(), State::unseen) {}

  void run() {
    for (Index i = 0; i < templates_.size(); ++i) {
      if (states_[i] == State::unseen) walk_from(i);
    }
  }

 private:
  enum class State { unseen, open, done };
  struct Step {
    Index at;
    std::size_t next_link = 0;
  };

  // The includes of a template and, last, its parent; nullptr behind that.
  Link* link(const Step& step) {
    Template& source = templates_[step.at];
    if (step.next_link < source.includes.size()) return &source.includes[step.next_link];
    return step.next_link == source.includes.size() && source.parent ? &*source.parent : nullptr;
  }

  void walk_from(Index start) {
    path_.push_back({start});
    states_[start] = State::open;
    while (!path_.empty()) {
      Link* const next = link(path_.back());
      if (next == nullptr) {
        states_[path_.back().at] = State::done;
        path_.pop_back();
        continue;
      }
      ++path_.back().next_link;
      if (next->target == no_index || states_[next->target] == State::done) continue;
      if (states_[next->target] == State::open) {
        report(*next);
        next->target = no_index;
      } else {
        states_[next->target] = State::open;
        path_.push_back({next->target});
      }
    }
  }

  void report(const Link& link) {
    const Template& source = templates_[path_.back().at];
    std::string circle;
    const auto start = std::ranges::find(path_, link.target, &Step::at);
    for (auto step = start; step != path_.end(); ++step) circle += templates_[step->at].name + " → ";
    circle += templates_[link.target].name;
    SyntaxFindings(source, diagnostics_).add(link.range, say("the templates lead round in a circle: {}", circle));
  }

  std::vector<Template>& templates_;
  Diagnostics& diagnostics_;
  std::vector<State> states_;
  std::vector<Step> path_;
};

Lineage trace_lineage(const CompiledTemplates& compiled, Index start) {
  Lineage result;
  for (Index at = start; at != no_index;) {
    const Template& source = compiled.templates[at];
    result.templates.push_back(at);
    for (Index i = 0; i < source.blocks.size(); ++i) {
      const NameId name = source.blocks[i].name;
      auto chain = std::ranges::find(result.blocks, name, &BlockChain::name);
      if (chain == result.blocks.end()) chain = result.blocks.insert(chain, {name, {}});
      chain->versions.push_back({at, i});
    }
    at = source.parent ? source.parent->target : no_index;
  }
  return result;
}

class BlockChecker {
 public:
  BlockChecker(const CompiledTemplates& compiled, Diagnostics& diagnostics)
      : compiled_(compiled), diagnostics_(diagnostics) {}

  // With a parent that is missing or was cut off nothing can be said about the blocks.
  void check(Index index) {
    const Lineage& lineage = compiled_.lineages[index];
    const auto& base = compiled_.templates[lineage.templates.back()];
    if (base.parent) return;
    const Template& source = compiled_.templates[index];
    SyntaxFindings findings(source, diagnostics_);
    for (const Block& block : source.blocks) {
      if (block.name == no_index || has_parent_version(lineage, index, block.name)) continue;
      const std::string& name = compiled_.names.text(block.name);
      if (block.parent_call) {
        findings.add(*block.parent_call,
                     say("super() has nothing to call: no template that this one extends has a block '{}'", name));
      }
      if (source.parent && block.top_level) {
        findings.add(block.range,
                     say("the block is never shown: no template that this one extends has a block '{}'", name),
                     did_you_mean(name, parent_blocks(lineage, index)));
      }
    }
  }

 private:
  static bool has_parent_version(const Lineage& lineage, Index index, NameId name) {
    const auto chain = std::ranges::find(lineage.blocks, name, &BlockChain::name);
    return chain != lineage.blocks.end() && chain->versions.back().owner != index;
  }

  std::vector<std::string> parent_blocks(const Lineage& lineage, Index index) const {
    std::vector<std::string> names;
    for (const BlockChain& chain : lineage.blocks) {
      if (chain.name != no_index && chain.versions.back().owner != index)
        names.push_back(compiled_.names.text(chain.name));
    }
    return names;
  }

  const CompiledTemplates& compiled_;
  Diagnostics& diagnostics_;
};

}  // namespace

void link_templates(CompiledTemplates& compiled, Diagnostics& diagnostics) {
  CircleCutter(compiled.templates, diagnostics).run();
  for (Index i = 0; i < compiled.templates.size(); ++i) compiled.lineages.push_back(trace_lineage(compiled, i));
  BlockChecker checker(compiled, diagnostics);
  for (Index i = 0; i < compiled.templates.size(); ++i) checker.check(i);
}

}  // namespace vav::templates
