#include "config/read_waivers.h"

#include <algorithm>

namespace vav {
namespace {

std::optional<std::size_t> field_number(const Kind& kind, const std::string& name) {
  const auto found = std::ranges::find(kind.fields, name, &Field::name);
  if (found == kind.fields.end()) return std::nullopt;
  return static_cast<std::size_t>(found - kind.fields.begin());
}

}  // namespace

std::optional<Waiver> read_waiver(const Entry* entry, const Kind& kind, const SchemaSource& source) {
  if (entry == nullptr) return std::nullopt;
  const Value& map = entry->value;
  MapReader reader(map, config_format("waiver"), say("'{}' of the kind '{}'", entry->key, kind.id), source.path,
                   source.diagnostics);
  const bool needs_choice = entry->key != "parked" || !map.at("field").is_null() || !map.at("value").is_null();
  const std::string field =
      needs_choice ? reader.required_text("field") : reader.text("field", map.at("reason").text_or_empty());
  const std::string value = needs_choice ? reader.required_text("value") : reader.text("value");
  const std::string reason = reader.required_text("reason");
  reader.finish();
  if (field.empty() || reason.empty() || (needs_choice && value.empty())) return std::nullopt;
  const auto why = field_number(kind, reason);
  const auto is_text = [](FieldType type) { return type == FieldType::text || type == FieldType::rich_text; };
  if (!why || !is_text(kind.fields[*why].type)) {
    source.report(map.at("reason"), say("'{}' is no text field of '{}'", reason, kind.id));
    return std::nullopt;
  }
  if (!needs_choice) return Waiver{*why, "", *why};
  const auto says = field_number(kind, field);
  if (!says || kind.fields[*says].type != FieldType::choice || kind.fields[*says].many) {
    source.report(map.at("field"), say("'{}' is no field of '{}' with one choice", field, kind.id));
    return std::nullopt;
  }
  if (std::ranges::find(kind.fields[*says].choices, value, &Choice::value) == kind.fields[*says].choices.end()) {
    source.report(map.at("value"), say("'{}' is no choice of '{}'", value, field));
    return std::nullopt;
  }
  return Waiver{*says, value, *why};
}

}  // namespace vav
