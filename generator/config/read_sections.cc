#include "config/read_sections.h"

#include <algorithm>

namespace vav {
namespace {

class SectionReader {
 public:
  SectionReader(std::size_t own_kind, const Schema& schema, const SchemaSource& source)
      : own_kind_(own_kind), schema_(schema), source_(source) {}

  GatheredSection read(const Value& value) {
    MapReader reader(value, config_format("section"), say("a section of '{}'", schema_.kinds[own_kind_].id),
                     source_.path, source_.diagnostics);
    GatheredSection section;
    section.label = reader.local_text("label", source_.languages);
    section.empty = reader.local_text("empty", source_.languages);
    const List via = reader.list("via");
    const bool several = !via.empty() && via.front().is_list();
    if (several) {
      for (const Value& path : via) add_path(section, path.items());
    } else {
      add_path(section, via);
    }
    if (section.label.empty() || via.empty()) reader.report(value, say("a section must have a label and a 'via'"));
    reader.finish();
    return section;
  }

 private:
  void add_path(GatheredSection& section, const List& steps) {
    RelationPath path;
    std::vector<std::size_t> kinds = {own_kind_};  // where the steps so far may have led
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
      const auto kind = find_kind(schema_, Value(text.substr(0, dot)).at_place(value.place()), source_);
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
    source_.report(value, say("the path step '{}' leads nowhere from here", value.text_or_empty()),
                   say("write kind.relation for pages that point here, or relation for pages pointed at"));
    return std::nullopt;
  }

  std::size_t own_kind_;
  const Schema& schema_;
  const SchemaSource& source_;
};

}  // namespace

std::vector<GatheredSection> read_sections(const Value& list, std::size_t own_kind, const Schema& schema,
                                           const SchemaSource& source) {
  std::vector<GatheredSection> sections;
  for (const Value& value : list.items()) sections.push_back(SectionReader(own_kind, schema, source).read(value));
  return sections;
}

}  // namespace vav
