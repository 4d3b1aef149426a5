#include "templates/template_set.h"

#include <algorithm>
#include <fmt/format.h>
#include <tuple>
#include <utility>

#include "base/check.h"
#include "base/text.h"
#include "templates/compiled.h"
#include "templates/findings.h"
#include "templates/renderer.h"
#include "templates/template_parser.h"

namespace vav {

struct TemplateSet::Compiled : templates::CompiledTemplates {};

namespace {

// What cannot be read at all becomes an empty template, so that others may still refer to it.
std::string readable_text(const TemplateSource& source, Diagnostics& diagnostics) {
  constexpr std::size_t limit = std::size_t{1} << 20U;
  if (const auto bad = find_invalid_utf8(source.text)) {
    const auto [line, column] = locate(source.text.substr(0, *bad), *bad);
    diagnostics.add("bad-utf8", {source.path, {line, column}}, say("the template is not valid UTF-8"),
                    say("save the file as UTF-8"));
    return {};
  }
  if (source.text.size() > limit) {
    diagnostics.add("template-syntax", {source.path, {}}, say("the template is larger than 1 MB"));
    return {};
  }
  return replace_all(source.text, "\r\n", "\n");
}

// The lexer reads to the end before the parser starts; its reader goes from top to bottom.
void sort_by_place(Diagnostics& diagnostics) {
  std::ranges::sort(diagnostics.all(), {}, [](const Diagnostic& finding) {
    return std::tuple(finding.span.place.line, finding.span.place.column, std::string_view(finding.message.english));
  });
}

}  // namespace

TemplateSet::TemplateSet() : compiled_(std::make_unique<const Compiled>()) {}
TemplateSet::~TemplateSet() = default;
TemplateSet::TemplateSet(TemplateSet&&) noexcept = default;
TemplateSet& TemplateSet::operator=(TemplateSet&&) noexcept = default;

TemplateSet TemplateSet::compile(const std::vector<TemplateSource>& sources,
                                 const std::vector<std::string>& own_filters, Diagnostics& diagnostics) {
  auto compiled = std::make_unique<Compiled>();
  compiled->own_filters = own_filters;
  compiled->loop_name = compiled->names.intern("loop");
  compiled->templates.reserve(sources.size());
  for (const TemplateSource& source : sources) {
    const auto index = static_cast<templates::Index>(compiled->templates.size());
    if (!compiled->by_name.emplace(source.name, index).second) {
      diagnostics.add("template-syntax", {source.path, {}}, say("there is a template '{}' already", source.name));
      continue;
    }
    templates::Template& result = compiled->templates.emplace_back();
    result.name = source.name;
    result.path = source.path;
    result.text = readable_text(source, diagnostics);
  }
  for (templates::Template& result : compiled->templates) {
    Diagnostics found;
    templates::parse_template(result, {compiled->names, compiled->own_filters, compiled->by_name}, found);
    sort_by_place(found);
    diagnostics.append(found);
  }
  templates::link_templates(*compiled, diagnostics);
  TemplateSet set;
  set.compiled_ = std::move(compiled);
  return set;
}

bool TemplateSet::has(std::string_view name) const {
  return compiled_->by_name.contains(name);
}

std::string TemplateSet::render(std::string_view name, const Value& data, const FilterTable& filters,
                                Diagnostics& diagnostics) const {
  const auto found = compiled_->by_name.find(name);
  VAV_CHECK(found != compiled_->by_name.end());
  VAV_CHECK(data.is_map());
  templates::RenderContext context(*compiled_, data, filters, diagnostics);
  std::string out;
  out.reserve(std::size_t{32} << 10U);
  templates::Renderer(context).render(found->second, out);
  return out;
}

}  // namespace vav
