#include "config/read_paths.h"

#include <algorithm>

namespace vav {
namespace {

class PathReader {
 public:
  PathReader(const std::vector<std::size_t>& from, const std::vector<std::size_t>* to, const Schema& schema,
             const SchemaSource& source)
      : from_(from), to_(to), schema_(schema), source_(source) {}

  void add_path(std::vector<RelationPath>& paths, const List& steps) {
    RelationPath path;
    std::vector<std::size_t> kinds = from_;  // where the steps so far may have led
    for (const Value& step : steps) {
      auto read = read_step(step, kinds);
      if (!read) return;
      path.push_back(std::move(*read));
    }
    if (path.empty()) return;
    const auto wanted = [&](std::size_t kind) { return std::ranges::find(*to_, kind) != to_->end(); };
    if (to_ != nullptr && std::ranges::none_of(kinds, wanted))
      report_step(steps.back());
    else
      paths.push_back(std::move(path));
  }

 private:
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

  const std::vector<std::size_t>& from_;
  const std::vector<std::size_t>* to_;
  const Schema& schema_;
  const SchemaSource& source_;
};

}  // namespace

std::vector<RelationPath> read_paths(const List& via, const std::vector<std::size_t>& from,
                                     const std::vector<std::size_t>* to, const Schema& schema,
                                     const SchemaSource& source) {
  std::vector<RelationPath> paths;
  PathReader reader(from, to, schema, source);
  if (!via.empty() && via.front().is_list()) {
    for (const Value& path : via) reader.add_path(paths, path.items());
  } else {
    reader.add_path(paths, via);
  }
  return paths;
}

}  // namespace vav
