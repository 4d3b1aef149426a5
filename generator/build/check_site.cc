#include "build/check_site.h"

#include <algorithm>
#include <fmt/format.h>
#include <set>

#include "base/address.h"
#include "base/text.h"
#include "evidence/dated_items.h"
#include "graph/link_resolver.h"

namespace vav {
namespace {

void check_start_and_menus(const WovenSite& site, Diagnostics& diagnostics) {
  const auto check = [&](const std::string& id, const Place& place, const Wording& hint) {
    for (std::size_t i = 0; i < site.pages.size(); ++i) {
      const Page& page = site.pages[i];
      if (site.on_site[i] && page.role == SourceRole::page && page.id == id && page.lang == site.config.lang) return;
    }
    diagnostics.add("unknown-reference", {std::string(config_file), place}, say("no page has the id '{}'", id), hint);
  };
  check(site.config.start_page, site.config.start_page_place, say("site.start is the id of a published page"));
  for (const Menu& menu : site.config.menus) {
    for (const MenuItem& item : menu.items) {
      if (item.target == MenuItem::Target::page)
        check(item.page, item.place, say("a menu names kinds, pages by their id, register or search"));
    }
  }
}

// Whether a page that the program makes has something to show.
bool is_made(const BuiltInPage& page, const WovenSite& site) {
  if (page.address == overview_address) return !site.evidence.links().empty();
  if (page.address == traceability_address) return !site.evidence_tables.traceability.rows.empty();
  if (page.address == matrix_address)
    return !site.evidence_tables.matrix.rows.empty() && !site.evidence_tables.matrix.columns.empty();
  if (page.address == coverage_address) return !site.evidence_tables.coverage.empty();
  if (page.address == timeline_address) return has_dated_items(site.pages, site.on_site, site.config);
  if (page.address == report_address) {
    return std::ranges::any_of(site.evidence.items(), [&](std::size_t item) {
      return site.config.schema.kinds[site.pages[item].kind].declares_evidence();
    });
  }
  return true;
}

void check_built_in_pages(const WovenSite& site, Diagnostics& diagnostics) {
  for (const Menu& menu : site.config.menus) {
    for (const MenuItem& item : menu.items) {
      if (item.target != MenuItem::Target::built_in || is_made(item.built_in, site)) continue;
      diagnostics.add("bad-config", {std::string(config_file), item.place},
                      say("the site has no page '{}': there is nothing that it could show", item.built_in.name),
                      say("take it out of the menu, or declare what it shows (generator/config/vav-yaml.md)"));
    }
  }
}

// Limits that vav.yaml sets for lines of the coverage report.
void check_coverage_limits(const WovenSite& site, Diagnostics& diagnostics) {
  std::vector<std::string> names;
  const Coverage& coverage = site.evidence_tables.coverage;
  for (const CoverageLine& line : coverage) names.push_back(line.id);
  for (const CoverageLimit& limit : site.config.coverage_limits) {
    const SourceSpan at{std::string(config_file), limit.place};
    const auto line = std::ranges::find(coverage, limit.line, &CoverageLine::id);
    if (line == coverage.end()) {
      const auto near = nearest(limit.line, names);
      diagnostics.add("bad-config", at, say("the coverage report has no line '{}'", limit.line),
                      near ? say("did you mean '{}'?", *near) : say("vav check shows the names of the report's lines"));
    } else if (line->items.size() > limit.most) {
      diagnostics.add(
          "coverage-below", at,
          say("{}: {} of {}, and at most {} may be so", limit.line, line->items.size(), line->out_of, limit.most),
          say("vav check and the page {} name them; mend them, or say why it is meant so",
              folder_of(coverage_address)));
    }
  }
}

void report_unused_files(const WovenSite& site, Diagnostics& diagnostics) {
  std::set<std::string> used;
  for (std::size_t i = 0; i < site.pages.size(); ++i) {
    used.merge(site.graph.files_of(i));
    // What waits in a draft or stands in a block for editors is named too.
    const Page& page = site.pages[i];
    for (const std::string& target : page.document.internal_targets()) used.insert(path_of_target(page, target));
    if (site.on_site[i]) continue;
    for (const DocumentLink& link : page.document.links()) used.insert(path_of_target(page, link.target));
  }
  for (const std::string& file : site.files) {
    if (!used.contains(file))
      diagnostics.add("unused-file", {file, {}}, say("no page names this file"),
                      say("link to it from a page, or remove it"));
  }
}

// The day on which somebody last looked at the page, as far as it tells.
std::optional<Date> last_look(const Page& page) {
  std::optional<Date> newest;
  for (const auto& date : {page.published, page.updated, page.reviewed}) {
    if (date && (!newest || *newest < *date)) newest = date;
  }
  return newest;
}

void report_stale_pages(const WovenSite& site, const Date& today, Diagnostics& diagnostics) {
  const int months = site.config.review_after_months;
  for (std::size_t i = 0; i < site.pages.size(); ++i) {
    const Page& page = site.pages[i];
    if (!site.on_site[i] || page.role != SourceRole::page) continue;
    if (page.review) {
      if (*page.review < today)
        diagnostics.add("stale-page", {page.path, page.review_place},
                        say("the page was to be reviewed by {}", page.review->iso()),
                        say("look it over, then set a new day"));
      continue;
    }
    const auto looked = last_look(page);
    if (months == 0 || !looked || !(plus_months(*looked, months) < today)) continue;
    diagnostics.add("stale-page", {page.path, {1, 1, 3}},
                    say("nobody has looked at the page since {}; vav.yaml allows {} months", looked->iso(), months),
                    say("look it over, then set 'updated' or 'reviewed'"));
  }
}

// Dates that their field does not let grow so old: those of an accessibility statement, for one.
void report_old_dates(const WovenSite& site, const Date& today, Diagnostics& diagnostics) {
  for (std::size_t i = 0; i < site.pages.size(); ++i) {
    const Page& page = site.pages[i];
    if (!site.on_site[i] || page.role != SourceRole::page) continue;
    for (const FieldValues& given : page.fields) {
      const Field& field = site.config.schema.kinds[page.kind].fields[given.field];
      if (field.max_age_days == 0) continue;
      for (const Value& value : given.values) {
        const auto date = parse_date(value.text_or_empty());
        const int age = date ? days_between(*date, today) : 0;
        if (age <= field.max_age_days) continue;
        diagnostics.add("old-date", {page.path, value.place()},
                        say("'{}' is {} days ago; vav.yaml allows {}", field.name, age, field.max_age_days),
                        say("look again at what the page tells, then set a new day"));
      }
    }
  }
}

}  // namespace

void check_site(const WovenSite& site, const Date& today, Diagnostics& diagnostics) {
  check_start_and_menus(site, diagnostics);
  check_built_in_pages(site, diagnostics);
  check_coverage_limits(site, diagnostics);
  report_unused_files(site, diagnostics);
  report_stale_pages(site, today, diagnostics);
  report_old_dates(site, today, diagnostics);
}

}  // namespace vav
