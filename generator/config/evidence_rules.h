// What the tables of evidence show, as vav.yaml declares it: what rests on what (traceability), who said what of which
// subject (matrix), and what is wanted of evidence (coverage).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "config/schema.h"

namespace vav {

struct TraceabilityRules {
  std::vector<std::size_t> rows;     // kinds: unless vav.yaml says so, those that declare evidence
  std::vector<std::size_t> filters;  // indices into SiteConfig::facets: each value has a table of its own rows
  std::size_t columns = 12;          // a kind with more items is one column with a number
};

// Some of the items that a matrix counts.
struct MatrixView {
  std::string id;                     // in addresses
  LocalText label;                    // "Said"
  std::vector<RelationPath> rows;     // from an item of a row to those counted
  std::vector<RelationPath> columns;  // from an item of a column to those counted
  bool voice = false;                 // the row's item speaks in them
};

struct MatrixRules {
  LocalText label;
  std::optional<std::size_t> rows;    // a kind; nothing = the site has no matrix
  std::vector<std::size_t> columns;   // kinds
  std::vector<MatrixView> views;      // one or more where there are rows
  std::vector<RelationPath> invited;  // from an item of a column to rows that were to say something of it
  LocalText silent;                   // what an invited row is called that said nothing; "" = nothing is told of it
};

// The greatest number that a line of the coverage report may have.
struct CoverageLimit {
  std::string line;  // id, as the report names it
  std::size_t most = 0;
  Place place;  // in vav.yaml
};

}  // namespace vav
