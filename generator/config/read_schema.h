// The kinds, fields and relations of vav.yaml -> Schema.
#pragma once

#include <string>

#include "base/value.h"
#include "config/reader.h"
#include "config/schema.h"
#include "diagnostics/diagnostic.h"

namespace vav {

// Reads the keys kinds, common, relation_fields and chain of the whole file's map. `languages` are those of the site.
Schema read_schema(const Value& file, const std::string& path, const Languages& languages, Diagnostics& diagnostics);

}  // namespace vav
