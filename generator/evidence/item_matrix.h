// Who said what of which subject: counts of items by a row and a column, as `matrix` of vav.yaml declares it. Data
// only.
#pragma once

#include <cstddef>
#include <vector>

#include "config/evidence_rules.h"
#include "evidence/evidence_graph.h"

namespace vav {

struct MatrixCell {
  std::size_t column = 0;                       // index into ItemMatrix::columns
  std::vector<std::vector<std::size_t>> items;  // by view, in page order
  bool invited = false;                         // the row was to say something of the column
  bool spoke = false;                           // and did, in a view with a voice

  bool silent() const { return invited && !spoke; }
  // Over all views.
  std::size_t count() const;
};

struct ItemMatrix {
  std::vector<std::size_t> rows;     // every item of the row kind, in page order
  std::vector<std::size_t> columns;  // every item of the column kinds: kind by kind, then in page order
  // By row: its cells that have something to tell, in the order of columns.
  std::vector<std::vector<MatrixCell>> cells;
  // Items that cells would count, had not another taken their place: that one is counted. In page order.
  std::vector<std::size_t> replaced;
};

// Empty where vav.yaml declares none. Costs as much as the paths are long.
ItemMatrix count_matrix(const MatrixRules& rules, const KnowledgeGraph& graph, const std::vector<Page>& pages,
                        const std::vector<bool>& on_site, const Schema& schema);

}  // namespace vav
