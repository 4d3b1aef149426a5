// The gathered parts of a kind's pages: labels, and the paths through the graph that fill them.
#pragma once

#include <vector>

#include "config/schema_source.h"

namespace vav {

// REQUIRES: the relations of all kinds are in `schema`.
std::vector<GatheredSection> read_sections(const Value& list, std::size_t own_kind, const Schema& schema,
                                           const SchemaSource& source);

}  // namespace vav
