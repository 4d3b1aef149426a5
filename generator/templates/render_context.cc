#include "templates/render_context.h"

#include <fmt/format.h>

#include "base/check.h"
#include "templates/findings.h"

namespace vav::templates {

RenderContext::RenderContext(const CompiledTemplates& compiled, const Value& data, const FilterTable& filters,
                             Diagnostics& diagnostics)
    : compiled_(compiled), diagnostics_(diagnostics), scope_(data, compiled.names) {
  for (const std::string& name : compiled.own_filters) {
    const auto found = filters.find(name);
    VAV_CHECK(found != filters.end());
    own_filters_.push_back(&found->second);
  }
}

void RenderContext::report(std::string_view id, Range range, Wording message, Wording hint) {
  const std::string_view lasting = find_diagnostic_kind(id)->id;
  if (!reported_.emplace(current, range.offset, lasting).second) return;
  if (reported_.size() >= most_findings) stopped_ = true;
  diagnostics_.add(id, {current->path, place_of(current->text, range)}, std::move(message), std::move(hint));
}

void RenderContext::report(Range range, const Problem& problem) {
  report(problem.is_unknown_name ? "template-unknown-name" : "template-type", range, problem.message, problem.hint);
}

void RenderContext::stop_too_deep(Range range) {
  stop(range, say("the templates nest deeper than {} levels", depth_limit), say("does a block lead back to itself?"));
}

void RenderContext::stop_too_long(Range range) {
  stop(range, say("the template does more than a page can need"), say("are loops nested without end?"));
}

void RenderContext::stop(Range range, Wording message, Wording hint) {
  if (!stopped_) report("template-syntax", range, std::move(message), std::move(hint));
  stopped_ = true;
}

}  // namespace vav::templates
