// What is new on the site since a baseline: new items, changed ones and what of them, withdrawn ones; and the
// conclusions that rest on any of them. From stored states alone, never from the times of files.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "evidence/baseline.h"
#include "evidence/evidence_graph.h"

namespace vav {

// A field that holds something else, by its name in ItemState.
struct FieldChange {
  std::string name;
  std::vector<std::string> before, after;
};

// Targets as in ItemState; an `altered` one is pointed at as before, but the link carries something else.
struct RelationChange {
  std::string name;
  std::vector<std::string> added, removed, altered;
};

// Blocks of the text that were replaced; either side may be empty. `first`: of the blocks as they are now, the one
// where the change stands.
struct TextChange {
  std::vector<std::string> before, after;
  std::size_t first = 0;
};

struct ItemChange {
  enum class Sort { added, changed, withdrawn };
  Sort sort = Sort::changed;
  std::optional<std::size_t> page;    // as it is now; a withdrawn one has none
  std::optional<std::size_t> before;  // index into the baseline's items; a new one has none
  std::string title_before;           // of a changed title; "" = it is as it was
  std::optional<FieldChange> status;  // of the field that its kind names as its status
  std::vector<FieldChange> fields;    // all others, in the order of the kind
  std::vector<RelationChange> relations;
  std::vector<TextChange> texts;
  bool hidden = false;  // withdrawn, and for editors only now: not even its title is told
  // Pages of items of the kinds that declare evidence, which rest on this one, are nuanced or contradicted by it, or by
  // what rests on it: in page order.
  std::vector<std::size_t> affected;
};

// A baseline, and what is new since; changes by id and language, what was withdrawn last.
struct Since {
  Baseline baseline;
  std::vector<ItemChange> changes;
};

// What comparing looks things up in. `now` is the state of exactly these pages.
struct ComparedSite {
  const std::vector<Page>& pages;
  const std::vector<bool>& on_site;
  const Routes& routes;
  const KnowledgeGraph& graph;
  const EvidenceGraph& evidence;
  const Schema& schema;
};

// Fields and relations that vav.yaml no longer declares, or keeps for editors now, are no changes of items. An item
// that bears another id now is the same item when its page says so by redirect_from.
std::vector<ItemChange> compare_with(const Baseline& baseline, const SiteState& now, const ComparedSite& site);

}  // namespace vav
