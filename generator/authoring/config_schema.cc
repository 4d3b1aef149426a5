#include <map>

#include "authoring/json_schema.h"
#include "authoring/schema_parts.h"
#include "base/text.h"
#include "config/format.h"
#include "diagnostics/diagnostic.h"

namespace vav {
namespace {

using namespace schema;

std::string definition_name(std::string_view map) {
  return replace_all(replace_all(map, " ", "-"), ".", "-");
}

// The findings whose severity a site may change.
Value severities() {
  Entries properties;
  for (const DiagnosticKind& kind : diagnostic_kinds()) {
    if (kind.fixed) continue;
    const Value words = text_list({"error", "warning", "note"});
    properties.push_back(
        {std::string(kind.id), or_null(Value::map({{"description", kind.explanation}, {"enum", words}})), {}});
  }
  return closed_map(std::move(properties), {});
}

Value text_of(const FormatKey& key) {
  if (key.choices.empty()) return of_type("string");
  std::vector<std::string> words;
  for (const std::string_view word : split(key.choices, ' ')) words.emplace_back(word);
  return Value::map({{"type", "string"}, {"enum", text_list(words)}});
}

Value list_of(const Value& one) {
  return Value::map({{"type", "array"}, {"items", one}});
}

Value constraint_of(const FormatKey& key) {
  Value text = text_of(key);
  switch (key.type) {
    case FormatType::text:
      return text;
    case FormatType::number:
      return of_type("number");
    case FormatType::flag:
      return of_type("boolean");
    case FormatType::local_text:
      return any_of({text, Value::map({{"type", "object"}, {"additionalProperties", text}})});
    case FormatType::text_list:
      // Paths and steps are lists of lists.
      return one_or_list(any_of({text, list_of(text)}), {});
    case FormatType::value:
      return Entries{};
    case FormatType::values:
      return of_type("object");
    case FormatType::map:
      return key.of.empty() ? severities() : reference_to(definition_name(key.of));
    case FormatType::named_maps:
      return Value::map({{"type", "object"},
                         {"propertyNames", Value::map({{"pattern", "^[a-z0-9_-]+$"}})},
                         {"additionalProperties", or_null(reference_to(definition_name(key.of)))}});
    case FormatType::map_list: {
      const Value one = reference_to(definition_name(key.of));
      return one_or_list(key.of == "choice" ? any_of({of_type("string"), one}) : one, {});
    }
  }
  return Entries{};
}

// A number or flag without a value is a mistake; anything else without one counts as left out.
bool may_be_empty(const FormatKey& key) {
  return !key.required && key.type != FormatType::number && key.type != FormatType::flag;
}

Value map_schema(const FormatMap& map) {
  Entries properties;
  std::vector<std::string> required;
  for (const FormatKey& key : map.keys) {
    MapBuilder property;
    property.set("description", key.fallback.empty()
                                    ? std::string(key.help)
                                    : std::string(key.help) + " (default: " + std::string(key.fallback) + ")");
    const Value constraint = constraint_of(key);
    const Value settled = may_be_empty(key) ? or_null(constraint) : constraint;
    // In draft 7 nothing counts beside a $ref.
    if (settled.find("$ref")) {
      property.set("allOf", Value(List{settled}));
    } else {
      for (const Entry& entry : *settled.entries()) property.set(entry.key, entry.value);
    }
    properties.push_back({std::string(key.key), std::move(property).build(), {}});
    if (key.required) required.emplace_back(key.key);
  }
  return with(closed_map(std::move(properties), required), "description", map.help);
}

}  // namespace

Value config_schema() {
  const std::vector<FormatMap>& maps = config_format();
  MapBuilder schema;
  schema.set("$schema", schema_dialect).set("title", maps.front().name);
  const Value top = map_schema(maps.front());
  for (const Entry& entry : *top.entries()) schema.set(entry.key, entry.value);
  MapBuilder definitions;
  for (std::size_t i = 1; i < maps.size(); ++i) definitions.set(definition_name(maps[i].name), map_schema(maps[i]));
  schema.set("definitions", std::move(definitions).build());
  return std::move(schema).build();
}

}  // namespace vav
