#include "diagnostics/diagnostic.h"

#include <algorithm>

#include "base/check.h"

namespace vav {

Wording DiagnosticKind::explained() const {
  return {std::string(explanation), std::string(swedish_for(explanation))};
}

const DiagnosticKind* find_diagnostic_kind(std::string_view id) {
  const auto& kinds = diagnostic_kinds();
  const auto found = std::ranges::find(kinds, id, &DiagnosticKind::id);
  return found == kinds.end() ? nullptr : &*found;
}

void Diagnostics::add(std::string_view id, SourceSpan span, Wording message, Wording hint) {
  const DiagnosticKind* kind = find_diagnostic_kind(id);
  VAV_CHECK(kind != nullptr);
  found_.push_back({std::string(id), kind->severity, std::move(span), std::move(message), std::move(hint)});
}

void Diagnostics::append(const Diagnostics& other) {
  found_.insert(found_.end(), other.found_.begin(), other.found_.end());
}

bool Diagnostics::has_errors() const {
  return std::ranges::any_of(found_, [](const Diagnostic& d) { return d.severity == Severity::error; });
}

}  // namespace vav
