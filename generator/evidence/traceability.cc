#include "evidence/traceability.h"

#include <algorithm>
#include <map>

namespace vav {
namespace {

bool contains(const std::vector<std::size_t>& kinds, std::size_t kind) {
  return std::ranges::find(kinds, kind) != kinds.end();
}

void add_link(Bearing& bearing, const EvidenceLink& link, const Suspects& suspects) {
  bearing.suspect = bearing.suspect || suspects.concern(link.relation);
  switch (link.bearing) {
    case Evidence::none:
    case Evidence::supports:
      bearing.supports = true;
      break;
    case Evidence::nuances:
      bearing.nuances = true;
      break;
    case Evidence::contradicts:
      bearing.contradicts = true;
      break;
  }
}

TraceRow trace_row(std::size_t item, const std::vector<std::size_t>& column_kinds, const EvidenceGraph& evidence,
                   const Suspects& suspects, const std::vector<Page>& pages) {
  TraceRow row{.item = item};
  std::map<std::size_t, Bearing> found;
  for (const std::size_t number : evidence.behind(item)) {
    const EvidenceLink& link = evidence.links()[number];
    row.has_support = row.has_support || link.carries();
    row.is_disputed = row.is_disputed || !link.carries();
    row.is_suspect = row.is_suspect || suspects.concern(link.relation);
    add_link(found[link.earlier], link, suspects);
  }
  for (const std::size_t number : evidence.ahead(item)) {
    row.has_consequences = true;
    add_link(found[evidence.links()[number].later], evidence.links()[number], suspects);
  }
  for (const Along direction : {Along::towards_evidence, Along::towards_consequences}) {
    for (const std::size_t one : evidence.reach(item, direction)) {
      Bearing& bearing = found[one];
      bearing.by_way = bearing.by_way || !bearing.direct();
    }
  }
  for (const auto& [one, bearing] : found) {
    if (contains(column_kinds, pages[one].kind)) row.items.push_back({one, bearing});
  }
  return row;
}

}  // namespace

Traceability trace_rows(const TraceabilityRules& rules, const EvidenceGraph& evidence, const Suspects& suspects,
                        const std::vector<Page>& pages, const Schema& schema) {
  Traceability table;
  table.row_kinds = rules.rows;
  table.rows_of.resize(pages.size());
  if (table.row_kinds.empty()) return table;
  for (const auto& step : schema.chain) {
    for (const std::size_t kind : step) {
      if (!contains(table.row_kinds, kind)) table.column_kinds.push_back(kind);
    }
  }
  for (const std::size_t item : evidence.items()) {
    if (!contains(table.row_kinds, pages[item].kind)) continue;
    table.rows.push_back(trace_row(item, table.column_kinds, evidence, suspects, pages));
    for (const TracedItem& one : table.rows.back().items)
      table.rows_of[one.item].push_back({table.rows.size() - 1, one.bearing});
  }
  return table;
}

}  // namespace vav
