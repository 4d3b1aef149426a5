#include "config/read_schema.h"

#include <algorithm>
#include <fmt/format.h>

#include "base/address.h"
#include "base/text.h"
#include "config/common_fields.h"
#include "config/read_fields.h"
#include "config/read_relations.h"
#include "config/read_sections.h"
#include "config/read_waivers.h"
#include "config/schema_source.h"

namespace vav {
namespace {

// Reads in rounds: the names of all kinds, so that relations may point at kinds further down; then kinds with fields
// and relations; then what needs all of them.
class SchemaReader {
 public:
  SchemaReader(const Value& file, SchemaSource source) : file_(file), source_(std::move(source)) {}

  Schema read() {
    const Value& kinds = file_.at("kinds");
    const Entries& entries = named_entries(kinds, say("'kinds'"), source_);
    if (entries.empty()) {
      source_.report(kinds.is_null() ? file_ : kinds, say("vav.yaml must declare at least one kind under 'kinds'"));
      return {};
    }
    for (const Entry& entry : entries) {
      Kind kind;
      kind.id = entry.key;
      schema_.kinds.push_back(std::move(kind));
    }
    link_fields_ = read_link_fields(file_.at("relation_fields"), as_written("relation_fields"), schema_, source_);
    read_common();
    for (std::size_t i = 0; i < schema_.kinds.size(); ++i) read_kind(i, entries[i]);
    read_chain();
    check_relations(schema_, kinds, source_);
    for (std::size_t i = 0; i < schema_.kinds.size(); ++i) {
      schema_.kinds[i].sections = read_sections(entries[i].value.at("sections"), i, schema_, source_);
      check_names(schema_.kinds[i], entries[i].value);
    }
    check_folders(entries);
    return std::move(schema_);
  }

 private:
  void read_common() {
    MapReader common(file_.at("common"), config_format("common"), say("'common'"), source_.path, source_.diagnostics);
    common_fields_ = read_fields(common.value("fields"), say("common fields"), schema_, source_);
    common.value("relations");  // are read for each kind: `same` means another one each time
    common.finish();
  }

  void read_kind(std::size_t index, const Entry& entry) {
    Kind& kind = schema_.kinds[index];
    MapReader reader(entry.value, config_format("kind"), say("the kind '{}'", kind.id), source_.path,
                     source_.diagnostics);
    kind.folder = reader.required_text("folder");
    const std::string address = reader.text("address", kind.folder);
    kind.address = address == "/" ? "" : address;
    kind.mark = reader.text("mark");
    read_labels(kind, reader);
    kind.sort = reader.text("sort");
    kind.group_by = reader.text("group_by");
    kind.date_from = reader.text("date_from");
    kind.status = reader.text("status");
    kind.authority = reader.text("authority");
    kind.has_list = reader.flag("list", true);
    kind.fields = read_fields(reader.value("fields"), reader.what(), schema_, source_);
    kind.fields.insert(kind.fields.end(), common_fields_.begin(), common_fields_.end());
    kind.unsupported = read_waiver(reader.entry("unsupported"), kind, source_);
    kind.parked = read_waiver(reader.entry("parked"), kind, source_);
    kind.relations = read_relations(reader.value("relations"), index, link_fields_, schema_, source_);
    // What is wrong with a common relation is told once.
    Diagnostics again;
    const SchemaSource quiet{source_.path, source_.languages, index == 0 ? source_.diagnostics : again};
    for (RelationType& relation :
         read_relations(file_.at("common").at("relations"), index, link_fields_, schema_, quiet))
      kind.relations.push_back(std::move(relation));
    reader.value("sections");
    reader.finish();
  }

  void read_labels(Kind& kind, MapReader& reader) {
    const Value& label = reader.value("label");
    if (!label.is_map() || label.entries()->empty()) {
      reader.report(label.is_null() ? reader.map() : label, say("the kind '{}' must have a label", kind.id),
                    say("label: {{sv: {{one: möte, many: möten}}}}"));
      return;
    }
    const auto read = [&](const std::string& language, const Value& words) {
      MapReader one(words, config_format("kind label"), say("the label of '{}'", kind.id), source_.path,
                    source_.diagnostics);
      kind.one.set(language, one.required_text("one"));
      kind.many.set(language, one.required_text("many"));
      one.finish();
    };
    // The site's own language first: it stands in where another is missing.
    for (const std::string& language : source_.languages) {
      if (const Value* words = label.find(language)) {
        read(language, *words);
      } else {
        source_.diagnostics.add("missing-translation", {source_.path, label.place()},
                                say("'{}' of {} has no text in '{}'", "label", reader.what(), language));
      }
    }
    for (const Entry& other : *label.entries()) {
      if (!kind.one.has(other.key)) read(other.key, other.value);
    }
  }

  void read_chain() {
    for (const Value& step : file_.at("chain").items()) {
      std::vector<std::size_t> kinds;
      const List names = step.is_list() ? step.items() : List{step};
      for (const Value& name : names) {
        const auto kind = find_kind(schema_, name, source_);
        if (!kind) continue;
        if (schema_.kinds[*kind].chain_step != 0)
          source_.report(name, say("the kind '{}' stands twice in the chain", name.text_or_empty()));
        schema_.kinds[*kind].chain_step = schema_.chain.size() + 1;
        kinds.push_back(*kind);
      }
      schema_.chain.push_back(std::move(kinds));
    }
  }

  void check_address(std::size_t index, const Value& kind_map) {
    const Kind& kind = schema_.kinds[index];
    const Value& given = kind_map.at("address");
    // Without one it is the folder, which is checked as such.
    if (given.is_null() || kind.address.empty()) return;
    if (!is_address(kind.address)) source_.report(given, say("'{}' cannot be an address of the site", kind.address));
    for (std::size_t other = 0; other < schema_.kinds.size(); ++other) {
      if (other < index && schema_.kinds[other].address == kind.address)
        source_.report(given, say("'{}' and '{}' have the same address", schema_.kinds[other].id, kind.id));
    }
  }

  // `kind_map` is what vav.yaml says of the kind.
  void check_names(const Kind& kind, const Value& kind_map) {
    const Value& fields = kind_map.at("fields");
    for (const Field& field : kind.fields) {
      const Entry* entry = fields.find_entry(field.name);
      if (!field.listed_in.empty())
        report_at(entry ? entry->value.at("listed_in").place() : kind_map.place(),
                  say("'listed_in' is for what a relation carries, not for fields of a page"));
      const Place place = entry ? entry->key_place : kind_map.place();
      if (find_common_field(field.name)) {
        report_at(place, say("the kind '{}' may not declare '{}': every kind has that key", kind.id, field.name));
      }
      if (kind.find_relation(field.name))
        report_at(place, say("'{}' is both a field and a relation of '{}'", field.name, kind.id));
    }
    const bool is_grouped =
        kind.group_by.empty() || kind.find_field(kind.group_by) || kind.find_relation(kind.group_by);
    if (!kind.sort.empty() && !kind.find_field(kind.sort))
      source_.report(kind_map.at("sort"), say("'{}' sorts by '{}', which is no field of it", kind.id, kind.sort));
    if (!kind.date_from.empty() && !kind.find_relation(kind.date_from)) {
      source_.report(kind_map.at("date_from"),
                     say("'{}' takes its date from '{}', which is no relation of it", kind.id, kind.date_from));
    }
    const Field* status = kind.find_field(kind.status);
    if (!kind.status.empty() && (status == nullptr || status->type != FieldType::choice || status->internal)) {
      source_.report(kind_map.at("status"),
                     say("'{}' has its status from '{}', which is no choice that readers see", kind.id, kind.status));
    }
    if (!is_grouped) {
      source_.report(kind_map.at("group_by"),
                     say("'{}' groups by '{}', which is no field or relation of it", kind.id, kind.group_by));
    }
  }

  void report_at(const Place& place, Wording message) {
    source_.diagnostics.add("bad-config", {source_.path, place}, std::move(message));
  }

  void check_folders(const Entries& entries) {
    for (std::size_t i = 0; i < schema_.kinds.size(); ++i) {
      check_address(i, entries[i].value);
      const std::string& folder = schema_.kinds[i].folder;
      const bool plain =
          !folder.empty() && folder.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string::npos;
      if (!folder.empty() && !plain) {
        source_.report(entries[i].value.at("folder"),
                       say("the folder '{}' may hold a-z, 0-9 and hyphens only", folder));
      }
      for (std::size_t j = 0; j < i; ++j) {
        if (schema_.kinds[j].folder == folder) {
          source_.report(entries[i].value.at("folder"),
                         say("'{}' and '{}' have the same folder", schema_.kinds[j].id, schema_.kinds[i].id));
        }
      }
    }
  }

  const Value& file_;
  SchemaSource source_;
  Schema schema_;
  std::vector<Field> link_fields_;
  std::vector<Field> common_fields_;
};

}  // namespace

std::optional<std::size_t> find_kind(const Schema& schema, const Value& name, const SchemaSource& source) {
  const auto kind = schema.find_kind(name.text_or_empty());
  if (kind) return kind;
  std::vector<std::string> known;
  known.reserve(schema.kinds.size());
  for (const Kind& one : schema.kinds) known.push_back(one.id);
  const Wording near = did_you_mean(name.text_or_empty(), known);
  source.report(name, say("there is no kind '{}'", name.text_or_empty()),
                near.empty() ? say("kinds: {}", join(known, ", ")) : near);
  return std::nullopt;
}

const Entries& named_entries(const Value& map, const Wording& owner, const SchemaSource& source) {
  static const Entries none;
  if (map.is_null()) return none;
  if (!map.is_map()) {
    source.report(map, say("{} must be a map of names, not a {}", owner, type_word(map)));
    return none;
  }
  for (const Entry& entry : *map.entries()) {
    const bool plain = entry.key.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_-") == std::string::npos;
    if (plain && !entry.key.empty()) continue;
    source.diagnostics.add("bad-config", {source.path, entry.key_place},
                           say("'{}' cannot be a name here: use a-z, 0-9, _ and -", entry.key));
  }
  return *map.entries();
}

Schema read_schema(const Value& file, const std::string& path, const Languages& languages, Diagnostics& diagnostics) {
  return SchemaReader(file, {path, languages, diagnostics}).read();
}

}  // namespace vav
