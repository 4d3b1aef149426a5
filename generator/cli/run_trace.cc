#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/console.h"
#include "cli/reading.h"
#include "cli/trace_report.h"

namespace vav {

Exit run_trace(const TraceCommand& command) {
  // More than any item of a real chain has; a program that wants all of a very large one reads the export.
  constexpr std::size_t most_items = 5000;
  Reading reading;
  read_site(command.common, reading, ReadAs::woven);
  if (!reading.build) return reading.exit;
  if (!reading.build->woven || stops_build(reading.build->diagnostics, command.common.strict)) {
    print_findings(reading.build->diagnostics, command.common.diagnostics, reading.options.content, reading.disk);
    return Exit::content_errors;
  }
  const WovenSite& site = *reading.build->woven;
  const auto page = page_named(command.item, site);
  if (!page) return Exit::wrong_arguments;
  const std::size_t item = site.graph.item_of(*page);
  if (site.evidence.step_of(item) == 0) {
    fmt::print(stderr, "vav: {} is of the kind '{}', which has no step in the chain\n", site.pages[item].id,
               site.config.schema.kinds[site.pages[item].kind].id);
    return Exit::wrong_arguments;
  }
  const ItemChain chain = chain_of(item, site.evidence, most_items);
  if (command.json) {
    fmt::print("{}\n", to_pretty_json(trace_json(chain, site)));
  } else {
    fmt::print("{}", trace_text(chain, site, command.common.diagnostics.language));
  }
  return Exit::fine;
}

}  // namespace vav
