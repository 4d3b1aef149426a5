// Paths through the graph as vav.yaml writes them: `relation` the way it is written, `kind.relation` to the pages that
// point here.
#pragma once

#include <vector>

#include "config/schema_source.h"

namespace vav {

// One path, or a list of paths, that start at pages of any of the kinds `from`; when `to` is not null, each must be
// able to end at pages of one of those kinds. A path that leads nowhere is a finding and left out. REQUIRES: the
// relations of all kinds are in `schema`.
std::vector<RelationPath> read_paths(const List& via, const std::vector<std::size_t>& from,
                                     const std::vector<std::size_t>* to, const Schema& schema,
                                     const SchemaSource& source);

}  // namespace vav
