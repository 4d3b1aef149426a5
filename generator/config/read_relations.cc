#include "config/read_relations.h"

#include <algorithm>
#include <fmt/format.h>

#include "config/common_fields.h"
#include "config/read_fields.h"

namespace vav {
namespace {

class RelationReader {
 public:
  RelationReader(std::size_t own_kind, const std::vector<Field>& link_fields, const Schema& schema,
                 const SchemaSource& source)
      : own_kind_(own_kind), link_fields_(link_fields), schema_(schema), source_(source) {}

  RelationType read(const Entry& entry) {
    RelationType relation;
    relation.name = entry.key;
    MapReader reader(entry.value, config_format("relation"), say("the relation '{}'", entry.key), source_.path,
                     source_.diagnostics);
    read_targets(relation, reader);
    read_count(relation, reader);
    relation.evidence = read_evidence(reader);
    relation.may_circle = reader.flag("cycles", false);
    relation.voice = reader.flag("voice", false);
    relation.expected = reader.flag("expected", false);
    relation.internal = reader.internal();
    relation.label = reader.local_text("label", source_.languages);
    relation.inverse = reader.local_text("inverse", source_.languages);
    if (relation.label.empty() || relation.inverse.empty()) {
      reader.report(entry.value,
                    say("the relation '{}' must have a label for both directions: label and inverse", entry.key));
    }
    relation.fields = read_link_fields(reader.value("fields"), reader.what(), schema_, source_);
    relation.fields.insert(relation.fields.end(), link_fields_.begin(), link_fields_.end());
    reader.finish();
    return relation;
  }

 private:
  void read_targets(RelationType& relation, MapReader& reader) {
    const List targets = reader.list("to");
    for (const Value& target : targets) {
      if (target.text_or_empty() == "same") {
        relation.to.push_back(own_kind_);
      } else if (const auto kind = find_kind(schema_, target, source_)) {
        relation.to.push_back(*kind);
      }
    }
    if (targets.empty())
      reader.report(reader.map(), say("the relation '{}' must say in 'to' what it may point at", relation.name));
  }

  static void read_count(RelationType& relation, MapReader& reader) {
    relation.many = reader.flag("many", false);
    relation.required = reader.flag("required", false);
    const auto least = reader.integer("min", relation.required ? 1 : 0);
    const auto most = reader.integer("max", relation.many ? 0 : 1);
    if (least < 0 || most < 0 || (most > 0 && least > most)) {
      reader.report(reader.map().at(most < least ? "max" : "min"),
                    say("'min' and 'max' of a relation are whole numbers from 0, 'min' the smaller"));
      return;
    }
    if (!relation.many && (most > 1 || least > 1))
      reader.report(reader.map().at(most > 1 ? "max" : "min"), say("more than one page needs 'many: true'"));
    relation.at_least = static_cast<std::size_t>(least);
    relation.required = least > 0;
    if (most > 0) relation.at_most = static_cast<std::size_t>(most);
  }

  static Evidence read_evidence(MapReader& reader) {
    const std::string word = reader.text("evidence");
    if (word.empty()) return Evidence::none;
    if (word == "for") return Evidence::supports;
    if (word == "nuanced") return Evidence::nuances;
    if (word == "against") return Evidence::contradicts;
    reader.report(reader.map().at("evidence"), say("'{}' is no kind of evidence", word),
                  say("evidence: for, nuanced or against"));
    return Evidence::none;
  }

  std::size_t own_kind_;
  const std::vector<Field>& link_fields_;
  const Schema& schema_;
  const SchemaSource& source_;
};

bool points_at(const RelationType& relation, std::size_t kind) {
  return std::ranges::find(relation.to, kind) != relation.to.end();
}

// The two sides of one link, each declared as a relation: the second is an inverse written by hand.
bool mirror(const RelationType& a, const RelationType& b) {
  return !a.label.empty() && !a.inverse.empty() && a.label == b.inverse && a.inverse == b.label;
}

class RelationCheck {
 public:
  RelationCheck(Schema& schema, const Value& kinds, const SchemaSource& source)
      : schema_(schema), kinds_(kinds), source_(source) {}

  void run() {
    for (std::size_t kind = 0; kind < schema_.kinds.size(); ++kind) {
      for (RelationType& relation : schema_.kinds[kind].relations) {
        check_chain(kind, relation);
        check_mirror(kind, relation);
        check_listed_in(kind, relation);
      }
    }
  }

 private:
  const Value& place_of(std::size_t kind, const RelationType& relation) const {
    const Value& own = kinds_.at(schema_.kinds[kind].id);
    const Value& at = own.at("relations").at(relation.name);
    return at.is_null() ? own : at;
  }

  void check_chain(std::size_t kind, RelationType& relation) {
    const std::size_t step = schema_.kinds[kind].chain_step;
    const auto is_earlier = [&](std::size_t target) {
      const std::size_t other = schema_.kinds[target].chain_step;
      return other != 0 && other <= step;
    };
    relation.in_chain = step != 0 && std::ranges::all_of(relation.to, is_earlier);
    if (relation.evidence == Evidence::none || relation.in_chain) return;
    const Value& at = place_of(kind, relation);
    source_.report(
        at.at("to").is_null() ? at : at.at("to"),
        say("'{}' is evidence, so it must lead to the same step of the chain or an earlier one", relation.name),
        step == 0 ? say("the kind '{}' has no place in the chain", schema_.kinds[kind].id)
                  : say("evidence is written on what rests on it"));
  }

  void check_mirror(std::size_t kind, const RelationType& relation) const {
    for (std::size_t other = 0; other < kind; ++other) {
      if (!points_at(relation, other)) continue;
      for (const RelationType& first : schema_.kinds[other].relations) {
        if (!points_at(first, kind) || !mirror(first, relation)) continue;
        source_.report(place_of(kind, relation),
                       say("'{}' of '{}' is '{}' of '{}' seen from the other side", relation.name,
                           schema_.kinds[kind].id, first.name, schema_.kinds[other].id),
                       say("declare one of them: the other side appears by itself"));
      }
    }
  }

  // What a link carries is checked against texts of the page it points at, so some of those pages must have such texts.
  void check_listed_in(std::size_t kind, const RelationType& relation) const {
    for (const Field& field : relation.fields) {
      if (field.listed_in.empty()) continue;
      const auto has_texts = [&](std::size_t target) {
        const Field* list = schema_.kinds[target].find_field(field.listed_in);
        if (list == nullptr || list->internal) return false;
        return list->type == FieldType::text ||
               std::ranges::any_of(list->fields, [](const Field& part) { return part.type == FieldType::text; });
      };
      if (field.type == FieldType::text && std::ranges::any_of(relation.to, has_texts)) continue;
      const Value& own = place_of(kind, relation);
      const Value& at = own.at("fields").at(field.name).at("listed_in");
      source_.report(at.is_null() ? own : at,
                     say("'{}' must be a text that is listed in a field of the pages that '{}' points at", field.name,
                         relation.name),
                     say("listed_in: the name of a field with texts, or with records that have one"));
    }
  }

  Schema& schema_;
  const Value& kinds_;
  const SchemaSource& source_;
};

}  // namespace

std::vector<Field> read_link_fields(const Value& map, const Wording& owner, const Schema& schema,
                                    const SchemaSource& source) {
  std::vector<Field> fields = read_fields(map, owner, schema, source);
  for (const Field& field : fields) {
    if (field.name == target_key || field.name == pin_key)
      source.report(map.at(field.name), say("every link has '{}' already", field.name), say("give it another name"));
    const bool plain = field.type != FieldType::rich_text && field.type != FieldType::reference &&
                       field.type != FieldType::record && !field.internal;
    if (!plain)
      source.report(map.at(field.name), say("'{}': a link of a relation carries plain values only", field.name));
  }
  return fields;
}

std::vector<RelationType> read_relations(const Value& map, std::size_t own_kind, const std::vector<Field>& link_fields,
                                         const Schema& schema, const SchemaSource& source) {
  std::vector<RelationType> relations;
  RelationReader reader(own_kind, link_fields, schema, source);
  for (const Entry& entry : named_entries(map, say("the relations"), source)) relations.push_back(reader.read(entry));
  return relations;
}

void check_relations(Schema& schema, const Value& kinds, const SchemaSource& source) {
  RelationCheck(schema, kinds, source).run();
}

}  // namespace vav
