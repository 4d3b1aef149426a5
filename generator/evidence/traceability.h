// What rests on what: for every item that declares evidence, all items of the other kinds of the chain that it hangs
// together with; and the same seen from those. Data only: what is shown of it is a matter of render.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "config/evidence_rules.h"
#include "evidence/evidence_graph.h"
#include "evidence/suspects.h"

namespace vav {

// How two items hang together. Several may be true: one passage supports what another nuances.
struct Bearing {
  bool supports = false;  // or leads from one to the other, where no evidence is meant
  bool nuances = false;
  bool contradicts = false;
  bool by_way = false;   // no link of their own: other items carry it
  bool suspect = false;  // a link of their own is to be reviewed

  bool direct() const { return supports || nuances || contradicts; }
  friend bool operator==(const Bearing&, const Bearing&) = default;
};

struct TracedItem {
  std::size_t item = 0;
  Bearing bearing;
};

// One row: `items` hold every item of a column that it rests on or that came of it, in page order.
struct TraceRow {
  std::size_t item = 0;
  std::vector<TracedItem> items;
  bool has_support = false;       // it rests on something, by a link of its own
  bool is_disputed = false;       // something nuances it or speaks against it
  bool has_consequences = false;  // something rests on it
  bool is_suspect = false;        // a link of its own to what it rests on is to be reviewed
};

struct Traceability {
  std::vector<std::size_t> row_kinds;
  std::vector<std::size_t> column_kinds;  // all other kinds of the chain, step by step
  std::vector<TraceRow> rows;             // every item of the row kinds, linked or not; in the order of `items()`
  // By page: for an item of a column, the rows that it is in (indices), with how; empty for all others.
  std::vector<std::vector<TracedItem>> rows_of;
};

// Linear in what hangs together. `pages` tell the kinds.
Traceability trace_rows(const TraceabilityRules& rules, const EvidenceGraph& evidence, const Suspects& suspects,
                        const std::vector<Page>& pages, const Schema& schema);

}  // namespace vav
