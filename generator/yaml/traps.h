// YAML's own traps, found in the text itself, since a parser either takes them in silence or names something else.
#pragma once

#include <string>
#include <string_view>

#include "diagnostics/diagnostic.h"

namespace vav {

struct YamlTraps {
  Diagnostics errors;  // yaml-colon, yaml-quote, yaml-tab: why a parser would fail; of no account where it does not
  // yaml-colon for "key:text", which is a text or a key without value to a parser.
  Diagnostics missing_spaces;
  Diagnostics warnings;  // yaml-comment: text that a parser drops
};

// Reads the text as people write front matter: block maps and lists, flow maps and lists, quotes, block scalars.
// `first_line` is the line of the file on which it starts. Any text, valid YAML or not. REQUIRES: valid UTF-8.
YamlTraps find_yaml_traps(std::string_view text, const std::string& path, int first_line);

}  // namespace vav
