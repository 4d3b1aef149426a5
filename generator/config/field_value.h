// Values checked against the field that they belong to: those of front matter, and the defaults of vav.yaml.
#pragma once

#include <optional>
#include <string>

#include "config/schema.h"
#include "diagnostics/diagnostic.h"

namespace vav {

// The value as the field's type wants it, or a finding: a date as text in ISO form, a reference as the name that is
// written, a record as a map of its fields (those with `many` as lists, missing ones with a default as that).
std::optional<Value> check_value(const Field& field, const Value& value, const std::string& path,
                                 Diagnostics& diagnostics);

// All values of a field: a list, or one alone. Null = none.
std::vector<Value> check_values(const Field& field, const Value& value, const std::string& path,
                                Diagnostics& diagnostics);

}  // namespace vav
