// Small pieces of JSON Schema. Used inside this room only.
#pragma once

#include <string>
#include <vector>

#include "base/value.h"

namespace vav::schema {

Value of_type(const char* type);
Value reference_to(const std::string& definition);
// Any of the schemas; those that are nothing but such a choice themselves are opened.
Value any_of(const List& alternatives);
// One alone, or a list of them with the other keys of `list`.
Value one_or_list(const Value& one, MapBuilder list);
// Also nothing: a key that is written without a value counts as left out.
Value or_null(const Value& schema);
// `schema` with a key more.
Value with(const Value& schema, std::string_view key, Value value);
// A map with these keys and no others.
Value closed_map(Entries properties, const std::vector<std::string>& required);
Value text_list(const std::vector<std::string>& texts);

}  // namespace vav::schema
