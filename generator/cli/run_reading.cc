// The commands that read and write nothing: check, verify, search, inspect.
#include <fmt/format.h>

#include "audit/published.h"
#include "audit/verify.h"
#include "base/address.h"
#include "base/unicode.h"
#include "cli/commands.h"
#include "cli/common.h"
#include "cli/console.h"
#include "cli/coverage_report.h"
#include "cli/reading.h"
#include "diagnostics/print.h"
#include "diagnostics/wording.h"
#include "render/render_site.h"
#include "render/search_documents.h"
#include "search/search_files.h"

namespace vav {
namespace {

std::string snippet_text(const SearchHit& hit) {
  std::string text;
  for (const SnippetPart& part : hit.snippet) text += part.text;
  return text;
}

void print_answer(const std::vector<SearchDocument>& documents, const SearchAnswer& answer,
                  const SearchCommand& command) {
  const bool json = command.json;
  if (!json && !answer.suggestion.empty()) {
    const Wording question = say("did you mean '{}'?", answer.suggestion);
    fmt::print("{}\n", capitalize(question.in(command.common.diagnostics.language)));
  }
  List all;
  for (const SearchHit& hit : answer.hits) {
    const SearchDocument& document = documents[hit.document];
    all.push_back(Value::map({{"title", document.title},
                              {"address", document.address},
                              {"kind", document.kind_id},
                              {"passage", hit.anchor}}));
    if (!json) {
      fmt::print("{}\n  {}{}{}  {}  {}\n", document.title, document.address, hit.anchor.empty() ? "" : "#", hit.anchor,
                 document.kind, document.date_text);
      const std::string snippet = snippet_text(hit);
      if (!snippet.empty()) fmt::print("  {}\n", snippet);
    }
  }
  if (json) fmt::print("{}\n", to_pretty_json(all));
  if (!json && answer.hits.empty()) fmt::print("no hits\n");
}

// What was published and is answered no more. REQUIRES: build.tree.
Result<Diagnostics> compare_with_published(const std::string& published, const Build& build, const std::string& content,
                                           const Disk& disk) {
  const std::string manifest = manifest_path(disk, published);
  const std::string folder = manifest.find('/') == std::string::npos ? "." : std::string(folder_of(manifest));
  NewSite site;
  for (const OutputFile& file : build.tree->files()) {
    if (file.copy_from.empty()) site[file.path] = file.bytes;
  }
  Result<Diagnostics> found =
      check_published(disk, published, way_to(folder, content, disk) + std::string(file_name(manifest)), site);
  if (!found) return found;
  for (Diagnostic& one : found->all()) one.severity = build.woven->config.severity_of(one);
  return found;
}

}  // namespace

Exit run_check(const CheckCommand& command) {
  const CommonOptions& common = command.common;
  Reading reading;
  Result<BuildOptions> options = build_options(common, reading.disk);
  if (!options) return refuse(options.failure());
  options->with_drafts = command.with_drafts;
  Result<Build> build = build_site(reading.disk, *options, {});
  if (!build) return refuse(build.failure());
  if (!command.against.empty() && build->tree) {
    const Result<Diagnostics> vanished =
        compare_with_published(command.against, *build, options->content, reading.disk);
    if (!vanished) return refuse(vanished.failure());
    build->diagnostics.append(*vanished);
  }
  print_findings(build->diagnostics, common.diagnostics, options->content, reading.disk);
  const bool stopped = stops_build(build->diagnostics, common.strict);
  if (build->woven) {
    for (const LeftOut& page : build->woven->left_out) fmt::print("left out: {} ({})\n", page.path, page.reason);
    const QuotationReport& quotations = build->woven->quotations;
    if (quotations.checked + quotations.unchecked.size() > 0)
      fmt::print("{} quotations checked, {} unchecked: no text of what they cite is at hand\n", quotations.checked,
                 quotations.unchecked.size());
    fmt::print("{} source files, {} relations{}\n", build->woven->pages.size(), build->woven->graph.relations().size(),
               stopped ? "" : ", nothing that stops a build");
    fmt::print("{}", coverage_report(*build->woven, common.diagnostics.language));
  }
  if (!command.against.empty() && !build->tree)
    fmt::print("not compared with {}: mend first what stops the build\n", command.against);
  return stopped ? Exit::content_errors : Exit::fine;
}

Exit list_diagnostics(const std::string& language) {
  for (const DiagnosticKind& kind : diagnostic_kinds()) {
    fmt::print("{} ({}{})\n  {}\n", kind.id, severity_name(kind.severity), kind.fixed ? ", always" : "",
               kind.explained().in(language));
  }
  return Exit::fine;
}

Exit run_verify(const VerifyCommand& command) {
  const RealDisk disk;
  const Result<VerifyReport> report = verify_site(disk, command.folder, threads_for(command.jobs));
  if (!report) return refuse(report.failure());
  print_findings(report->findings, command.diagnostics, command.folder, disk);
  if (!report->findings.has_errors())
    fmt::print("{}: {} files, {} pages, {} links: portable, complete and clean\n", command.folder, report->files,
               report->pages, report->links);
  return report->findings.has_errors() ? Exit::content_errors : Exit::fine;
}

Exit run_search(const SearchCommand& command) {
  Reading reading;
  read_site(command.common, reading, ReadAs::built);
  if (!reading.build) return reading.exit;
  if (!reading.build->tree) {
    print_findings(reading.build->diagnostics, command.common.diagnostics, reading.options.content, reading.disk);
    return Exit::content_errors;
  }
  const SiteModel model = reading.build->model();
  const SiteData data(model);
  const std::vector<SearchDocument> documents =
      collect_search_documents(model, data, collect_facets(model, data), reading.options.threads);
  const auto indexes = build_search_indexes(documents, search_languages(model), reading.options.threads);
  print_answer(documents, search_documents(documents, indexes, command.query, command.limit), command);
  return Exit::fine;
}

Exit run_inspect(const CommonOptions& common, const std::string& page) {
  Reading reading;
  read_site(common, reading, ReadAs::built);
  if (!reading.build) return reading.exit;
  if (!reading.build->tree) {
    print_findings(reading.build->diagnostics, common.diagnostics, reading.options.content, reading.disk);
    return Exit::content_errors;
  }
  const SiteModel model = reading.build->model();
  const SiteData data(model);
  if (const auto at_address = template_data_at(page, model, data)) {
    fmt::print("{}\n", to_pretty_json(*at_address));
    return Exit::fine;
  }
  const auto number = page_named(page, *reading.build->woven);
  if (!number) return Exit::wrong_arguments;
  fmt::print("{}\n", to_pretty_json(template_data(*number, model, data)));
  return Exit::fine;
}

}  // namespace vav
