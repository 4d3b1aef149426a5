// The whole program from top to bottom: the passes, in order. Each takes what came before as const and returns its
// result.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/address.h"
#include "base/date.h"
#include "diagnostics/diagnostic.h"
#include "disk/disk.h"
#include "evidence/changes.h"
#include "evidence/coverage.h"
#include "evidence/evidence_graph.h"
#include "evidence/item_matrix.h"
#include "evidence/quotations.h"
#include "evidence/suspects.h"
#include "evidence/traceability.h"
#include "graph/knowledge_graph.h"
#include "graph/redirects.h"
#include "output/output_tree.h"
#include "pages/page.h"
#include "queries/item_table.h"
#include "render/site_data.h"
#include "search/search_files.h"
#include "theme/theme.h"

namespace vav {

struct BuildOptions {
  std::string content = "content";
  ThemeFolders theme;
  Date today;
  int threads = 1;
  bool with_drafts = false;
  bool keep_going = false;  // leave faulty pages out instead of stopping
  bool strict = false;      // warnings stop the build too
  // Drafts, pages for editors and pages that are gone count as published: to find what names what.
  bool every_page = false;
  Target target = Target::disk;
  std::string sources = {};  // folder with the texts of sources, instead of what vav.yaml says; "" = as that says
  // Where the site lies, instead of what vav.yaml says; "" = nobody knows.
  std::optional<std::string> base_url = std::nullopt;
};

// How long a pass took, in seconds of wall time.
struct PassTime {
  std::string_view pass;
  double seconds = 0;
};

// Told when a pass starts; for a progress line.
using PassListener = std::function<void(std::string_view pass)>;

// A page that is not on the site, and why in a word.
struct LeftOut {
  std::string path;
  std::string reason;
};

// What the tables of evidence show.
struct EvidenceTables {
  Traceability traceability;
  ItemMatrix matrix;
  Coverage coverage;
};

// Documents that lost something on their way out: path -> the bytes that go out.
using CleanDocuments = std::map<std::string, std::string>;

// All that is known of a site once every name is resolved. Nothing is added to it later.
struct WovenSite {
  SiteConfig config;
  std::vector<std::string> files;  // that pages may name
  std::vector<Page> pages;
  std::vector<bool> on_site;
  std::vector<LeftOut> left_out;
  // By page: why it is on the site only because drafts were asked for; "" = it is not.
  std::vector<std::string_view> not_public;
  Routes routes;
  KnowledgeGraph graph;
  EvidenceGraph evidence;
  Suspects suspects;
  EvidenceTables evidence_tables;
  std::vector<Since> since;  // by baseline, newest first
  QuotationReport quotations;
  ItemTables tables;
  NamedImages images;
  FileSizes file_sizes;
  Redirects redirects;
  CleanDocuments documents;
};

// A build as far as it came. `woven` and `theme` are set when their passes had no errors that stop; `tree` when the
// site may be written.
struct Build {
  Target target = Target::disk;
  Diagnostics diagnostics;
  std::unique_ptr<const WovenSite> woven;
  std::unique_ptr<const Theme> theme;
  FileSizes made_sizes;  // in bytes, of the files that were made before the pages, by path in the output tree
  std::unique_ptr<const OutputTree> tree;
  std::vector<PassTime> times;
  std::size_t page_count = 0;  // HTML pages

  // REQUIRES: woven and theme.
  SiteModel model() const {
    const EvidenceTables& tables = woven->evidence_tables;
    return {woven->config,   woven->pages,        woven->on_site,    woven->routes,   woven->graph,     woven->evidence,
            woven->suspects, tables.traceability, tables.matrix,     tables.coverage, woven->since,     woven->tables,
            *theme,          woven->images,       woven->file_sizes, made_sizes,      woven->redirects, target};
  }
};

// read_config … weave_graph: what `check`, `search` and `inspect` need too. Fails when the content folder cannot be
// read at all.
Result<Build> weave_site(const Disk& disk, const BuildOptions& options, const PassListener& listener);

// weave_site, then render, index and lay out. Writes nothing.
Result<Build> build_site(const Disk& disk, const BuildOptions& options, const PassListener& listener);

// True when the findings forbid writing: errors, or with `strict` warnings.
bool stops_build(const Diagnostics& diagnostics, bool strict);

}  // namespace vav
