// YAML text -> Value with a place for every key and value. The one includer of yaml-cpp, so its faults end here:
// duplicate keys, `010`, aliases, unterminated quotes and bad UTF-8, which it takes in silence, are findings.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/value.h"
#include "diagnostics/diagnostic.h"

namespace vav {

struct YamlLimits {
  std::size_t bytes = 65'536;
  std::size_t values = 10'000;
};

// One YAML document. `first_line` is the line of the file `path` on which `text` starts. Plain scalars become null,
// flag, whole number or number as in YAML's core schema; everything else, dates too, is text. On a finding that stops
// the reading, null is returned. Any thread.
Value parse_yaml(std::string_view text, const std::string& path, int first_line, const YamlLimits& limits,
                 Diagnostics& diagnostics);

}  // namespace vav
