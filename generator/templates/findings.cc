#include "templates/findings.h"

#include <algorithm>
#include <fmt/format.h>

#include "base/text.h"

namespace vav::templates {

Place place_of(std::string_view text, Range range) {
  const auto [line, column] = locate(text, range.offset);
  const std::string_view marked = text.substr(std::min<std::size_t>(range.offset, text.size()), range.length);
  return {line, column, std::max(1, static_cast<int>(count_characters(marked)))};
}

void SyntaxFindings::add(Range range, Wording message, Wording hint) {
  if (++count_ > most_findings) return;
  diagnostics_.add("template-syntax", {source_.path, place_of(source_.text, range)}, std::move(message),
                   std::move(hint));
}

}  // namespace vav::templates
