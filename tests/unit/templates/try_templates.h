// Compiles and renders in one go; findings as lines "name:1:4+6 id: message (hint)", where +6 is the length.
#pragma once

#include <fmt/format.h>
#include <string>
#include <vector>

#include "sample_data.h"
#include "templates/template_set.h"

namespace vav::templates {

struct Outcome {
  std::string text;
  std::vector<std::string> findings;
};

inline std::vector<std::string> as_lines(const Diagnostics& diagnostics) {
  std::vector<std::string> lines;
  for (const Diagnostic& one : diagnostics.all()) {
    const Place& place = one.span.place;
    const std::string hint = one.hint.empty() ? "" : " (" + one.hint.english + ")";
    lines.push_back(fmt::format("{}:{}:{}+{} {}: {}{}", one.span.path, place.line, place.column, place.length, one.id,
                                one.message.english, hint));
  }
  return lines;
}

// Renders the first of the templates, also after findings: that must never crash.
inline Outcome try_templates(const std::vector<TemplateSource>& sources, const FilterTable& filters = {}) {
  Diagnostics diagnostics;
  std::vector<std::string> names;
  for (const auto& [name, filter] : filters) names.push_back(name);
  const TemplateSet set = TemplateSet::compile(sources, names, diagnostics);
  std::string text = set.render(sources.front().name, sample_data(), filters, diagnostics);
  return {std::move(text), as_lines(diagnostics)};
}

inline Outcome try_template(const std::string& text, const FilterTable& filters = {}) {
  return try_templates({{"main", "main", text}}, filters);
}

}  // namespace vav::templates
