#include "templates/filter_catalogue.h"

#include <array>

namespace vav::templates {

std::span<const FilterEntry> filter_catalogue() {
  using enum BuiltinFilter;
  static constexpr std::array<FilterEntry, 22> filters = {{
      {"batch", batch, 1, 2},
      {"capitalize", capitalize, 0, 0},
      {"count", length, 0, 0},
      {"d", fallback, 1, 2},
      {"default", fallback, 1, 2},
      {"e", escape, 0, 0},
      {"escape", escape, 0, 0},
      {"first", first, 0, 0},
      {"int", integer, 0, 1},
      {"join", join, 0, 1},
      {"json", json, 0, 0},
      {"last", last, 0, 0},
      {"length", length, 0, 0},
      {"list", list, 0, 0},
      {"lower", lower, 0, 0},
      {"map", map, 1, 1},
      {"rejectattr", rejectattr, 1, 3},
      {"replace", replace, 2, 2},
      {"reverse", reverse, 0, 0},
      {"selectattr", selectattr, 1, 3},
      {"trim", trim, 0, 0},
      {"upper", upper, 0, 0},
  }};
  return filters;
}

std::span<const TestEntry> test_catalogue() {
  static constexpr std::array<TestEntry, 11> tests = {{
      {"defined", Test::defined},
      {"undefined", Test::undefined},
      {"none", Test::none},
      {"string", Test::text},
      {"number", Test::number},
      {"boolean", Test::flag},
      {"list", Test::list},
      {"sequence", Test::list},
      {"mapping", Test::mapping},
      {"odd", Test::odd},
      {"even", Test::even},
  }};
  return tests;
}

std::optional<Selection> find_selection(std::string_view name) {
  using enum Selection;
  if (name == "equalto" || name == "eq" || name == "==") return equal;
  if (name == "ne" || name == "!=") return not_equal;
  if (name == "in") return in;
  if (name == "none") return none;
  if (name == "defined") return defined;
  if (name == "undefined") return undefined;
  return std::nullopt;
}

}  // namespace vav::templates
