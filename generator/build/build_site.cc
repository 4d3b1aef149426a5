#include "build/build_site.h"

#include <algorithm>
#include <chrono>
#include <fmt/format.h>
#include <map>
#include <set>
#include <tuple>

#include "base/address.h"
#include "base/parallel.h"
#include "build/check_site.h"
#include "build/named_files.h"
#include "build/packing.h"
#include "build/read_baselines.h"
#include "build/source_texts.h"
#include "evidence/check_evidence.h"
#include "exports/export_files.h"
#include "markdown/document.h"
#include "output/portable_paths.h"
#include "proofreading/proofread.h"
#include "render/evidence_files.h"
#include "render/feeds.h"
#include "render/render_site.h"
#include "render/search_documents.h"
#include "render/since_pages.h"
#include "search/search_files.h"

namespace vav {
namespace {

class PassTimer {
 public:
  PassTimer(std::vector<PassTime>& times, const PassListener& listener) : times_(times), listener_(listener) {}

  template <typename Work>
  auto run(std::string_view pass, const Work& work) {
    if (listener_) listener_(pass);
    const auto start = std::chrono::steady_clock::now();
    auto result = work();
    times_.push_back({pass, std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count()});
    return result;
  }

 private:
  std::vector<PassTime>& times_;
  const PassListener& listener_;
};

struct ParsedPages {
  std::vector<Page> pages;
  std::vector<bool> faulty;  // by page: had an error of its own
};

ParsedPages parse_pages(const Sources& sources, const SiteConfig& config, int threads, Diagnostics& diagnostics) {
  prime_markdown_parser();
  ParsedPages parsed;
  const std::size_t count = sources.pages.size();
  // A page whose file could not be read was reported by collect_sources, and is faulty all the same.
  parsed.pages.resize(count);
  std::vector<Diagnostics> found(count);
  for_each_index(count, threads, [&](std::size_t i) {
    parsed.pages[i] = parse_page(sources.pages[i], config, found[i]);
    proofread(sources.pages[i], parsed.pages[i], config, found[i]);
  });
  for (const Diagnostics& one : found) {
    parsed.faulty.push_back(one.has_errors() || !sources.pages[parsed.faulty.size()].readable);
    diagnostics.append(one);
  }
  return parsed;
}

// Gives the pages that are withdrawn.
std::vector<bool> decide_what_is_on_site(WovenSite& site, const std::vector<bool>& faulty,
                                         const BuildOptions& options) {
  std::vector<bool> withdrawn;
  for (std::size_t i = 0; i < site.pages.size(); ++i) {
    std::string_view reason =
        options.every_page ? "" : reason_left_out(site.pages[i], options.today, options.with_drafts);
    if (reason.empty() && faulty[i] && options.keep_going) reason = "faulty";
    site.on_site.push_back(reason.empty());
    withdrawn.push_back(reason == withdrawn_page);
    site.not_public.push_back(reason_left_out(site.pages[i], options.today, false));
    if (!reason.empty()) site.left_out.push_back({site.pages[i].path, std::string(reason)});
  }
  return withdrawn;
}

// Of two pages with one id or address the later one was reported.
void leave_out_clashing(WovenSite& site, const Diagnostics& clashes) {
  for (const Diagnostic& one : clashes.all()) {
    for (std::size_t i = 0; i < site.pages.size(); ++i) {
      if (site.pages[i].path != one.span.path || !site.on_site[i]) continue;
      site.on_site[i] = false;
      site.left_out.push_back({site.pages[i].path, "faulty"});
    }
  }
}

EvidenceTables tabulate_evidence(const WovenSite& site) {
  const Schema& schema = site.config.schema;
  EvidenceTables tables;
  tables.traceability = trace_rows(site.config.traceability, site.evidence, site.suspects, site.pages, schema);
  tables.matrix = count_matrix(site.config.matrix, site.graph, site.pages, site.on_site, schema);
  tables.coverage = measure_coverage(
      {site.config, site.pages, site.graph, site.evidence, site.suspects, tables.traceability, tables.matrix});
  return tables;
}

// In the order in which a reader meets them: file by file from top to bottom.
void sort_by_place(Diagnostics& diagnostics) {
  std::ranges::stable_sort(diagnostics.all(), {}, [](const Diagnostic& one) {
    return std::tie(one.span.path, one.span.place.line, one.span.place.column);
  });
}

std::vector<SearchFile> index_search(const SiteModel& model, const SiteData& data, const FacetTable& table,
                                     int threads) {
  const std::vector<SearchDocument> documents = collect_search_documents(model, data, table, threads);
  std::vector<SearchFile> files =
      search_files(documents, table.facets, build_search_indexes(documents, search_languages(model), threads), threads);
  // Above some thousand pages nobody loads the whole index; interface.md leaves it out there.
  if (documents.size() > model.config.full_index_pages) {
    std::erase_if(files, [](const SearchFile& file) { return file.path.ends_with("/index.json"); });
  }
  return files;
}

ExportSource export_source(const Build& build, const std::vector<RenderedFile>& pages) {
  const WovenSite& woven = *build.woven;
  ExportSource source{woven.config,
                      woven.pages,
                      woven.on_site,
                      woven.routes,
                      woven.graph,
                      build.target,
                      {},
                      search_languages(build.model())};
  std::map<std::string_view, std::size_t> number_of;
  for (std::size_t i = 0; i < woven.pages.size(); ++i) {
    if (woven.on_site[i] && woven.pages[i].role == SourceRole::page) number_of[woven.routes.page_address[i]] = i;
  }
  for (const RenderedFile& file : pages) {
    const auto number = number_of.find(file.path);
    source.site_pages.push_back({file.path, file.leads_to,
                                 number == number_of.end() ? std::nullopt : std::optional(number->second),
                                 file.withdrawn.has_value(), file.knows_places, file.style_hash});
  }
  return source;
}

std::vector<RenderedFile> make_feeds_and_calendar(const SiteModel& model, const SiteData& data) {
  std::vector<RenderedFile> files = make_feeds(model, data);
  for (RenderedFile& one : make_since_feeds(model, data)) files.push_back(std::move(one));
  for (RenderedFile& one : make_calendar(model, data)) files.push_back(std::move(one));
  return files;
}

// `others`: files that are no pages and were made before them.
OutputTree lay_out_site(const Build& build, const std::string& content, std::vector<RenderedFile> pages,
                        std::vector<RenderedFile> others, std::vector<SearchFile> search, Diagnostics& diagnostics) {
  std::vector<OutputFile> files = named_files(*build.woven, content);
  for (ExportedFile& one : export_files(export_source(build, pages)))
    files.push_back({.path = std::move(one.path),
                     .bytes = std::move(one.bytes),
                     .copy_from = {},
                     .made_by = std::move(one.made_by)});
  pages.push_back(manifest(build.model(), pages, build.woven->not_public));
  for (RenderedFile& other : others) pages.push_back(std::move(other));
  for (RenderedFile& page : pages) {
    files.push_back({.path = std::move(page.path),
                     .bytes = std::move(page.bytes),
                     .copy_from = {},
                     .made_by = std::move(page.made_by),
                     .hash = std::move(page.hash),
                     .origin = std::move(page.origin)});
  }
  for (SearchFile& one : search)
    files.push_back({.path = std::move(one.path), .bytes = std::move(one.bytes), .copy_from = {}, .made_by = "search"});
  for (const Asset& asset : build.theme->assets)
    files.push_back(
        {.path = asset.address, .bytes = asset.bytes, .copy_from = {}, .made_by = "the theme's " + asset.name});
  return OutputTree::lay_out(std::move(files), diagnostics);
}

// What the relations and quotations rest on. REQUIRES: `site.graph` is woven.
void follow_evidence(const Disk& disk, const BuildOptions& options, WovenSite& site, PassTimer& timer,
                     Diagnostics& diagnostics) {
  site.evidence = timer.run("trace_evidence",
                            [&] { return EvidenceGraph(site.pages, site.on_site, site.graph, site.config.schema); });
  site.suspects =
      timer.run("find_suspects", [&] { return Suspects(site.pages, site.graph, site.config.schema, diagnostics); });
  site.evidence_tables = timer.run("tabulate_evidence", [&] { return tabulate_evidence(site); });
  site.quotations = timer.run("check_quotations", [&] {
    const SourceTexts texts = read_source_texts(disk, options, site, diagnostics);
    return check_quotations({site.pages, site.on_site, site.graph, site.config.schema, texts}, options.threads,
                            diagnostics);
  });
}

void read_files_of_pages(const Disk& disk, const BuildOptions& options, WovenSite& site, PassTimer& timer,
                         Diagnostics& diagnostics) {
  site.images =
      timer.run("read_images", [&] { return read_images(disk, options.content, site, options.threads, diagnostics); });
  timer.run("read_documents", [&] {
    read_documents(disk, options.content, site, options.threads, diagnostics);
    return true;
  });
}

}  // namespace

bool stops_build(const Diagnostics& diagnostics, bool strict) {
  return std::ranges::any_of(diagnostics.all(), [&](const Diagnostic& one) {
    return one.severity == Severity::error || (strict && one.severity == Severity::warning);
  });
}

Result<Build> weave_site(const Disk& disk, const BuildOptions& options, const PassListener& listener) {
  Build build;
  build.target = options.target;
  if (disk.type_of(options.content, true) != FileType::folder) {
    return Failure{fmt::format("there is no content folder '{}'", options.content),
                   "name the folder that holds vav.yaml"};
  }
  PassTimer timer(build.times, listener);
  Diagnostics& diagnostics = build.diagnostics;
  auto config = timer.run("read_config", [&] { return read_config(disk, options.content, diagnostics); });
  // Beyond this point the schema is sound.
  if (!config || diagnostics.has_errors()) {
    sort_by_place(diagnostics);
    return build;
  }
  if (options.base_url) config->base_url = *options.base_url;
  auto sources = timer.run(
      "collect_sources", [&] { return collect_sources(disk, options.content, *config, options.threads, diagnostics); });
  if (!sources) return sources.failure();
  if (sources->pages.empty()) {
    diagnostics.add("empty-content", {std::string(config_file), {}}, say("the content folder has no pages"),
                    say("write a first page: sidor/start.md"));
    return build;
  }
  ParsedPages parsed =
      timer.run("parse_pages", [&] { return parse_pages(*sources, *config, options.threads, diagnostics); });
  auto site = std::make_unique<WovenSite>();
  site->config = std::move(*config);
  site->files = std::move(sources->files);
  site->pages = std::move(parsed.pages);
  const std::vector<bool> withdrawn = decide_what_is_on_site(*site, parsed.faulty, options);
  Diagnostics clashes;
  site->routes = timer.run("assign_addresses", [&] { return assign_addresses(site->pages, site->config, clashes); });
  diagnostics.append(clashes);
  if (options.keep_going) leave_out_clashing(*site, clashes);
  const GraphInputs inputs{site->pages, site->on_site, site->routes, site->config, site->files};
  site->graph = timer.run("weave_graph", [&] { return weave_graph(inputs, options.threads, diagnostics); });
  follow_evidence(disk, options, *site, timer, diagnostics);
  site->tables = timer.run("read_item_tables",
                           [&] { return read_item_tables(inputs, site->graph, options.threads, diagnostics); });
  site->redirects = collect_redirects(inputs, withdrawn, diagnostics);
  read_files_of_pages(disk, options, *site, timer, diagnostics);
  site->since = timer.run("compare_with_baselines",
                          [&] { return compare_with_baselines(disk, options.content, *site, diagnostics); });
  // Beyond this point no page, name or relation is added.
  check_evidence({site->pages, site->on_site, site->graph, site->evidence, site->config.schema}, diagnostics);
  check_site(*site, options.today, diagnostics);
  for (Diagnostic& one : diagnostics.all()) one.severity = site->config.severity_of(one);
  sort_by_place(diagnostics);
  build.woven = std::move(site);
  return build;
}

Result<Build> build_site(const Disk& disk, const BuildOptions& options, const PassListener& listener) {
  Result<Build> woven = weave_site(disk, options, listener);
  if (!woven || !woven->woven) return woven;
  Build& build = *woven;
  PassTimer timer(build.times, listener);
  Diagnostics theme_findings;
  auto theme = timer.run("load_theme", [&] {
    return load_theme(disk, options.theme, build.woven->config, render_filter_names(), theme_findings);
  });
  build.diagnostics.append(theme_findings);
  if (!theme) return woven;
  build.theme = std::make_unique<Theme>(std::move(*theme));
  // The checkpoint: everything that authors can do wrong has been found.
  if (!options.keep_going && stops_build(build.diagnostics, options.strict)) return woven;
  const SiteModel model = build.model();
  const SiteData data = timer.run("gather_data", [&] { return SiteData(model); });
  const FacetTable facets = timer.run("collect_facets", [&] { return collect_facets(model, data); });
  auto feeds = timer.run("make_feeds", [&] { return make_feeds_and_calendar(model, data); });
  for (const RenderedFile& file : feeds) build.made_sizes[file.path] = file.bytes.size();
  Diagnostics made;
  auto pages = timer.run("render_pages", [&] { return render_pages(model, data, facets, options.threads, made); });
  auto others = timer.run("write_tables", [&] { return evidence_files(model, data); });
  for (RenderedFile& feed : feeds) others.push_back(std::move(feed));
  auto search = timer.run("index_search", [&] { return index_search(model, data, facets, options.threads); });
  build.page_count = pages.size();
  auto tree = timer.run("lay_out_site", [&] {
    return lay_out_site(build, options.content, std::move(pages), std::move(others), std::move(search), made);
  });
  check_portable_paths(tree, archive_folder(build.woven->config), made);
  build.diagnostics.append(made);
  if (made.has_errors() || (!options.keep_going && stops_build(build.diagnostics, options.strict))) return woven;
  build.tree = std::make_unique<OutputTree>(std::move(tree));
  return woven;
}

}  // namespace vav
