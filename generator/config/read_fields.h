// The fields of vav.yaml: their types, and what their values must be like.
#pragma once

#include <vector>

#include "config/schema_source.h"

namespace vav {

// REQUIRES: the ids of all kinds are in `schema`.
std::vector<Field> read_fields(const Value& map, const Wording& owner, const Schema& schema,
                               const SchemaSource& source);

}  // namespace vav
