#include <algorithm>
#include <cmath>
#include <set>

#include "authoring/field_words.h"
#include "authoring/json_schema.h"
#include "authoring/schema_parts.h"
#include "config/common_fields.h"

namespace vav {
namespace {

using namespace schema;

constexpr const char* whole_day = "^[1-9][0-9]{3}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$";
constexpr const char* part_of_day = "^[1-9][0-9]{3}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$";
constexpr const char* not_blank = "\\S";

// The ids that pages of each kind bear, by kind, sorted.
using Ids = std::vector<std::set<std::string>>;

class SchemaMaker {
 public:
  SchemaMaker(const SiteConfig& config, const Ids& ids) : config_(config), ids_(ids) {}

  Value of_kind(const Kind& kind) {
    Entries properties = common_properties();
    std::vector<std::string> required = {"title"};
    const auto add = [&](const std::string& name, bool is_required, Value schema) {
      properties.push_back({name, std::move(schema), {}});
      if (is_required) required.push_back(name);
    };
    for (const Field& field : kind.fields) add(field.name, field.required, of_field(field));
    for (const RelationType& relation : kind.relations) add(relation.name, relation.required, of_relation(relation));
    return whole(kind.one.in(config_.lang), closed_map(std::move(properties), required));
  }

  // The introduction of a list has no fields of the kind, and may do without a title.
  Value of_list_intro() { return whole("_index.md", closed_map(common_properties(), {})); }

 private:
  Value whole(const std::string& title, const Value& map) {
    MapBuilder schema;
    schema.set("$schema", schema_dialect).set("title", title);
    for (const Entry& entry : *map.entries()) schema.set(entry.key, entry.value);
    MapBuilder definitions;
    for (const std::size_t kind : used_) definitions.set(ids_name(kind), id_list(kind));
    for (const Entry& link : links_) definitions.set(link.key, link.value);
    if (!used_.empty() || !links_.empty()) schema.set("definitions", std::move(definitions).build());
    used_.clear();
    links_.clear();
    return std::move(schema).build();
  }

  std::string ids_name(std::size_t kind) const { return "id-of-" + config_.schema.kinds[kind].id; }

  Value id_list(std::size_t kind) const {
    return Value::map({{"title", config_.schema.kinds[kind].one.in(config_.lang)},
                       {"enum", text_list({ids_[kind].begin(), ids_[kind].end()})}});
  }

  Entries common_properties() {
    Entries properties;
    for (const Field& field : common_fields()) properties.push_back({field.name, of_field(field), {}});
    return properties;
  }

  Value of_field(const Field& field) {
    const Value one = of_value(field);
    const Value all = field.many ? one_or_list(one, {}) : one;
    Value schema = described(field.required ? all : or_null(all), field_words(field, config_.schema, config_.lang));
    return field.fallback.is_null() ? schema : with(schema, "default", field.fallback);
  }

  static Value described(const Value& constraint, const FieldWords& words) {
    MapBuilder schema;
    schema.set("title", words.label).set("description", words.description());
    for (const Entry& entry : *constraint.entries()) schema.set(entry.key, entry.value);
    return std::move(schema).build();
  }

  Value of_value(const Field& field) {
    switch (field.type) {
      case FieldType::text:
      case FieldType::rich_text:
        // The title is the one text that may not be blank (find_common_field gives the very field).
        return of_text(field, &field == find_common_field("title") ? not_blank : nullptr);
      case FieldType::url:
        return of_text(field, "^https?://");
      case FieldType::role_email:
        return of_text(field, "^[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+$");
      case FieldType::date:
        return Value::map({{"type", "string"}, {"format", "date"}, {"pattern", whole_day}});
      case FieldType::partial_date:
        return any_of({Value::map({{"type", "string"}, {"pattern", part_of_day}}),
                       Value::map({{"type", "integer"}, {"minimum", 1000}, {"maximum", 9999}})});
      case FieldType::number:
        return of_number(field);
      case FieldType::flag:
        return of_type("boolean");
      case FieldType::choice:
        return of_choice(field);
      case FieldType::reference:
        return of_name(field.to);
      case FieldType::record:
        return of_record(field.fields);
    }
    return Entries{};
  }

  static Value of_text(const Field& field, const char* form) {
    MapBuilder schema;
    schema.set("type", "string");
    if (field.minimum) schema.set("minLength", static_cast<std::int64_t>(std::max(std::ceil(*field.minimum), 0.0)));
    if (field.maximum) schema.set("maxLength", static_cast<std::int64_t>(std::max(std::floor(*field.maximum), 0.0)));
    // Two patterns of one value: its type's, and its own.
    const std::string own = field.pattern ? "^(?:" + field.pattern->expression() + ")$" : "";
    if (form) schema.set("pattern", form);
    if (!own.empty() && form) schema.set("allOf", Value(List{Value::map({{"pattern", own}})}));
    if (!own.empty() && !form) schema.set("pattern", own);
    return std::move(schema).build();
  }

  static Value of_number(const Field& field) {
    MapBuilder schema;
    schema.set("type", "number");
    if (field.minimum) schema.set("minimum", *field.minimum);
    if (field.maximum) schema.set("maximum", *field.maximum);
    return std::move(schema).build();
  }

  Value of_choice(const Field& field) const {
    std::vector<std::string> values;
    std::vector<std::string> labels;
    for (const Choice& choice : field.choices) {
      values.push_back(choice.value);
      labels.push_back(choice.label.in(config_.lang));
    }
    MapBuilder schema;
    schema.set("type", "string").set("enum", text_list(values));
    // What editors built on VS Code show beside a choice; other programs pass it over.
    if (std::ranges::any_of(labels, [](const std::string& label) { return !label.empty(); }))
      schema.set("enumDescriptions", text_list(labels));
    return std::move(schema).build();
  }

  // An id is offered; title, short name, alias and id#passage go too.
  Value of_name(const std::vector<std::size_t>& kinds) {
    List names;
    for (const std::size_t kind : kinds) {
      if (ids_[kind].empty()) continue;
      used_.insert(kind);
      names.push_back(reference_to(ids_name(kind)));
    }
    names.push_back(Value::map({{"type", "string"}, {"pattern", not_blank}}));
    return any_of(names);
  }

  Value of_record(const std::vector<Field>& fields) {
    Entries properties;
    std::vector<std::string> required;
    for (const Field& field : fields) {
      properties.push_back({field.name, of_field(field), {}});
      if (field.required) required.push_back(field.name);
    }
    return closed_map(std::move(properties), required);
  }

  Value of_relation(const RelationType& relation) {
    const Value name = of_name(relation.to);
    Entries properties = {{std::string(target_key), name, {}}, {std::string(pin_key), of_field(pin_field()), {}}};
    // A link of a relation may leave out every field of it.
    for (const Field& field : relation.fields) {
      Field optional = field;
      optional.required = false;
      properties.push_back({field.name, of_field(optional), {}});
    }
    links_.push_back(
        {"link-of-" + relation.name, any_of({name, closed_map(std::move(properties), {std::string(target_key)})}), {}});
    const Value target = reference_to(links_.back().key);
    const Value targets = relation.many ? several(relation, target) : target;
    // In draft 7 nothing counts beside a $ref.
    const Value bare = targets.find("$ref") ? Value::map({{"allOf", Value(List{targets})}}) : targets;
    return described(relation.required ? bare : or_null(targets),
                     relation_words(relation, config_.schema, config_.lang, {}));
  }

  static Value several(const RelationType& relation, const Value& target) {
    MapBuilder list;
    if (relation.at_least > 0) list.set("minItems", relation.at_least);
    if (relation.at_most) list.set("maxItems", *relation.at_most);
    const Value both = one_or_list(target, std::move(list));
    return relation.at_least > 1 ? both.at("anyOf").items().back() : both;
  }

  const SiteConfig& config_;
  const Ids& ids_;
  // Of the schema at hand:
  std::set<std::size_t> used_;  // kinds whose ids it offers
  Entries links_;               // what one link of each relation is, by the name of the definition
};

}  // namespace

std::vector<NamedSchema> front_matter_schemas(const SiteConfig& config, const std::vector<SourceFile>& pages) {
  Ids ids(config.schema.kinds.size());
  for (const SourceFile& page : pages) {
    if (page.role == SourceRole::page) ids[page.kind].insert(page.id);
  }
  SchemaMaker maker(config, ids);
  std::vector<NamedSchema> schemas;
  for (const Kind& kind : config.schema.kinds) schemas.push_back({kind.id, maker.of_kind(kind)});
  schemas.push_back({"_index", maker.of_list_intro()});
  return schemas;
}

}  // namespace vav
