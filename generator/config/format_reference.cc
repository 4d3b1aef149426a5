#include <fmt/format.h>
#include <string>

#include "base/text.h"
#include "config/format.h"

namespace vav {
namespace {

std::string anchor(std::string_view name) {
  std::string id = replace_all(std::string(name), " ", "-");
  return replace_all(id, ".", "");
}

std::string type_words(const FormatKey& key) {
  const std::string linked = fmt::format("[{}](#{})", key.of, anchor(key.of));
  switch (key.type) {
    case FormatType::text:
      return "text";
    case FormatType::number:
      return "number";
    case FormatType::flag:
      return "true or false";
    case FormatType::local_text:
      return "text, or language: text";
    case FormatType::text_list:
      return "list of texts";
    case FormatType::value:
      return "a value of the field's type";
    case FormatType::values:
      return "name: value";
    case FormatType::map:
      return key.of.empty() ? "id: text" : linked;
    case FormatType::named_maps:
      return "name: " + linked;
    case FormatType::map_list:
      return "list of " + linked;
  }
  return {};
}

}  // namespace

std::string config_reference() {
  std::string out =
      "# vav.yaml, key by key\n\n"
      "For whoever declares a knowledge base. `vav schema --reference` writes this file from the table that vav reads "
      "vav.yaml with\n(generator/config/format.cc); a test compares them. A key that is not here is an error.\n";
  for (const FormatMap& map : config_format()) {
    out += fmt::format("\n## {}\n\n{}\n\n| key | takes | when left out | what it does |\n|---|---|---|---|\n", map.name,
                       map.help);
    for (const FormatKey& key : map.keys) {
      out += fmt::format("| `{}` | {} | {} | {} |\n", key.key, type_words(key),
                         key.required ? "**required**" : key.fallback, replace_all(key.help, "|", "\\|"));
    }
  }
  return out;
}

}  // namespace vav
