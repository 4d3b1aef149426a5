// What hangs together with one item of the chain, and how: the pages beside the table of what rests on what.
#pragma once

#include <string>
#include <vector>

#include "base/value.h"
#include "evidence/traceability.h"
#include "render/list_pages.h"
#include "render/site_data.h"
#include "render/site_model.h"

namespace vav {

// The page of a row: everything that it hangs together with, kind by kind.
std::string traced_row_address(std::size_t item, const SiteModel& model);
PagePlan plan_traced_row(const TraceRow& row, const SiteModel& model, const SiteData& data);
// Id of the part of that page that lists the items of a kind.
std::string traced_group_id(std::size_t kind, const SiteModel& model);

// The items of a column's kind with the rows that they hang together with, those without any last.
std::string traced_kind_address(std::size_t kind, const SiteModel& model);
std::vector<PagePlan> plan_traced_kind(std::size_t kind, const SiteModel& model, const SiteData& data);

// Words for how two items hang together: "for", "nuanced", "against"; "leads" for what follows; "way" when others carry
// it; "review" last, where a link of their own is to be reviewed. `follows`: the item is what comes of the row. The
// first is the strongest.
List bearing_names(const Bearing& bearing, bool follows);
// What several items have together: [{name, count}] of the names that occur, in the order of `bearing_names`.
List bearing_counts(const std::vector<List>& names);
// Whether items of the kind come after the row.
bool follows(std::size_t kind, const TraceRow& row, const SiteModel& model);

// The choice by which the item's page says that it rests on nothing: "egen bedömning"; "" when it does not say so.
std::string unsupported_words(std::size_t item, const SiteModel& model);

}  // namespace vav
