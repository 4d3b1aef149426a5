// vav review: what is to be read again, and that it has been.
#include <algorithm>
#include <fmt/format.h>

#include "authoring/review.h"
#include "base/text.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "cli/reading.h"

namespace vav {
namespace {

// "findings/f.md:4:12 rests_on n#said"
std::string told(std::size_t number, const WovenSite& site) {
  const Relation& relation = site.graph.relations()[number];
  const Page& page = site.pages[relation.from];
  const Reference& reference = page.references[relation.reference];
  const Place& at = reference.pin.text.empty() ? reference.target.place : reference.pin.place;
  return fmt::format("{}:{}:{} {} {}{}{}", page.path, at.line, at.column,
                     site.config.schema.kinds[relation.kind].relations[relation.type].name, site.pages[relation.to].id,
                     reference.passage.empty() ? "" : "#", reference.passage);
}

Exit list_suspects(const WovenSite& site, const std::string& language) {
  for (const Suspect& one : site.suspects.all()) fmt::print("{}\n", told(one.relation, site));
  fmt::print("{}\n", say("links to review: {}", site.suspects.all().size()).in(language));
  return Exit::fine;
}

// The findings that are errors in files of the item: what its links mean is not certain then.
Diagnostics errors_of(std::size_t item, const Build& build) {
  Diagnostics errors;
  for (const Diagnostic& one : build.diagnostics.all()) {
    const auto is_its = [&](std::size_t page) { return build.woven->pages[page].path == one.span.path; };
    if (one.severity == Severity::error && std::ranges::any_of(build.woven->graph.family_of(item), is_its))
      errors.all().push_back(one);
  }
  return errors;
}

Exit review_item(std::size_t item, const Build& build, const ReviewCommand& command, const std::string& content,
                 Disk& disk) {
  const WovenSite& site = *build.woven;
  if (const Diagnostics errors = errors_of(item, build); !errors.empty()) {
    print_findings(errors, command.common.diagnostics, content, disk);
    return Exit::content_errors;
  }
  const ReviewInputs inputs{site.config, site.pages, site.graph, site.suspects};
  const std::vector<LinkToReview> links = links_to_review(item, command.pin, inputs);
  if (const Result<void> written = write_pins(disk, content, links, inputs); !written) return refuse(written.failure());
  const std::string& language = command.common.diagnostics.language;
  for (const LinkToReview& link : links) {
    fmt::print("{} {} -> {}\n", told(link.relation, site), link.old_pin.empty() ? "–" : link.old_pin, link.new_pin);
    const auto text = text_behind(site.graph.relations()[link.relation], site.pages, site.config.schema);
    if (!link.old_pin.empty() && text) fmt::print("  {}\n", collapse_spaces(*text));
  }
  fmt::print("{}\n", links.empty() ? say("nothing to review on {}", site.pages[item].id).in(language)
                                   : say("links reviewed: {}", links.size()).in(language));
  return Exit::fine;
}

}  // namespace

Exit run_review(const ReviewCommand& command) {
  if (command.item.empty() && !command.list) {
    (void)refuse({"which item?", "vav review ID, or vav review --list"});
    return Exit::wrong_arguments;
  }
  CommonOptions common = command.common;
  // Whoever only asks for the list names no item, so the first word is the folder.
  if (command.list && common.content.empty()) common.content = command.item;
  Reading reading;
  read_site(common, reading, ReadAs::woven_with_drafts);
  if (!reading.build) return reading.exit;
  if (!reading.build->woven) {
    print_findings(reading.build->diagnostics, common.diagnostics, reading.options.content, reading.disk);
    return Exit::content_errors;
  }
  const WovenSite& site = *reading.build->woven;
  if (command.list) return list_suspects(site, common.diagnostics.language);
  const auto item = page_named(command.item, site);
  return item ? review_item(*item, *reading.build, command, reading.options.content, reading.disk)
              : Exit::wrong_arguments;
}

}  // namespace vav
