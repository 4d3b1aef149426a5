// Every key of vav.yaml: the table that reading, `vav schema` and the reference for people (vav-yaml.md) all come from.
// MapReader::finish() checks that the reading asks for exactly these keys, so neither can drift.
#pragma once

#include <string_view>
#include <vector>

namespace vav {

enum class FormatType {
  text,
  number,
  flag,
  local_text,  // one text, or a map of language -> text
  text_list,   // a list of texts, or one alone
  value,       // whatever the field's own type takes
  values,      // a map of freely chosen names -> whatever they stand for takes
  map,         // the keys of the map named in `of`
  named_maps,  // a map of freely chosen names -> the map named in `of`
  map_list,    // a list of the map named in `of`
};

struct FormatKey {
  std::string_view key;
  FormatType type = FormatType::text;
  std::string_view of;  // name of a FormatMap
  bool required = false;
  std::string_view fallback;      // what counts when it is left out; "" = nothing
  std::string_view help;          // English
  std::string_view choices = {};  // of a text: the words that it may be, with spaces between; "" = any
};

struct FormatMap {
  std::string_view name;
  std::string_view help;
  std::vector<FormatKey> keys;

  const FormatKey* find(std::string_view key) const;
};

// In the order in which people should read them; the first is the whole file.
const std::vector<FormatMap>& config_format();
// REQUIRES: there is a map of that name.
const FormatMap& config_format(std::string_view name);

// The reference for people, in Markdown.
std::string config_reference();

}  // namespace vav
