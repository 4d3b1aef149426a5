// The filters that every template has.
#pragma once

#include <span>

#include "templates/operations.h"
#include "templates/syntax_tree.h"

namespace vav::templates {

// REQUIRES: the filter is not `fallback`, which the evaluator does itself; as many arguments as filter_catalogue()
// allows.
Value apply_filter(BuiltinFilter filter, const Value& input, std::span<const Value> arguments, Problem& problem);

// The value of a key of a map; nullptr, and a problem, when there is none.
const Value* find_key(const Value& object, std::string_view key, Problem& problem);
// object[key]: a key of a map, or the number of an item, from the end when negative.
const Value* find_item(const Value& object, const Value& key, Problem& problem);

}  // namespace vav::templates
