#include "config/read_schema.h"

#include <algorithm>
#include <fmt/format.h>

#include "base/text.h"
#include "base/unicode.h"
#include "config/reader.h"

namespace vav {
namespace {

// Reads in two rounds: first the names of all kinds, so that relations may point at kinds further down.
class SchemaReader {
 public:
  SchemaReader(const Value& file, std::string path, std::string language, Diagnostics& diagnostics)
      : file_(file), path_(std::move(path)), language_(std::move(language)), diagnostics_(diagnostics) {}

  Schema read() {
    const Value& kinds = file_.at("kinds");
    if (!kinds.is_map() || kinds.entries()->empty()) {
      diagnostics_.add("bad-config", {path_, kinds.place()}, "vav.yaml must declare at least one kind under 'kinds'");
      return {};
    }
    for (const Entry& entry : *kinds.entries()) {
      Kind kind;
      kind.id = entry.key;
      schema_.kinds.push_back(std::move(kind));
    }
    link_fields_ = read_fields(file_.at("relation_fields"), "relation_fields");
    for (std::size_t i = 0; i < schema_.kinds.size(); ++i) read_kind(i, (*kinds.entries())[i]);
    for (std::size_t i = 0; i < schema_.kinds.size(); ++i) read_sections(i, (*kinds.entries())[i]);
    read_chain();
    check_folders(*kinds.entries());
    return std::move(schema_);
  }

 private:
  void read_kind(std::size_t index, const Entry& entry) {
    Kind& kind = schema_.kinds[index];
    MapReader reader(entry.value, fmt::format("the kind '{}'", kind.id), path_, diagnostics_);
    kind.folder = reader.required_text("folder");
    const std::string address = reader.text("address", kind.folder);
    kind.address = address == "/" ? "" : address;
    kind.mark = reader.text("mark");
    const Value& label = reader.value("label");
    read_labels(kind, label);
    kind.sort = reader.text("sort");
    kind.group_by = reader.text("group_by");
    kind.date_from = reader.text("date_from");
    kind.has_list = reader.flag("list", true);
    kind.fields = read_fields(reader.value("fields"), reader.what());
    kind.relations = read_relations(reader.value("relations"), index);
    const Value& common = file_.at("common");
    for (RelationType& relation : read_relations(common.at("relations"), index))
      kind.relations.push_back(std::move(relation));
    reader.value("sections");
    reader.finish();
    check_names(kind, entry.value);
  }

  void read_labels(Kind& kind, const Value& label) {
    if (label.is_null())
      diagnostics_.add("bad-config", {path_, label.place()}, fmt::format("the kind '{}' must have a label", kind.id),
                       "label: {sv: {one: möte, many: möten}}");
    const Entries* languages = label.entries();
    if (!languages) return;
    for (const Entry& one : *languages) {
      MapReader reader(one.value, fmt::format("the label of '{}'", kind.id), path_, diagnostics_);
      kind.one.set(one.key, reader.required_text("one"));
      kind.many.set(one.key, reader.required_text("many"));
      reader.finish();
    }
  }

  std::vector<Field> read_fields(const Value& map, const std::string& owner) {
    std::vector<Field> fields;
    if (map.is_null()) return fields;
    if (!map.is_map()) {
      diagnostics_.add("bad-config", {path_, map.place()},
                       fmt::format("the fields of {} must be a map of names", owner));
      return fields;
    }
    for (const Entry& entry : *map.entries()) fields.push_back(read_field(entry));
    return fields;
  }

  Field read_field(const Entry& entry) {
    Field field;
    field.name = entry.key;
    MapReader reader(entry.value, fmt::format("the field '{}'", entry.key), path_, diagnostics_);
    const std::string type = reader.text("type", "text");
    if (const auto known = field_type_from(type)) {
      field.type = *known;
    } else {
      reader.report(entry.value.at("type"), fmt::format("there is no field type '{}'", type),
                    "types: text, date, partial-date, number, flag, url, choice");
    }
    field.many = reader.flag("many", false);
    field.required = reader.flag("required", false);
    field.label = reader.local_text("label", language_);
    field.help = reader.local_text("help", language_);
    for (const Value& choice : reader.list("choices")) field.choices.push_back(read_choice(choice));
    if ((field.type == FieldType::choice) == field.choices.empty()) {
      reader.report(entry.value,
                    fmt::format("the field '{}' must have choices when its type is choice, and only then", entry.key));
    }
    reader.finish();
    if (field.label.empty()) field.label.set(language_, capitalize(replace_all(field.name, "_", " ")));
    return field;
  }

  Choice read_choice(const Value& value) {
    if (value.is_text()) {
      Choice plain{.value = *value.text(), .label = {}};
      plain.label.set(language_, plain.value);
      return plain;
    }
    MapReader reader(value, "a choice", path_, diagnostics_);
    Choice choice;
    choice.value = reader.required_text("value");
    choice.label = reader.local_text("label", language_);
    choice.quiet = reader.flag("quiet", false);
    if (choice.label.empty()) choice.label.set(language_, choice.value);
    reader.finish();
    return choice;
  }

  std::vector<RelationType> read_relations(const Value& map, std::size_t own_kind) {
    std::vector<RelationType> relations;
    if (map.is_null()) return relations;
    if (!map.is_map()) {
      diagnostics_.add("bad-config", {path_, map.place()}, "relations must be a map of names");
      return relations;
    }
    for (const Entry& entry : *map.entries()) relations.push_back(read_relation(entry, own_kind));
    return relations;
  }

  RelationType read_relation(const Entry& entry, std::size_t own_kind) {
    RelationType relation;
    relation.name = entry.key;
    MapReader reader(entry.value, fmt::format("the relation '{}'", entry.key), path_, diagnostics_);
    for (const Value& target : reader.list("to")) add_target(relation, target, own_kind);
    if (entry.value.at("to").is_null())
      reader.report(entry.value, fmt::format("the relation '{}' must say in 'to' what it may point at", entry.key));
    relation.many = reader.flag("many", false);
    relation.required = reader.flag("required", false);
    relation.evidence = read_evidence(reader);
    relation.label = reader.local_text("label", language_);
    relation.inverse = reader.local_text("inverse", language_);
    if (relation.label.empty() || relation.inverse.empty()) {
      reader.report(
          entry.value,
          fmt::format("the relation '{}' must have a label for both directions: label and inverse", entry.key));
    }
    relation.fields = read_fields(reader.value("fields"), reader.what());
    relation.fields.insert(relation.fields.end(), link_fields_.begin(), link_fields_.end());
    reader.finish();
    return relation;
  }

  void add_target(RelationType& relation, const Value& target, std::size_t own_kind) {
    if (target.text_or_empty() == "same") {
      relation.to.push_back(own_kind);
    } else if (const auto kind = find_kind(target)) {
      relation.to.push_back(*kind);
    }
  }

  static Evidence read_evidence(MapReader& reader) {
    const std::string word = reader.text("evidence");
    if (word.empty()) return Evidence::none;
    if (word == "for") return Evidence::supports;
    if (word == "nuanced") return Evidence::nuances;
    if (word == "against") return Evidence::contradicts;
    reader.report(reader.map().at("evidence"), fmt::format("'{}' is no kind of evidence", word),
                  "evidence: for, nuanced or against");
    return Evidence::none;
  }

  std::optional<std::size_t> find_kind(const Value& name) {
    const auto kind = schema_.find_kind(name.text_or_empty());
    if (!kind) report_unknown_kind(name);
    return kind;
  }

  void report_unknown_kind(const Value& name) {
    std::vector<std::string> known;
    known.reserve(schema_.kinds.size());
    for (const Kind& kind : schema_.kinds) known.push_back(kind.id);
    const auto near = nearest(name.text_or_empty(), known);
    diagnostics_.add("bad-config", {path_, name.place()}, fmt::format("there is no kind '{}'", name.text_or_empty()),
                     near ? fmt::format("did you mean '{}'?", *near) : fmt::format("kinds: {}", join(known, ", ")));
  }

  void read_sections(std::size_t index, const Entry& entry) {
    for (const Value& value : entry.value.at("sections").items()) {
      MapReader reader(value, fmt::format("a section of '{}'", entry.key), path_, diagnostics_);
      GatheredSection section;
      section.label = reader.local_text("label", language_);
      section.empty = reader.local_text("empty", language_);
      const List via = reader.list("via");
      const bool several = !via.empty() && via.front().is_list();
      if (several) {
        for (const Value& path : via) add_path(section, index, path.items());
      } else {
        add_path(section, index, via);
      }
      if (section.label.empty() || via.empty()) reader.report(value, "a section must have a label and a 'via'");
      reader.finish();
      schema_.kinds[index].sections.push_back(std::move(section));
    }
  }

  void add_path(GatheredSection& section, std::size_t start_kind, const List& steps) {
    RelationPath path;
    std::vector<std::size_t> kinds = {start_kind};  // where the steps so far may have led
    for (const Value& step : steps) {
      auto read = read_step(step, kinds);
      if (!read) return;
      path.push_back(std::move(*read));
    }
    if (!path.empty()) section.paths.push_back(std::move(path));
  }

  // "kind.relation" goes from a page to those that point at it, "relation" the way that it is written. Narrows `kinds`
  // to where it leads.
  std::optional<PathStep> read_step(const Value& value, std::vector<std::size_t>& kinds) {
    const std::string& text = value.text_or_empty();
    const std::size_t dot = text.find('.');
    PathStep step;
    step.inverse = dot != std::string::npos;
    step.relation = step.inverse ? text.substr(dot + 1) : text;
    if (step.inverse) {
      const auto kind = find_kind(Value(text.substr(0, dot)).at_place(value.place()));
      if (!kind) return std::nullopt;
      step.kind = *kind;
      const auto relation = schema_.kinds[*kind].find_relation(step.relation);
      if (!relation || !points_at_any(schema_.kinds[*kind].relations[*relation], kinds)) return report_step(value);
      kinds = {*kind};
      return step;
    }
    std::vector<std::size_t> next;
    for (const std::size_t kind : kinds) {
      const auto relation = schema_.kinds[kind].find_relation(step.relation);
      if (!relation) continue;
      const auto& to = schema_.kinds[kind].relations[*relation].to;
      next.insert(next.end(), to.begin(), to.end());
    }
    if (next.empty()) return report_step(value);
    kinds = next;
    return step;
  }

  static bool points_at_any(const RelationType& relation, const std::vector<std::size_t>& kinds) {
    return std::ranges::any_of(
        kinds, [&](std::size_t kind) { return std::ranges::find(relation.to, kind) != relation.to.end(); });
  }

  std::optional<PathStep> report_step(const Value& value) {
    diagnostics_.add("bad-config", {path_, value.place()},
                     fmt::format("the path step '{}' leads nowhere from here", value.text_or_empty()),
                     "write kind.relation for pages that point here, or relation for pages pointed at");
    return std::nullopt;
  }

  void read_chain() {
    for (const Value& step : file_.at("chain").items()) {
      std::vector<std::size_t> kinds;
      const List names = step.is_list() ? step.items() : List{step};
      for (const Value& name : names) {
        const auto kind = find_kind(name);
        if (!kind) continue;
        if (schema_.kinds[*kind].chain_step != 0) {
          diagnostics_.add("bad-config", {path_, name.place()},
                           fmt::format("the kind '{}' stands twice in the chain", name.text_or_empty()));
        }
        schema_.kinds[*kind].chain_step = schema_.chain.size() + 1;
        kinds.push_back(*kind);
      }
      schema_.chain.push_back(std::move(kinds));
    }
  }

  void check_names(const Kind& kind, const Value& at) {
    const auto report = [&](const std::string& message) {
      diagnostics_.add("bad-config", {path_, at.place()}, message);
    };
    for (const Field& field : kind.fields) {
      if (std::ranges::find(common_keys(), field.name) != common_keys().end()) {
        report(fmt::format("the kind '{}' may not declare '{}': every kind has that key", kind.id, field.name));
      }
      if (kind.find_relation(field.name))
        report(fmt::format("'{}' is both a field and a relation of '{}'", field.name, kind.id));
    }
    if (!kind.sort.empty() && !kind.find_field(kind.sort))
      report(fmt::format("'{}' sorts by '{}', which is no field of it", kind.id, kind.sort));
    const bool groups = kind.group_by.empty() || kind.find_field(kind.group_by) || kind.find_relation(kind.group_by);
    if (!kind.date_from.empty() && !kind.find_relation(kind.date_from)) {
      report(fmt::format("'{}' takes its date from '{}', which is no relation of it", kind.id, kind.date_from));
    }
    if (!groups)
      report(fmt::format("'{}' groups by '{}', which is no field or relation of it", kind.id, kind.group_by));
  }

  void check_folders(const Entries& entries) {
    for (std::size_t i = 0; i < schema_.kinds.size(); ++i) {
      const std::string& folder = schema_.kinds[i].folder;
      const bool plain =
          !folder.empty() && folder.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string::npos;
      if (!folder.empty() && !plain) {
        diagnostics_.add("bad-config", {path_, entries[i].value.at("folder").place()},
                         fmt::format("the folder '{}' may hold a-z, 0-9 and hyphens only", folder));
      }
      for (std::size_t j = 0; j < i; ++j) {
        if (schema_.kinds[j].folder == folder) {
          diagnostics_.add("bad-config", {path_, entries[i].value.at("folder").place()},
                           fmt::format("'{}' and '{}' have the same folder", schema_.kinds[j].id, schema_.kinds[i].id));
        }
      }
    }
  }

  const Value& file_;
  std::string path_;
  std::string language_;
  Diagnostics& diagnostics_;
  Schema schema_;
  std::vector<Field> link_fields_;
};

}  // namespace

const std::vector<std::string>& common_keys() {
  static const std::vector<std::string> keys = {"title",     "lang",          "summary",    "short",         "aliases",
                                                "published", "updated",       "reviewed",   "responsible",   "draft",
                                                "expires",   "redirect_from", "visibility", "translation_of"};
  return keys;
}

Schema read_schema(const Value& file, const std::string& path, const std::string& language, Diagnostics& diagnostics) {
  return SchemaReader(file, path, language, diagnostics).read();
}

}  // namespace vav
