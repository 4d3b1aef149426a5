#include "pages/front_matter.h"

#include <fmt/format.h>

#include "base/text.h"
#include "base/unicode.h"
#include "config/reader.h"
#include "pages/field_value.h"

namespace vav {
namespace {

constexpr std::string_view fence_line = "---";

Field plain_field(std::string_view name, FieldType type, bool many = false) {
  Field field;
  field.name = name;
  field.type = type;
  field.many = many;
  return field;
}

class FrontMatterReader {
 public:
  FrontMatterReader(const Value& map, const SiteConfig& config, Page& page, Diagnostics& diagnostics)
      : config_(config),
        kind_(config.schema.kinds[page.kind]),
        reader_(map, fmt::format("a page of the kind '{}'", kind_.id), page.path, diagnostics),
        page_(page),
        diagnostics_(diagnostics) {}

  void read() {
    read_title();
    page_.summary = text("summary");
    page_.short_name = text("short");
    page_.lang = text("lang", page_.lang);
    page_.responsible = text("responsible", config_.default_responsible);
    page_.aliases = names("aliases");
    page_.redirect_from = names("redirect_from");
    page_.published = date("published");
    page_.updated = date("updated");
    page_.reviewed = date("reviewed");
    page_.expires = date("expires");
    page_.draft = flag("draft");
    read_visibility();
    if (const auto twin = names("translation_of"); !twin.empty()) page_.translation_of = twin.front();
    if (page_.role == SourceRole::page) {
      read_fields();
      read_relations();
    }
    reader_.finish();
  }

 private:
  std::vector<Value> take(const Field& field) {
    return check_values(field, reader_.value(field.name), page_.path, diagnostics_);
  }

  std::string text(std::string_view key, const std::string& fallback = {}) {
    const auto values = take(plain_field(key, FieldType::text));
    return values.empty() ? fallback : std::string(trim(values.front().text_or_empty()));
  }

  bool flag(std::string_view key) {
    const auto values = take(plain_field(key, FieldType::flag));
    return !values.empty() && *values.front().flag();
  }

  std::optional<Date> date(std::string_view key) {
    const auto values = take(plain_field(key, FieldType::date));
    return values.empty() ? std::nullopt : parse_date(values.front().text_or_empty());
  }

  std::vector<WrittenName> names(std::string_view key) {
    std::vector<WrittenName> result;
    for (const Value& value : take(plain_field(key, FieldType::text, true)))
      result.push_back({value.text_or_empty(), value.place()});
    return result;
  }

  void read_title() {
    page_.title = text("title");
    page_.title_place = reader_.value("title").place();
    if (page_.title.empty() && page_.role == SourceRole::page) {
      report_missing("title");
      page_.title = page_.id;
    }
  }

  void read_visibility() {
    Field field = plain_field("visibility", FieldType::choice);
    field.choices = {{.value = "public", .label = {}}, {.value = "internal", .label = {}}};
    const auto values = take(field);
    page_.internal = !values.empty() && values.front().text_or_empty() == "internal";
  }

  void read_fields() {
    for (std::size_t i = 0; i < kind_.fields.size(); ++i) {
      const Field& field = kind_.fields[i];
      std::vector<Value> values = take(field);
      if (values.empty() && field.required && reader_.value(field.name).is_null()) report_missing(field.name);
      if (!values.empty()) page_.fields.push_back({i, std::move(values)});
    }
  }

  void read_relations() {
    for (std::size_t i = 0; i < kind_.relations.size(); ++i) {
      const RelationType& relation = kind_.relations[i];
      const Value& written = reader_.value(relation.name);
      const std::size_t before = page_.references.size();
      if (written.is_list() && !relation.many) {
        diagnostics_.add("bad-value", {page_.path, written.place()},
                         fmt::format("'{}' points at one page, not at a list", relation.name));
      }
      const List targets = written.is_list() ? written.items() : List{written};
      for (const Value& target : targets) {
        if (!target.is_null()) read_reference(i, target);
      }
      if (relation.required && page_.references.size() == before && (written.is_null() || written.is_list()))
        report_missing(relation.name);
    }
  }

  // `target` is a name, or a map with the name under "ref" beside the relation's own fields.
  void read_reference(std::size_t relation_index, const Value& target) {
    const RelationType& relation = kind_.relations[relation_index];
    if (!target.is_map()) {
      add_reference(relation_index, target, Value(Entries{}));
      return;
    }
    MapReader map(target, fmt::format("a link of '{}'", relation.name), page_.path, diagnostics_);
    const Value& ref = map.value("ref");
    MapBuilder extra;
    for (const Field& field : relation.fields) {
      const auto values = check_values(field, map.value(field.name), page_.path, diagnostics_);
      if (!values.empty())
        extra.set(field.name, field.many ? Value(List(values.begin(), values.end())) : values.front());
    }
    map.finish();
    if (ref.is_null()) {
      diagnostics_.add("bad-value", {page_.path, target.place()},
                       fmt::format("a link of '{}' must say in 'ref' what it points at", relation.name));
      return;
    }
    add_reference(relation_index, ref, std::move(extra).build());
  }

  void add_reference(std::size_t relation_index, const Value& name, Value extra) {
    const auto text =
        check_value(plain_field(kind_.relations[relation_index].name, FieldType::text), name, page_.path, diagnostics_);
    if (!text) return;
    const std::string& whole = text->text_or_empty();
    const std::size_t hash = whole.find('#');
    Reference reference;
    reference.relation = relation_index;
    reference.target = {std::string(trim(std::string_view(whole).substr(0, hash))), name.place()};
    if (hash != std::string::npos) reference.passage = whole.substr(hash + 1);
    reference.extra = std::move(extra);
    page_.references.push_back(std::move(reference));
  }

  void report_missing(std::string_view key) {
    diagnostics_.add("missing-field", {page_.path, {1, 1, 3}},
                     fmt::format("{} must have the field '{}'", reader_.what(), key),
                     fmt::format("add a line '{}: …' between the lines of ---", key));
  }

  const SiteConfig& config_;
  const Kind& kind_;
  MapReader reader_;
  Page& page_;
  Diagnostics& diagnostics_;
};

}  // namespace

SplitSource split_front_matter(std::string_view text) {
  SplitSource result;
  result.body = text;
  const auto first_end = text.find('\n');
  const auto is_fence = [](std::string_view line) {
    while (line.ends_with('\r') || line.ends_with(' ')) line.remove_suffix(1);
    return line == fence_line;
  };
  if (first_end == std::string_view::npos || !is_fence(text.substr(0, first_end))) return result;
  std::size_t start = first_end + 1;
  int line = 2;
  while (start <= text.size()) {
    std::size_t end = text.find('\n', start);
    if (end == std::string_view::npos) end = text.size();
    if (is_fence(text.substr(start, end - start))) {
      result.front_matter = text.substr(first_end + 1, start - first_end - 1);
      result.body = end < text.size() ? text.substr(end + 1) : std::string_view();
      result.body_line = line + 1;
      result.found = true;
      return result;
    }
    start = end + 1;
    ++line;
  }
  return result;
}

void read_front_matter(const Value& map, const SiteConfig& config, Page& page, Diagnostics& diagnostics) {
  FrontMatterReader(map, config, page, diagnostics).read();
}

}  // namespace vav
