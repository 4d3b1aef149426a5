#include "queries/block_reader.h"

#include <algorithm>

#include "base/text.h"
#include "base/unicode.h"
#include "config/field_value.h"
#include "config/reader.h"
#include "yaml/parse.h"

namespace vav {
namespace {

using Source = ItemProperty::Source;

// The page on which the block stands, where a relation wants a page.
constexpr std::string_view this_page = "this";
constexpr std::string_view count_prefix = "count:";

List as_list(const Value& value) {
  if (value.is_null()) return {};
  return value.is_list() ? value.items() : List{value};
}

}  // namespace

void BlockReader::report(const Place& place, Wording message, Wording hint) {
  found_.add("bad-items", {page_.path, place}, std::move(message), std::move(hint));
}

std::optional<ItemBlock> BlockReader::read(const DataBlock& block) {
  const Value map = parse_yaml(block.text, page_.path, block.first_line, {}, found_);
  if (!found_.has_errors() && !map.is_null() && !map.is_map()) {
    report(map.place(), say("a block of items is a map of keys, not {}", type_word(map)),
           say("write first what it asks for: kind: …"));
  }
  if (!found_.has_errors()) {
    MapReader keys(map, say("a block of items"), page_.path, found_);
    const Value& kind = keys.value("kind");
    if (kind.is_null()) {
      report(block.place, say("the block does not say which kind of items it asks for"),
             say("write first what it asks for: kind: …"));
    }
    read_kinds(kind);
    read_where(keys.value("where"));
    read_show(keys.value("show"));
    read_columns(keys.value("columns"));
    read_sort(keys.value("sort"));
    read_limit(keys.value("limit"));
    read_.table.empty = read_text("empty", keys.value("empty"));
    read_.table.caption = read_text("caption", keys.value("caption"));
    keys.finish();
  }
  diagnostics_.append(found_);
  if (found_.has_errors()) return std::nullopt;
  return std::move(read_);
}

void BlockReader::read_kinds(const Value& value) {
  const Schema& schema = inputs_.config.schema;
  for (const Value& one : as_list(value)) {
    const auto kind = schema.find_kind(one.text_or_empty());
    auto& kinds = read_.table.kinds;
    if (kind && std::ranges::find(kinds, *kind) == kinds.end()) kinds.push_back(*kind);
    if (kind) continue;
    std::vector<std::string> known;
    for (const Kind& each : schema.kinds) known.push_back(each.id);
    const Wording near = did_you_mean(one.text_or_empty(), known);
    report(one.place(), say("there is no kind '{}'", one.text_or_empty()),
           near.empty() ? say("kinds: {}", join(known, ", ")) : near);
  }
}

void BlockReader::read_where(const Value& value) {
  if (value.is_null()) return;
  if (!value.is_map()) {
    report(value.place(), say("'{}' must be {}, not a {}", "where", say("a map of its fields"), type_word(value)));
    return;
  }
  // Without its kinds no name means anything, and they were reported.
  if (read_.table.kinds.empty()) return;
  const PropertyNames names{inputs_.config.schema, read_.table.kinds};
  for (const Entry& entry : *value.entries()) read_condition(names, entry);
}

void BlockReader::read_condition(const PropertyNames& names, const Entry& entry) {
  PropertyNames::Found found = names.find(entry.key);
  if (!found.property) {
    found_.add("unknown-key", {page_.path, entry.key_place}, std::move(found.wrong), std::move(found.hint));
    return;
  }
  ItemCondition condition{.property = *found.property, .values = {}, .pages = {}};
  std::vector<std::size_t> allowed;
  std::vector<const Field*> plain;
  if (condition.property.source == Source::inverse) allowed.push_back(condition.property.kind);
  if (condition.property.source == Source::own) {
    for (const RelationType* relation : names.relations(entry.key))
      allowed.insert(allowed.end(), relation->to.begin(), relation->to.end());
    for (const Field* field : names.fields(entry.key)) {
      if (field->type == FieldType::reference) allowed.insert(allowed.end(), field->to.begin(), field->to.end());
      if (field->type != FieldType::reference && field->type != FieldType::record &&
          field->type != FieldType::rich_text)
        plain.push_back(field);
    }
  }
  if (allowed.empty() && plain.empty()) {
    report(entry.key_place, say("'{}' cannot be asked for", entry.key),
           say("ask for a relation, or for a choice, a flag, a number, a date or a text"));
    return;
  }
  if (entry.value.is_null()) {
    report(entry.key_place, say("'{}' must have a value", entry.key));
    return;
  }
  for (const Value& value : as_list(entry.value))
    allowed.empty() ? read_field_value(condition, plain, value) : read_page_value(condition, allowed, value);
  read_.conditions.push_back(std::move(condition));
}

void BlockReader::read_page_value(ItemCondition& condition, const std::vector<std::size_t>& allowed,
                                  const Value& value) {
  if (!value.is_text()) {
    found_.add("bad-value", {page_.path, value.place()}, say("'{}' must name a page", condition.property.name));
    return;
  }
  const bool is_this = value.text_or_empty() == this_page;
  if (is_this && page_.role != SourceRole::page) {
    report(value.place(), say("the introduction of a list is no item: 'this' means nothing here"));
    return;
  }
  const auto target = is_this ? std::optional(page_number_)
                              : resolver_.resolve_name(page_, {value.text_or_empty(), value.place()}, found_);
  if (!target) return;
  const Page& other = inputs_.pages[*target];
  if (std::ranges::find(allowed, other.kind) != allowed.end()) {
    condition.pages.push_back(*target);
    return;
  }
  const std::vector<Kind>& all_kinds = inputs_.config.schema.kinds;
  if (condition.property.source == Source::inverse) {
    found_.add("wrong-kind", {page_.path, value.place()},
               say("{} is of the kind '{}', not '{}'", other.id, all_kinds[other.kind].id,
                   all_kinds[condition.property.kind].id));
    return;
  }
  std::vector<std::string> kinds;
  for (const std::size_t kind : allowed) {
    if (std::ranges::find(kinds, all_kinds[kind].id) == kinds.end()) kinds.push_back(all_kinds[kind].id);
  }
  found_.add("wrong-kind", {page_.path, value.place()},
             say("'{}' may not point at {}, which is of the kind '{}'", condition.property.name, other.id,
                 all_kinds[other.kind].id),
             say("it may point at: {}", join(kinds, ", ")));
}

// A value that any of the kinds can have is asked for; one that none can have is told as the first of them tells it.
void BlockReader::read_field_value(ItemCondition& condition, const std::vector<const Field*>& fields,
                                   const Value& value) {
  std::optional<Diagnostics> wrong;
  for (const Field* field : fields) {
    Field asked = *field;
    if (asked.type == FieldType::date) asked.type = FieldType::partial_date;
    Diagnostics findings;
    if (auto checked = check_value(asked, value, page_.path, findings)) {
      condition.values.push_back(std::move(*checked));
      return;
    }
    if (!wrong) wrong = findings;
  }
  if (wrong) found_.append(*wrong);
}

void BlockReader::read_show(const Value& value) {
  if (value.is_null()) return;
  read_.table.as_list = value.text_or_empty() == "list";
  if (read_.table.as_list || value.text_or_empty() == "table") return;
  report(value.place(), say("'show' must be table or list"));
}

void BlockReader::read_columns(const Value& value) {
  const PropertyNames names{inputs_.config.schema, read_.table.kinds};
  for (const Value& one : as_list(value)) {
    // {name: label}
    const Entries* renamed = one.entries();
    if (!renamed) {
      read_column(names, one, {});
      continue;
    }
    for (const Entry& entry : *renamed) read_column(names, Value(entry.key).at_place(entry.key_place), entry.value);
  }
  if (!read_.table.columns.empty()) return;
  read_.table.columns.push_back({.property = {Source::title, "title"}});
  if (!read_.table.as_list) read_.table.columns.push_back({.property = {Source::summary, "summary"}});
}

void BlockReader::read_column(const PropertyNames& names, const Value& name, const Value& label) {
  if (!name.is_text() || (!label.is_null() && !label.is_text())) {
    const Value& wrong = name.is_text() ? label : name;
    report(wrong.place(), say("'{}' must be {}, not a {}", "columns", say("a list of names"), type_word(wrong)));
    return;
  }
  if (names.kinds.empty()) return;
  std::string_view written = *name.text();
  ItemColumn column{.property = {}, .count = written.starts_with(count_prefix), .label = label.text_or_empty()};
  if (column.count) written.remove_prefix(count_prefix.size());
  const std::string key(trim(written));
  PropertyNames::Found found = names.find(key);
  if (!found.property) {
    report(name.place(), std::move(found.wrong), std::move(found.hint));
    return;
  }
  column.property = *found.property;
  const bool countable = column.property.source == Source::inverse || !names.relations(key).empty();
  if (column.count && !countable) {
    report(name.place(), say("'{}' cannot be counted", key), say("count: stands before a relation"));
    return;
  }
  read_.table.columns.push_back(std::move(column));
}

void BlockReader::read_sort(const Value& value) {
  if (read_.table.kinds.empty()) return;
  const PropertyNames names{inputs_.config.schema, read_.table.kinds};
  for (const Value& one : as_list(value)) {
    std::string_view written = one.text_or_empty();
    ItemSort sort{.property = {}, .descending = written.starts_with('-')};
    if (sort.descending) written.remove_prefix(1);
    PropertyNames::Found found = names.find(std::string(trim(written)));
    if (!found.property) {
      report(one.place(), std::move(found.wrong), std::move(found.hint));
    } else if (!can_sort_by(*found.property)) {
      report(one.place(), say("items cannot be sorted by '{}'", trim(written)),
             say("sort by title, date, kind, or a field of one value"));
    } else {
      sort.property = *found.property;
      read_.table.sort.push_back(std::move(sort));
    }
  }
}

bool BlockReader::can_sort_by(const ItemProperty& property) const {
  if (property.source == Source::title || property.source == Source::kind) return true;
  if (property.source != Source::own) return false;
  const PropertyNames names{inputs_.config.schema, read_.table.kinds};
  const auto fields = names.fields(property.name);
  if (fields.empty()) return property.name == "date";
  return std::ranges::none_of(fields, [](const Field* field) {
    return field->many || field->type == FieldType::record || field->type == FieldType::rich_text ||
           field->type == FieldType::reference;
  });
}

void BlockReader::read_limit(const Value& value) {
  if (value.is_null()) return;
  const auto* number = value.integer();
  if (number && *number > 0) {
    read_.table.limit = static_cast<std::size_t>(*number);
    return;
  }
  report(value.place(), say("'limit' must be a whole number from 1"));
}

std::string BlockReader::read_text(std::string_view key, const Value& value) {
  if (value.is_null()) return {};
  if (value.is_text()) return to_nfc(*value.text());
  report(value.place(), say("'{}' must be {}, not a {}", key, say("a text"), type_word(value)),
         say("put the value in quotation marks"));
  return {};
}

}  // namespace vav
