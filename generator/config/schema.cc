#include "config/schema.h"

#include <algorithm>
#include <array>
#include <utility>

namespace vav {
namespace {

constexpr std::array<std::pair<std::string_view, FieldType>, 11> field_types = {{
    {"text", FieldType::text},
    {"rich-text", FieldType::rich_text},
    {"date", FieldType::date},
    {"partial-date", FieldType::partial_date},
    {"number", FieldType::number},
    {"flag", FieldType::flag},
    {"url", FieldType::url},
    {"role-email", FieldType::role_email},
    {"choice", FieldType::choice},
    {"reference", FieldType::reference},
    {"record", FieldType::record},
}};

const std::string no_text;

template <typename Items>
std::optional<std::size_t> index_where(const Items& items, const auto& matches) {
  const auto found = std::ranges::find_if(items, matches);
  if (found == items.end()) return std::nullopt;
  return static_cast<std::size_t>(found - items.begin());
}

}  // namespace

const std::string& LocalText::in(std::string_view language) const {
  auto found = texts_.find(language);
  if (found == texts_.end()) found = texts_.find(first_);
  return found == texts_.end() ? no_text : found->second;
}

void LocalText::set(std::string language, std::string text) {
  if (texts_.empty()) first_ = language;
  texts_[std::move(language)] = std::move(text);
}

std::string_view evidence_name(Evidence evidence) {
  switch (evidence) {
    case Evidence::supports:
      return "for";
    case Evidence::nuances:
      return "nuanced";
    case Evidence::contradicts:
      return "against";
    case Evidence::none:
      break;
  }
  return "";
}

std::string_view field_type_name(FieldType type) {
  return std::ranges::find(field_types, type, [](const auto& entry) { return entry.second; })->first;
}

std::optional<FieldType> field_type_from(std::string_view name) {
  const auto* found = std::ranges::find(field_types, name, [](const auto& entry) { return entry.first; });
  if (found == field_types.end()) return std::nullopt;
  return found->second;
}

std::vector<std::string> field_type_names() {
  std::vector<std::string> names;
  for (const auto& [name, type] : field_types) names.emplace_back(name);
  return names;
}

const Field* Kind::find_field(std::string_view name) const {
  const auto found = std::ranges::find(fields, name, &Field::name);
  return found == fields.end() ? nullptr : &*found;
}

bool Kind::declares_evidence() const {
  return std::ranges::any_of(relations,
                             [](const RelationType& relation) { return relation.evidence != Evidence::none; });
}

std::optional<std::size_t> Kind::find_relation(std::string_view name) const {
  return index_where(relations, [&](const RelationType& relation) { return relation.name == name; });
}

std::optional<std::size_t> Schema::find_kind(std::string_view id) const {
  return index_where(kinds, [&](const Kind& kind) { return kind.id == id; });
}

std::optional<std::size_t> Schema::find_folder(std::string_view folder) const {
  return index_where(kinds, [&](const Kind& kind) { return kind.folder == folder; });
}

}  // namespace vav
