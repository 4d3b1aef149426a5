#include "config/read_fields.h"

#include <algorithm>
#include <fmt/format.h>

#include "base/text.h"
#include "base/unicode.h"
#include "config/field_value.h"

namespace vav {
namespace {

class FieldReader {
 public:
  FieldReader(const Schema& schema, const SchemaSource& source) : schema_(schema), source_(source) {}

  std::vector<Field> read(const Value& map, const Wording& owner, bool in_record) {
    std::vector<Field> fields;
    for (const Entry& entry : named_entries(map, owner, source_)) fields.push_back(read_field(entry, in_record));
    return fields;
  }

 private:
  Field read_field(const Entry& entry, bool in_record) {
    Field field;
    field.name = entry.key;
    MapReader reader(entry.value, config_format(in_record ? "record field" : "field"), say("the field '{}'", entry.key),
                     source_.path, source_.diagnostics);
    read_type(field, reader);
    field.many = reader.flag("many", false);
    field.required = reader.flag("required", false);
    field.personal = reader.flag("personal", false);
    field.label = reader.local_text("label", source_.languages);
    field.help = reader.local_text("help", {source_.languages.front()});
    if (field.label.empty()) field.label.set(source_.languages.front(), capitalize(replace_all(field.name, "_", " ")));
    read_parts(field, reader, in_record);
    read_limits(field, reader);
    read_default(field, reader);
    reader.finish();
    return field;
  }

  static void read_type(Field& field, MapReader& reader) {
    const std::string type = reader.text("type", "text");
    if (const auto known = field_type_from(type)) {
      field.type = *known;
      return;
    }
    const Wording near = did_you_mean(type, field_type_names());
    reader.report(reader.map().at("type"), say("there is no field type '{}'", type),
                  near.empty() ? say("types: {}", join(field_type_names(), ", ")) : near);
  }

  // What a choice, a reference and a record consist of; each belongs to its type, and only to it.
  void read_parts(Field& field, MapReader& reader, bool in_record) {
    for (const Value& choice : reader.list("choices")) field.choices.push_back(read_choice(choice));
    for (const Value& kind : reader.list("to")) {
      if (const auto known = find_kind(schema_, kind, source_)) field.to.push_back(*known);
    }
    if (!in_record) {
      field.fields = read(reader.value("fields"), reader.what(), true);
      field.internal = reader.internal();
      field.listed_in = reader.text("listed_in");
      field.part = reader.flag("part", false);
      read_age(field, reader);
    }
    if (in_record && field.type == FieldType::record) {
      reader.report(reader.map().at("type"), say("a record cannot hold another record"));
      return;
    }
    expect_part(field, reader, FieldType::choice, "choices");
    expect_part(field, reader, FieldType::reference, "to");
    expect_part(field, reader, FieldType::record, "fields");
  }

  static void expect_part(const Field& field, MapReader& reader, FieldType type, std::string_view key) {
    const Value& value = reader.map().at(key);
    const bool given = !value.items().empty() || value.is_text() || (value.is_map() && !value.entries()->empty());
    if ((field.type == type) == given) return;
    reader.report(given ? value : reader.map(), say("the field '{}' must have '{}' when its type is {}, and only then",
                                                    field.name, key, field_type_name(type)));
  }

  Choice read_choice(const Value& value) {
    if (value.is_text()) {
      Choice plain{.value = *value.text(), .label = {}};
      plain.label.set(source_.languages.front(), plain.value);
      return plain;
    }
    MapReader reader(value, config_format("choice"), say("a choice"), source_.path, source_.diagnostics);
    Choice choice;
    choice.value = reader.required_text("value");
    choice.label = reader.local_text("label", source_.languages);
    choice.quiet = reader.flag("quiet", false);
    if (choice.label.empty()) choice.label.set(source_.languages.front(), choice.value);
    reader.finish();
    return choice;
  }

  static void read_age(Field& field, MapReader& reader) {
    const Value& given = reader.value("max_age_days");
    const std::int64_t days = reader.integer("max_age_days", 0);
    if (!given.is_null() && field.type != FieldType::date)
      reader.report(given, say("'max_age_days' is for dates, not for {}", field_type_name(field.type)));
    if (given.integer() && days < 1) reader.report(given, say("'max_age_days' must be at least 1"));
    field.max_age_days = static_cast<int>(std::clamp<std::int64_t>(days, 0, 36'500));
  }

  static void read_limits(Field& field, MapReader& reader) {
    const bool is_text = field.type == FieldType::text || field.type == FieldType::rich_text ||
                         field.type == FieldType::url || field.type == FieldType::role_email;
    field.minimum = reader.number("min");
    field.maximum = reader.number("max");
    if (field.minimum && field.maximum && *field.minimum > *field.maximum)
      reader.report(reader.map().at("max"), say("'max' is less than 'min'"));
    if ((field.minimum || field.maximum) && !is_text && field.type != FieldType::number) {
      reader.report(reader.map().at(field.minimum ? "min" : "max"),
                    say("'min' and 'max' are for numbers and texts, not for {}", field_type_name(field.type)));
    }
    const std::string expression = reader.text("pattern");
    if (expression.empty()) return;
    Pattern pattern(expression);
    const Value& at = reader.map().at("pattern");
    if (!is_text) reader.report(at, say("'pattern' is for texts, not for {}", field_type_name(field.type)));
    if (!pattern.valid()) reader.report(at, say("'{}' is no regular expression", expression));
    if (is_text && pattern.valid()) field.pattern = std::move(pattern);
  }

  void read_default(Field& field, MapReader& reader) {
    const Value& given = reader.value("default");
    if (given.is_null()) return;
    if (field.required) reader.report(given, say("a field with a default is never missing: leave out 'required'"));
    std::vector<Value> checked = check_values(field, given, source_.path, source_.diagnostics);
    if (!checked.empty()) field.fallback = field.many ? Value(List(checked)) : std::move(checked.front());
  }

  const Schema& schema_;
  const SchemaSource& source_;
};

}  // namespace

std::vector<Field> read_fields(const Value& map, const Wording& owner, const Schema& schema,
                               const SchemaSource& source) {
  return FieldReader(schema, source).read(map, owner, false);
}

}  // namespace vav
