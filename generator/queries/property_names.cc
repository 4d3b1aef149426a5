#include "queries/property_names.h"

#include <algorithm>

#include "base/text.h"

namespace vav {
namespace {

using Source = ItemProperty::Source;

bool points_at_any(const RelationType& relation, const std::vector<std::size_t>& kinds) {
  return std::ranges::any_of(
      kinds, [&](std::size_t kind) { return std::ranges::find(relation.to, kind) != relation.to.end(); });
}

PropertyNames::Found for_editors(const std::string& name) {
  return {{}, say("'{}' is for editors only", name), say("a page shows what every reader may see")};
}

}  // namespace

std::vector<const Field*> PropertyNames::fields(const std::string& name) const {
  std::vector<const Field*> all;
  for (const std::size_t kind : kinds) {
    if (const Field* field = schema.kinds[kind].find_field(name)) all.push_back(field);
  }
  return all;
}

std::vector<const RelationType*> PropertyNames::relations(const std::string& name) const {
  std::vector<const RelationType*> all;
  for (const std::size_t kind : kinds) {
    if (const auto relation = schema.kinds[kind].find_relation(name))
      all.push_back(&schema.kinds[kind].relations[*relation]);
  }
  return all;
}

PropertyNames::Found PropertyNames::find(const std::string& name) const {
  if (name == "title") return {ItemProperty{Source::title, name}, {}, {}};
  if (name == "summary") return {ItemProperty{Source::summary, name}, {}, {}};
  if (name == "kind") return {ItemProperty{Source::kind, name}, {}, {}};
  if (const std::size_t dot = name.find('.'); dot != std::string::npos) return find_inverse(name, dot);
  const auto own_fields = fields(name);
  const auto own_relations = relations(name);
  if (std::ranges::any_of(own_fields, &Field::internal) || std::ranges::any_of(own_relations, &RelationType::internal))
    return for_editors(name);
  if (own_fields.empty() && own_relations.empty() && name != "date") return unknown(name);
  return {ItemProperty{Source::own, name}, {}, {}};
}

PropertyNames::Found PropertyNames::find_inverse(const std::string& name, std::size_t dot) const {
  const std::string kind_id = name.substr(0, dot);
  const std::string relation_name = name.substr(dot + 1);
  const auto kind = schema.find_kind(kind_id);
  if (!kind) {
    std::vector<std::string> known;
    for (const Kind& one : schema.kinds) known.push_back(one.id);
    const Wording near = did_you_mean(kind_id, known);
    return {{}, say("there is no kind '{}'", kind_id), near.empty() ? say("kinds: {}", join(known, ", ")) : near};
  }
  const auto relation = schema.kinds[*kind].find_relation(relation_name);
  if (relation && schema.kinds[*kind].relations[*relation].internal) return for_editors(name);
  if (relation && points_at_any(schema.kinds[*kind].relations[*relation], kinds))
    return {ItemProperty{Source::inverse, relation_name, *kind}, {}, {}};
  std::vector<std::string> known;
  for (const RelationType& one : schema.kinds[*kind].relations) {
    if (!one.internal && points_at_any(one, kinds)) known.push_back(one.name);
  }
  return {{},
          say("'{}' has no relation '{}' that leads to what the block asks for", kind_id, relation_name),
          known.empty() ? Wording{} : say("it has: {}", join(known, ", "))};
}

PropertyNames::Found PropertyNames::unknown(const std::string& name) const {
  std::vector<std::string> known = {"title", "summary", "date", "kind"};
  std::vector<std::string> ids;
  for (const std::size_t kind : kinds) {
    ids.push_back(schema.kinds[kind].id);
    for (const Field& field : schema.kinds[kind].fields) {
      if (!field.internal) known.push_back(field.name);
    }
    for (const RelationType& relation : schema.kinds[kind].relations) {
      if (!relation.internal) known.push_back(relation.name);
    }
  }
  const Wording near = did_you_mean(name, known);
  return {{},
          say("'{}' has no field or relation '{}'", join(ids, ", "), name),
          near.empty() ? say("it has: {}", join(known, ", ")) : near};
}

}  // namespace vav
