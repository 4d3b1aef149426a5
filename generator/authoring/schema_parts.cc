#include "authoring/schema_parts.h"

namespace vav::schema {

Value of_type(const char* type) {
  return Value::map({{"type", type}});
}

Value reference_to(const std::string& definition) {
  return Value::map({{"$ref", "#/definitions/" + definition}});
}

Value any_of(const List& alternatives) {
  List all;
  for (const Value& one : alternatives) {
    const bool nested = one.entries()->size() == 1 && one.find("anyOf");
    const List parts = nested ? one.at("anyOf").items() : List{one};
    all.insert(all.end(), parts.begin(), parts.end());
  }
  return all.size() == 1 ? all.front() : Value::map({{"anyOf", Value(std::move(all))}});
}

Value one_or_list(const Value& one, MapBuilder list) {
  list.set("type", "array").set("items", one);
  return any_of({one, std::move(list).build()});
}

Value or_null(const Value& schema) {
  if (schema.entries()->empty()) return schema;
  if (schema.at("type").is_text() && !schema.find("enum"))
    return with(schema, "type", text_list({schema.at("type").text_or_empty(), "null"}));
  return any_of({schema, of_type("null")});
}

Value with(const Value& schema, std::string_view key, Value value) {
  MapBuilder map;
  for (const Entry& entry : *schema.entries()) map.set(entry.key, entry.value);
  map.set(key, std::move(value));
  return std::move(map).build();
}

Value closed_map(Entries properties, const std::vector<std::string>& required) {
  MapBuilder map;
  map.set("type", "object").set("properties", Value(std::move(properties)));
  if (!required.empty()) map.set("required", text_list(required));
  map.set("additionalProperties", false);
  return std::move(map).build();
}

Value text_list(const std::vector<std::string>& texts) {
  return List(texts.begin(), texts.end());
}

}  // namespace vav::schema
