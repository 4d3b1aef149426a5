// What is wanted of the evidence and is not there: a line for each sort of gap, each with how many of how many, and
// with the items that it names. Data only.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "config/site_config.h"
#include "evidence/evidence_graph.h"
#include "evidence/item_matrix.h"
#include "evidence/traceability.h"

namespace vav {

struct CoverageItem {
  std::size_t item = 0;
  std::optional<std::size_t> other;  // one_voice, one_origin: the only one; silent: the item of the column
  std::string reason;                // of an item counted apart: why it is meant to be so
};

struct CoverageLine {
  enum class Sort {
    without_evidence,  // items that declare evidence, and have none that supports them
    one_voice,         // those that have some, but of one voice at most (vav.yaml, `voice: true`)
    one_origin,        // likewise, but from one item of the first step at most
    unused,            // items that nothing rests on
    without,           // items that lack a relation that vav.yaml expects
    to_review,         // those with links that carry a pin, and of them one at least that is suspect
    silent,            // rows of the matrix that were to say something of a column, and did not
  };
  Sort sort = Sort::without_evidence;
  std::string id;            // for limits: "conclusion-without-evidence"
  std::size_t kind = 0;      // of the items
  std::size_t relation = 0;  // of `without`: index into the kind's relations
  std::size_t out_of = 0;    // how many could be named; an item that another replaces is not one of them
  std::vector<CoverageItem> items;
  std::vector<CoverageItem> apart;  // that would be named, did they not say why (`unsupported`, `parked`)
};

using Coverage = std::vector<CoverageLine>;

struct CoverageInputs {
  const SiteConfig& config;
  const std::vector<Page>& pages;
  const KnowledgeGraph& graph;
  const EvidenceGraph& evidence;
  const Suspects& suspects;
  const Traceability& traceability;
  const ItemMatrix& matrix;
};

// Every line that the declarations of vav.yaml make sense of, those with nothing to name too. Without a chain: none.
Coverage measure_coverage(const CoverageInputs& inputs);

}  // namespace vav
