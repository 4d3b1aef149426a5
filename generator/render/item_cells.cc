#include "render/item_cells.h"

#include <algorithm>
#include <fmt/format.h>
#include <ranges>
#include <set>

#include "base/text.h"
#include "config/common_fields.h"
#include "render/field_data.h"

namespace vav {
namespace {

using Source = ItemProperty::Source;

constexpr std::string_view date_name = "date";

}  // namespace

std::string ItemCells::label(const ItemColumn& column) const {
  if (!column.label.empty()) return column.label;
  const Schema& schema = model_.config.schema;
  const std::string& name = column.property.name;
  switch (column.property.source) {
    case Source::title:
      if (table_.kinds.size() == 1) return capitalize(schema.kinds[table_.kinds.front()].one.in(language_));
      return find_common_field(name)->label.in(language_);
    case Source::summary:
      return find_common_field(name)->label.in(language_);
    case Source::kind:
      return data_.word(language_, "items_kind");
    case Source::inverse: {
      const Kind& kind = schema.kinds[column.property.kind];
      return kind.relations[*kind.find_relation(name)].inverse.in(language_);
    }
    case Source::own:
      break;
  }
  for (const std::size_t number : table_.kinds) {
    const Kind& kind = schema.kinds[number];
    if (const Field* field = kind.find_field(name)) return field->label.in(language_);
    if (const auto relation = kind.find_relation(name)) return kind.relations[*relation].label.in(language_);
  }
  return data_.word(language_, "items_date");
}

bool ItemCells::is_numeric(const ItemColumn& column) const {
  if (column.count) return true;
  if (column.property.source != Source::own) return false;
  return std::ranges::any_of(table_.kinds, [&](std::size_t kind) {
    const Field* field = model_.config.schema.kinds[kind].find_field(column.property.name);
    return field != nullptr && field->type == FieldType::number && !field->many;
  });
}

std::vector<ItemWords> ItemCells::cell(std::size_t item, const ItemColumn& column) const {
  const Page& page = model_.pages[item];
  const ItemProperty& property = column.property;
  if (column.count) return {{fmt::format("{}", ends_of(item, property).size()), language_, ""}};
  switch (property.source) {
    case Source::title:
      return {{page.title, page.lang, model_.routes.page_address[item]}};
    case Source::summary:
      return {{page.summary, page.lang, ""}};
    case Source::kind:
      return {{data_.kind(page.kind, language_).at("title_one").text_or_empty(), language_, ""}};
    case Source::inverse:
      return related(item, property);
    case Source::own:
      break;
  }
  const Kind& kind = model_.kind_of(item);
  if (kind.find_relation(property.name)) return related(item, property);
  const Field* field = kind.find_field(property.name);
  if (field == nullptr) return property.name == date_name ? date(item) : std::vector<ItemWords>{};
  std::vector<ItemWords> words;
  for (FieldWords& one : field_words(item, property.name, language_, model_, data_))
    words.push_back({std::move(one.text), std::move(one.lang), std::move(one.address)});
  // Commas stand inside of records.
  if (field->type == FieldType::record && !words.empty()) {
    for (std::size_t i = 1; i < words.size(); ++i) words.front().text += "; " + words[i].text;
    words.resize(1);
  }
  return words;
}

// The date that lists show. Words of its own it has in the language of the page that gives it.
std::vector<ItemWords> ItemCells::date(std::size_t item) const {
  if (!data_.date_of(item)) return {};
  return {{data_.date_words_of(item, language_), language_, ""}};
}

// What the item points at in the order written, or what points at it in list order: each page once, with its relation.
// A translation need not repeat relations, and whoever points at an item points at it in one language.
std::vector<ItemCells::End> ItemCells::ends_of(std::size_t item, const ItemProperty& property) const {
  const bool inverse = property.source == Source::inverse;
  const KnowledgeGraph& graph = model_.graph;
  const std::vector<std::size_t> versions = graph.family_of(item);
  std::vector<End> ends;
  std::set<std::size_t> seen;
  for (const std::size_t version : versions) {
    if (!inverse && !ends.empty()) break;
    for (const std::size_t edge : inverse ? graph.incoming(version) : graph.outgoing(version)) {
      const Relation& relation = graph.relations()[edge];
      const std::string& name = model_.config.schema.kinds[relation.kind].relations[relation.type].name;
      if (name != property.name || (inverse && relation.kind != property.kind)) continue;
      const std::size_t other = data_.in_language(inverse ? relation.from : relation.to, language_);
      if (seen.insert(other).second) ends.push_back({other, edge});
    }
  }
  if (inverse) std::ranges::sort(ends, {}, [&](const End& end) { return data_.rank_of(end.page); });
  return ends;
}

std::vector<ItemWords> ItemCells::related(std::size_t item, const ItemProperty& property) const {
  std::vector<ItemWords> words;
  for (const auto& [other, edge] : ends_of(item, property)) {
    const Relation& relation = model_.graph.relations()[edge];
    const Page& page = model_.pages[other];
    // A twin need not have the passage.
    const std::string passage =
        other != relation.to ? "" : model_.pages[relation.from].references[relation.reference].passage;
    words.push_back({page.short_name.empty() ? page.title : page.short_name, page.lang,
                     model_.routes.page_address[other] + (passage.empty() ? "" : "#" + passage), remark_of(relation)});
  }
  return words;
}

// The labels of the choices that a relation carries: "troligt", "osäker tillskrivning".
std::string ItemCells::remark_of(const Relation& relation) const {
  std::vector<std::string> words;
  const RelationType& type = model_.config.schema.kinds[relation.kind].relations[relation.type];
  const Reference& reference = model_.pages[relation.from].references[relation.reference];
  for (const Field& field : type.fields) {
    for (const Choice& choice : field.choices) {
      if (!choice.quiet && reference.extra.at(field.name).text_or_empty() == choice.value)
        words.push_back(choice.label.in(language_));
    }
  }
  return join(words, ", ");
}

ItemCells::SortKey ItemCells::sort_key(std::size_t item, const ItemProperty& property, const Collator& collator) const {
  const Page& page = model_.pages[item];
  if (property.source == Source::title) return {false, 0, collator.sort_key(page.title)};
  if (property.source == Source::kind) return {false, static_cast<double>(page.kind)};
  const Kind& kind = model_.kind_of(item);
  const Field* field = kind.find_field(property.name);
  if (field == nullptr) {
    const auto date = property.name == date_name ? data_.date_of(item) : std::nullopt;
    return date ? SortKey{false, 0, date->iso()} : SortKey{};
  }
  const FieldValues* given = page.find_field(static_cast<std::size_t>(field - kind.fields.data()));
  if (given == nullptr || given->values.empty()) return {};
  const Value& value = given->values.front();
  if (const auto* whole = value.integer()) return {false, static_cast<double>(*whole)};
  if (const auto* number = value.number()) return {false, *number};
  if (const bool* flag = value.flag()) return {false, *flag ? 1.0 : 0.0};
  if (field->type == FieldType::date || field->type == FieldType::partial_date)
    return {false, 0, value.text_or_empty()};
  // In the order in which vav.yaml lists the choices.
  const auto choice = std::ranges::find(field->choices, value.text_or_empty(), &Choice::value);
  if (choice != field->choices.end()) return {false, static_cast<double>(choice - field->choices.begin())};
  return {false, 0, collator.sort_key(value.text_or_empty())};
}

std::vector<std::size_t> ItemCells::in_order() const {
  std::vector<std::size_t> items = table_.items;
  data_.sort(items);
  if (!table_.sort.empty()) {
    const Collator collator(language_);
    // From the last key to the first, each keeping the order of those after it.
    for (const ItemSort& sort : std::views::reverse(table_.sort)) {
      std::vector<std::pair<SortKey, std::size_t>> keyed;
      for (const std::size_t item : items) keyed.emplace_back(sort_key(item, sort.property, collator), item);
      std::ranges::stable_sort(keyed, [&](const auto& one, const auto& other) {
        const SortKey& a = one.first;
        const SortKey& b = other.first;
        if (a.missing != b.missing) return b.missing;
        return sort.descending ? std::tie(b.number, b.text) < std::tie(a.number, a.text)
                               : std::tie(a.number, a.text) < std::tie(b.number, b.text);
      });
      for (std::size_t i = 0; i < keyed.size(); ++i) items[i] = keyed[i].second;
    }
  }
  if (table_.limit > 0 && items.size() > table_.limit) items.resize(table_.limit);
  return items;
}

}  // namespace vav
