// Any bytes as templates: they compile and render, with findings or without, and every finding has a place in the text.
// Lines of "====" part the templates, which are called "main", "a", "b", "c" …
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "../unit/templates/sample_data.h"
#include "base/check.h"
#include "base/text.h"
#include "templates/template_set.h"

namespace {

std::vector<vav::TemplateSource> templates_of(std::string_view bytes) {
  constexpr std::string_view mark = "\n====\n";
  std::vector<vav::TemplateSource> sources;
  while (sources.size() < 8) {
    const std::size_t end = bytes.find(mark);
    const std::string name = sources.empty() ? "main" : std::string(1, static_cast<char>('a' + sources.size() - 1));
    sources.push_back({name, name, std::string(bytes.substr(0, end))});
    if (end == std::string_view::npos) break;
    bytes.remove_prefix(end + mark.size());
  }
  return sources;
}

void check_places(const vav::Diagnostics& diagnostics, const std::vector<vav::TemplateSource>& sources) {
  for (const vav::Diagnostic& finding : diagnostics.all()) {
    for (const vav::TemplateSource& source : sources) {
      if (source.path != finding.span.path || finding.id == "bad-utf8") continue;
      const auto [last_line, last_column] = vav::locate(source.text, source.text.size());
      const vav::Place& place = finding.span.place;
      VAV_CHECK(place.line >= 1 && place.line <= last_line && place.column >= 1 && place.length >= 1);
      VAV_CHECK(place.line < last_line || place.column <= last_column);
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const vav::Value sample = vav::templates::sample_data();
  static const vav::FilterTable filters = {
      {"link", [](const vav::Value& input, std::span<const vav::Value> arguments, vav::Wording& failure) -> vav::Value {
         if (!input.text()) failure = vav::as_written("the filter needs text");
         return arguments.empty() ? input : arguments[0];
       }}};
  const auto sources = templates_of({reinterpret_cast<const char*>(data), size});
  vav::Diagnostics diagnostics;
  const vav::TemplateSet set = vav::TemplateSet::compile(sources, {"link"}, diagnostics);
  for (const vav::TemplateSource& source : sources) set.render(source.name, sample, filters, diagnostics);
  check_places(diagnostics, sources);
  return 0;
}
