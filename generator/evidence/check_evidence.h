// What authors can do wrong with evidence that no single link shows.
#pragma once

#include <string_view>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "evidence/evidence_graph.h"

namespace vav {

struct EvidenceInputs {
  const std::vector<Page>& pages;
  const std::vector<bool>& on_site;
  const KnowledgeGraph& graph;
  const EvidenceGraph& evidence;
  const Schema& schema;
};

// Of every item of the chain: evidence that is missing, or given although the item says that it has none; a reason that
// is missing; a passage that bears in two ways; a link to what has been replaced; a link that speaks against without a
// word about it; an item that is parked although something came of it; then translations that say something else than
// their originals. In page order. Linear in the number of links.
void check_evidence(const EvidenceInputs& inputs, Diagnostics& diagnostics);

// Whether the page says what the waiver stands for.
bool declares(const Page& page, const Waiver& waiver);
// The reason that the page gives for it; "" = none, or nothing that can be read.
std::string_view reason_given(const Page& page, const Waiver& waiver);

}  // namespace vav
