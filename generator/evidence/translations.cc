#include "evidence/translations.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

namespace vav {
namespace {

// Where a page stands when what is wrong with it stands nowhere.
constexpr Place top_of_page{1, 1, 3};

using Cited = std::pair<std::size_t, std::string>;  // item, passage
using Types = std::map<std::size_t, std::size_t>;   // of relations -> the relation
using Links = std::map<Cited, Types>;

class TranslationCheck {
 public:
  explicit TranslationCheck(const EvidenceInputs& inputs) : inputs_(inputs) {}

  void check(std::size_t page, Diagnostics& diagnostics) const {
    const std::size_t original = inputs_.graph.item_of(page);
    const Links own = links_of(page), others = links_of(original);
    std::set<Cited> told;  // under another relation
    for (const auto& [cited, types] : own) {
      const Types there = types_of(others, cited);
      for (const auto& [type, relation] : types) {
        if (there.contains(type)) continue;
        tell_extra(page, original, relation, there, diagnostics);
        told.insert(cited);
      }
    }
    for (const auto& [cited, types] : others) {
      const Types here = types_of(own, cited);
      for (const auto& [type, relation] : types) {
        if (!here.contains(type) && !told.contains(cited)) tell_missing(page, original, relation, diagnostics);
      }
    }
  }

 private:
  static Types types_of(const Links& links, const Cited& cited) {
    const auto found = links.find(cited);
    return found == links.end() ? Types{} : found->second;
  }

  Links links_of(std::size_t page) const {
    Links links;
    for (const std::size_t edge : inputs_.graph.outgoing(page)) {
      const Relation& relation = inputs_.graph.relations()[edge];
      if (is_of_chain(relation))
        links[{inputs_.graph.item_of(relation.to), reference_of(relation).passage}].emplace(relation.type, edge);
    }
    return links;
  }

  // As EvidenceGraph has it.
  bool is_of_chain(const Relation& relation) const {
    const std::size_t later = inputs_.evidence.step_of(relation.from), earlier = inputs_.evidence.step_of(relation.to);
    const RelationType& type = type_of(relation);
    return earlier > 0 &&
           (type.name == replaces_relation || later > earlier || (later == earlier && type.evidence != Evidence::none));
  }

  const Reference& reference_of(const Relation& relation) const {
    return inputs_.pages[relation.from].references[relation.reference];
  }
  const RelationType& type_of(const Relation& relation) const {
    return inputs_.schema.kinds[relation.kind].relations[relation.type];
  }

  void tell_extra(std::size_t page, std::size_t original, std::size_t edge, const Types& under,
                  Diagnostics& diagnostics) const {
    const Relation& relation = inputs_.graph.relations()[edge];
    const SourceSpan span{inputs_.pages[page].path, reference_of(relation).target.place};
    const std::string& name = type_of(relation).name;
    const std::string& written = reference_of(relation).target.text;
    const std::string& other = inputs_.pages[original].path;
    if (under.empty()) {
      diagnostics.add("translation-differs", span, say("'{}' points at {} here, and not in {}", name, written, other),
                      say("write it in {} too, or take it away here", other));
      return;
    }
    const std::string& there = inputs_.schema.kinds[relation.kind].relations[under.begin()->first].name;
    diagnostics.add("translation-differs", span,
                    say("{} stands under '{}' here, and under '{}' in {}", written, name, there, other),
                    say("write the same on both pages"));
  }

  void tell_missing(std::size_t page, std::size_t original, std::size_t edge, Diagnostics& diagnostics) const {
    const Relation& relation = inputs_.graph.relations()[edge];
    const std::string& other = inputs_.pages[original].path;
    diagnostics.add(
        "translation-differs", {inputs_.pages[page].path, top_of_page},
        say("'{}' points at {} in {}, and not here", type_of(relation).name, reference_of(relation).target.text, other),
        say("write it here too, or take it away in {}", other));
  }

  const EvidenceInputs& inputs_;
};

}  // namespace

void compare_translations(const EvidenceInputs& inputs, Diagnostics& diagnostics) {
  const TranslationCheck check(inputs);
  for (std::size_t page = 0; page < inputs.pages.size(); ++page) {
    const std::size_t original = inputs.graph.item_of(page);
    if (page != original && inputs.on_site[page] && inputs.pages[page].role == SourceRole::page &&
        inputs.evidence.step_of(page) > 0 && inputs.pages[page].kind == inputs.pages[original].kind)
      check.check(page, diagnostics);
  }
}

}  // namespace vav
