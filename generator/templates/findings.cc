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

std::string did_you_mean(std::string_view word, const std::vector<std::string>& candidates) {
  // The distance of two words costs the product of their lengths: a hostile "name" of a megabyte gets no advice.
  constexpr std::size_t longest_word = 80;
  if (word.size() > longest_word) return {};
  const auto near = nearest(word, candidates);
  return near ? fmt::format("did you mean '{}'?", *near) : std::string();
}

void SyntaxFindings::add(Range range, std::string message, std::string hint) {
  if (++count_ > most_findings) return;
  diagnostics_.add("template-syntax", {source_.path, place_of(source_.text, range)}, std::move(message),
                   std::move(hint));
}

}  // namespace vav::templates
