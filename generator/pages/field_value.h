// One value of front matter, checked against the field that it belongs to.
#pragma once

#include <optional>
#include <string>

#include "config/schema.h"
#include "diagnostics/diagnostic.h"

namespace vav {

// The value as the field's type wants it (a date as text in ISO form), or a finding.
std::optional<Value> check_value(const Field& field, const Value& value, const std::string& path,
                                 Diagnostics& diagnostics);

// All values of a field: a list, or one alone. Null = none.
std::vector<Value> check_values(const Field& field, const Value& value, const std::string& path,
                                Diagnostics& diagnostics);

}  // namespace vav
