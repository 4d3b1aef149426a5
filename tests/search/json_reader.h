// Reads JSON as JavaScript's JSON.parse does, for the tools that hold our index against lunr's: strings are UTF-16 and
// keep lone surrogates, which no UTF-8 reader can. Trusts its input, which Node wrote; what it does not expect ends the
// program.
#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace vav::testing {

struct Json;
struct JsonEntry;
using JsonList = std::vector<Json>;
using JsonObject = std::vector<JsonEntry>;

struct Json {
  std::variant<std::monostate, bool, double, std::u16string, JsonList, JsonObject> data;

  bool is_null() const { return data.index() == 0; }
  const std::u16string* text() const { return std::get_if<std::u16string>(&data); }
  const double* number() const { return std::get_if<double>(&data); }
  const JsonList* list() const { return std::get_if<JsonList>(&data); }
  const JsonObject* object() const { return std::get_if<JsonObject>(&data); }
  // The value of a key, or nullptr.
  const Json* find(std::u16string_view key) const;
};

struct JsonEntry {
  std::u16string key;
  Json value;
};

Json read_json(std::string_view bytes);

// What String(value) gives in JavaScript.
std::u16string js_string(const Json& value);

}  // namespace vav::testing
