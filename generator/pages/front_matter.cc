#include "pages/front_matter.h"

#include <algorithm>
#include <fmt/format.h>

#include "base/address.h"
#include "base/text.h"
#include "base/unicode.h"
#include "config/common_fields.h"
#include "config/field_value.h"
#include "config/reader.h"
#include "pages/former_address.h"

namespace vav {
namespace {

constexpr std::string_view fence_line = "---";

class FrontMatterReader {
 public:
  FrontMatterReader(const Value& map, const SiteConfig& config, Page& page, Diagnostics& diagnostics)
      : config_(config),
        kind_(config.schema.kinds[page.kind]),
        reader_(map, say("a page of the kind '{}'", kind_.id), page.path, diagnostics),
        page_(page),
        diagnostics_(diagnostics) {}

  void read() {
    read_title();
    page_.summary = text("summary");
    page_.short_name = text("short");
    read_language();
    page_.responsible = text("responsible", config_.default_responsible.in(page_.lang));
    page_.aliases = names("aliases");
    read_redirects();
    page_.published = date("published");
    page_.updated = date("updated");
    page_.reviewed = date("reviewed");
    page_.review = date("review");
    page_.review_place = reader_.value("review").place();
    page_.expires = date("expires");
    page_.draft = flag("draft");
    read_withdrawal();
    read_visibility();
    if (const auto twin = names("translation_of"); !twin.empty()) page_.translation_of = twin.front();
    page_.no_mentions = names("no_mentions");
    if (page_.role == SourceRole::page) {
      read_fields();
      read_relations();
      report_inverses();
    }
    reader_.finish();
  }

 private:
  std::vector<Value> take(const Field& field) {
    return check_values(field, reader_.value(field.name), page_.path, diagnostics_);
  }

  // Of a key that every kind has.
  std::vector<Value> take_common(std::string_view key) { return take(*find_common_field(key)); }

  std::string text(std::string_view key, const std::string& fallback = {}) {
    const auto values = take_common(key);
    return values.empty() ? fallback : std::string(trim(values.front().text_or_empty()));
  }

  bool flag(std::string_view key) {
    const auto values = take_common(key);
    return !values.empty() && *values.front().flag();
  }

  std::optional<Date> date(std::string_view key) {
    const auto values = take_common(key);
    return values.empty() ? std::nullopt : parse_date(values.front().text_or_empty());
  }

  std::vector<WrittenName> names(std::string_view key) {
    std::vector<WrittenName> result;
    for (const Value& value : take_common(key)) result.push_back({value.text_or_empty(), value.place()});
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

  void read_redirects() {
    for (const WrittenName& written : names("redirect_from")) {
      if (auto former = read_former_address(written.text)) {
        former->place = written.place;
        page_.redirect_from.push_back(std::move(*former));
      } else {
        diagnostics_.add("bad-value", {page_.path, written.place},
                         say("'{}' cannot be an address of the site", written.text),
                         say("write it from the top of the site, such as moten/gammalt-namn: a-z, 0-9, - . and /; or "
                             "moten/gammalt-namn#stycke -> nytt-stycke"));
      }
    }
  }

  // A page that is gone needs nothing but its title: what it said may be taken away.
  void read_withdrawal() {
    page_.withdrawn = date("withdrawn");
    page_.withdrawn_reason = text("withdrawn_reason");
    if (const auto other = names("replaced_by"); !other.empty()) page_.replaced_by = other.front();
    for (const std::string_view key : {"withdrawn_reason", "replaced_by"}) {
      if (page_.withdrawn || reader_.value(key).is_null()) continue;
      diagnostics_.add("bad-value", {page_.path, reader_.value(key).place()},
                       say("'{}' is said of a page that is withdrawn", key),
                       say("write the day on which it was, in 'withdrawn', or leave the line out"));
    }
    if (page_.withdrawn && page_.withdrawn_reason.empty()) {
      diagnostics_.add("missing-field", {page_.path, reader_.value("withdrawn").place()},
                       say("a page that is withdrawn says why in 'withdrawn_reason'"),
                       say("readers of the old address will see it"));
    }
  }

  void read_visibility() { page_.internal = text("visibility") == "internal"; }

  void read_language() {
    const std::string by_folder = page_.lang;
    page_.lang = text("lang", by_folder);
    const auto& known = config_.languages;
    const Place place = reader_.value("lang").place();
    if (!is_short_language_code(page_.lang)) {
      diagnostics_.add("bad-language", {page_.path, place}, say("'{}' is no language code", page_.lang),
                       say("two letters, such as sv or en"));
      page_.lang = by_folder;
    }
    if (by_folder != config_.default_lang && page_.lang != by_folder) {
      diagnostics_.add("bad-language", {page_.path, place},
                       say("the page lies in {}/ and says that it is in '{}'", by_folder, page_.lang),
                       say("leave out 'lang', or move the page"));
      page_.lang = by_folder;
    }
    if (known.size() < 2 || std::ranges::find(known, page_.lang) != known.end()) return;
    diagnostics_.add("unknown-language", {page_.path, place.line == 0 ? Place{1, 1, 1} : place},
                     say("the site has no pages in '{}'", page_.lang), say("languages: {}", join(known, ", ")));
  }

  void read_fields() {
    for (std::size_t i = 0; i < kind_.fields.size(); ++i) {
      const Field& field = kind_.fields[i];
      std::vector<Value> values = take(field);
      const bool given = !reader_.value(field.name).is_null();
      if (!given && field.required && !page_.withdrawn) report_missing(field.name);
      if (!given && !field.fallback.is_null())
        values = field.fallback.is_list() ? field.fallback.items() : List{field.fallback};
      // What is for editors only is checked like everything else, and ends here.
      if (!values.empty() && !field.internal) page_.fields.push_back({i, std::move(values)});
    }
  }

  // A key that names the other side of a relation: it appears by itself.
  void report_inverses() {
    const Entries* entries = reader_.map().entries();
    if (!entries) return;
    for (const Entry& entry : *entries) {
      if (find_common_field(entry.key) || kind_.find_field(entry.key) || kind_.find_relation(entry.key)) continue;
      const Kind* other = nullptr;
      const RelationType* relation = find_inverse(entry.key, other);
      if (!relation) continue;
      reader_.value(entry.key);
      diagnostics_.add("written-inverse", {page_.path, entry.key_place},
                       say("'{}' appears by itself on this page", entry.key),
                       say("write '{}: {}' on the page of the kind '{}'", relation->name, page_.id, other->id));
    }
  }

  const RelationType* find_inverse(std::string_view key, const Kind*& owner) const {
    const std::string wanted = fold(replace_all(std::string(key), "_", " "));
    for (const Kind& other : config_.schema.kinds) {
      for (const RelationType& relation : other.relations) {
        if (std::ranges::find(relation.to, page_.kind) == relation.to.end()) continue;
        const bool fits = std::ranges::any_of(config_.languages, [&](const std::string& language) {
          return fold(relation.inverse.in(language)) == wanted;
        });
        if (!fits) continue;
        owner = &other;
        return &relation;
      }
    }
    return nullptr;
  }

  void read_relations() {
    for (std::size_t i = 0; i < kind_.relations.size(); ++i) {
      const RelationType& relation = kind_.relations[i];
      const Value& written = reader_.value(relation.name);
      if (written.is_list() && !relation.many) {
        diagnostics_.add("bad-value", {page_.path, written.place()},
                         say("'{}' points at one page, not at a list", relation.name));
      }
      const List targets = written.is_list() ? written.items() : List{written};
      const auto count = static_cast<std::size_t>(
          std::ranges::count_if(targets, [](const Value& target) { return !target.is_null(); }));
      for (const Value& target : targets) {
        if (!target.is_null()) read_reference(i, target);
      }
      if (!page_.withdrawn) check_count(relation, written, count);
    }
  }

  void check_count(const RelationType& relation, const Value& written, std::size_t count) {
    if (count == 0 && relation.required) {
      report_missing(relation.name);
    } else if (count > 0 && count < relation.at_least) {
      diagnostics_.add("too-few", {page_.path, written.place()},
                       say("'{}' points at {} pages; at least {} are needed", relation.name, count, relation.at_least));
    } else if (relation.many && relation.at_most && count > *relation.at_most) {
      diagnostics_.add("too-many", {page_.path, written.place()},
                       say("'{}' points at {} pages; at most {} are allowed", relation.name, count, *relation.at_most));
    }
  }

  // `target` is a name, or a map with the name under "ref" beside the relation's own fields.
  void read_reference(std::size_t relation_index, const Value& target) {
    const RelationType& relation = kind_.relations[relation_index];
    if (!target.is_map()) {
      add_reference(relation_index, target);
      return;
    }
    MapReader map(target, say("a link of '{}'", relation.name), page_.path, diagnostics_);
    const Value& ref = map.value(target_key);
    WrittenName pin;
    for (const Value& value : check_values(pin_field(), map.value(pin_key), page_.path, diagnostics_))
      pin = {value.text_or_empty(), value.place()};
    MapBuilder extra;
    for (const Field& field : relation.fields) {
      const auto values = check_values(field, map.value(field.name), page_.path, diagnostics_);
      if (!values.empty())
        extra.set(field.name, field.many ? Value(List(values.begin(), values.end())) : values.front());
    }
    map.finish();
    if (ref.is_null()) {
      diagnostics_.add("bad-value", {page_.path, target.place()},
                       say("a link of '{}' must say in 'ref' what it points at", relation.name));
      return;
    }
    Reference* reference = add_reference(relation_index, ref);
    if (reference == nullptr) return;
    reference->extra = std::move(extra).build();
    reference->map_place = target.place();
    reference->pin = std::move(pin);
  }

  // nullptr when the name is none, which was reported.
  Reference* add_reference(std::size_t relation_index, const Value& name) {
    Field plain;
    plain.name = kind_.relations[relation_index].name;
    const auto text = check_value(plain, name, page_.path, diagnostics_);
    if (!text) return nullptr;
    const std::string& whole = text->text_or_empty();
    const std::size_t hash = whole.find('#');
    Reference reference;
    reference.relation = relation_index;
    reference.extra = Value(Entries{});
    reference.target = {std::string(trim(std::string_view(whole).substr(0, hash))), name.place()};
    if (hash != std::string::npos) reference.passage = whole.substr(hash + 1);
    return &page_.references.emplace_back(std::move(reference));
  }

  void report_missing(std::string_view key) {
    diagnostics_.add("missing-field", {page_.path, {1, 1, 3}}, say("{} must have the field '{}'", reader_.what(), key),
                     say("add a line '{}: …' between the lines of ---", key));
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
  result.opened = true;
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
