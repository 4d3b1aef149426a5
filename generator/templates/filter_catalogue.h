// The built-in filters and tests by name, for the parser and the language reference.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "templates/syntax_tree.h"

namespace vav::templates {

struct FilterEntry {
  std::string_view name;
  BuiltinFilter filter;
  std::size_t least;  // arguments
  std::size_t most;
};

struct TestEntry {
  std::string_view name;
  Test test;
};

std::span<const FilterEntry> filter_catalogue();
std::span<const TestEntry> test_catalogue();

// The second argument of selectattr and rejectattr.
enum class Selection { defined, undefined, none, equal, not_equal, in };
std::optional<Selection> find_selection(std::string_view name);

}  // namespace vav::templates
