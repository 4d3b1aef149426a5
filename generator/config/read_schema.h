// The kinds, fields and relations of vav.yaml -> Schema.
#pragma once

#include <string>

#include "base/value.h"
#include "config/schema.h"
#include "diagnostics/diagnostic.h"

namespace vav {

// Reads the keys kinds, common, relation_fields and chain of the whole file's map. `language` is the site's own.
Schema read_schema(const Value& file, const std::string& path, const std::string& language, Diagnostics& diagnostics);

// Keys that every kind has and that no kind may declare itself (interface.md, Content folder).
const std::vector<std::string>& common_keys();

}  // namespace vav
