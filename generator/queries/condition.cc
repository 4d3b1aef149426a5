#include "queries/condition.h"

#include <algorithm>

namespace vav {
namespace {

bool same_value(const Field& field, const Value& given, const Value& wanted) {
  if (field.type == FieldType::number) {
    const auto number = [](const Value& value) {
      return value.integer() ? static_cast<double>(*value.integer()) : value.number() ? *value.number() : 0.0;
    };
    return number(given) == number(wanted);
  }
  // A year asks for all of its days.
  if (field.type == FieldType::date || field.type == FieldType::partial_date)
    return given.text_or_empty().starts_with(wanted.text_or_empty());
  return given == wanted;
}

bool contains(const std::vector<std::size_t>& pages, std::size_t page) {
  return std::ranges::find(pages, page) != pages.end();
}

bool field_holds(const ItemCondition& condition, std::size_t number, const std::vector<Page>& pages,
                 const KnowledgeGraph& graph, const Kind& kind) {
  const Page& item = pages[number];
  for (const FieldValues& given : item.fields) {
    const Field& field = kind.fields[given.field];
    if (field.name != condition.property.name || field.type == FieldType::reference) continue;
    for (const Value& wanted : condition.values) {
      if (std::ranges::any_of(given.values, [&](const Value& one) { return same_value(field, one, wanted); }))
        return true;
    }
  }
  const auto& targets = graph.field_targets_of(number);
  for (std::size_t r = 0; r < targets.size(); ++r) {
    const FieldReference& reference = item.field_references[r];
    const bool asked = reference.name == condition.property.name && kind.fields[reference.field].name == reference.name;
    if (asked && targets[r] && contains(condition.pages, *targets[r])) return true;
  }
  return false;
}

}  // namespace

// Whoever points at an item points at it in one language, and means it in all.
bool holds(const ItemCondition& condition, std::size_t item, const std::vector<Page>& pages,
           const KnowledgeGraph& graph, const Schema& schema) {
  const bool inverse = condition.property.source == ItemProperty::Source::inverse;
  std::vector<std::size_t> versions = {item};
  if (inverse) versions.insert(versions.end(), graph.twins_of(item).begin(), graph.twins_of(item).end());
  for (const std::size_t version : versions) {
    for (const std::size_t edge : inverse ? graph.incoming(version) : graph.outgoing(version)) {
      const Relation& relation = graph.relations()[edge];
      if (inverse && relation.kind != condition.property.kind) continue;
      if (schema.kinds[relation.kind].relations[relation.type].name != condition.property.name) continue;
      if (contains(condition.pages, inverse ? relation.from : relation.to)) return true;
    }
  }
  return !inverse && field_holds(condition, item, pages, graph, schema.kinds[pages[item].kind]);
}

}  // namespace vav
