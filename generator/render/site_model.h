// Everything that pages are made from. Const: rendering reads it from any number of threads.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/address.h"
#include "config/site_config.h"
#include "evidence/changes.h"
#include "evidence/coverage.h"
#include "evidence/evidence_graph.h"
#include "evidence/item_matrix.h"
#include "evidence/suspects.h"
#include "evidence/traceability.h"
#include "graph/knowledge_graph.h"
#include "graph/redirects.h"
#include "graph/routes.h"
#include "pages/page.h"
#include "queries/item_table.h"
#include "theme/theme.h"

namespace vav {

// A picture that pages name, as it goes out; without bytes when it was reported.
struct NamedImage {
  int width = 0, height = 0;  // pixels; 0 = it names no size
  std::string bytes;
};
// Of the other files that pages name, such as documents: bytes, by path in the content folder.
using FileSizes = std::map<std::string, std::size_t>;
using NamedImages = std::map<std::string, NamedImage>;  // by path in the content folder

struct SiteModel {
  const SiteConfig& config;
  const std::vector<Page>& pages;
  const std::vector<bool>& on_site;  // by page
  const Routes& routes;
  const KnowledgeGraph& graph;
  const EvidenceGraph& evidence;
  const Suspects& suspects;
  const Traceability& traceability;
  const ItemMatrix& matrix;
  const Coverage& coverage;
  const std::vector<Since>& since;  // by baseline, newest first
  const ItemTables& tables;
  const Theme& theme;
  const NamedImages& images;
  const FileSizes& file_sizes;
  const FileSizes& made_sizes;
  const Redirects& redirects;
  Target target;

  const Kind& kind_of(std::size_t page) const { return config.schema.kinds[pages[page].kind]; }
  // Whether there are pages of what is new: the theme must have them where a menu names them.
  bool tells_news() const {
    return (!since.empty() || config.menus_name(news_address)) && theme.templates.has("news.html") &&
           theme.templates.has("since.html");
  }
  // Where readers find the other pages over the whole of it, so a site that has one of those has it too.
  bool has_overview() const {
    return !evidence.links().empty() || !traceability.rows.empty() || !coverage.empty() ||
           !(matrix.rows.empty() || matrix.columns.empty());
  }
  bool is_item(std::size_t page) const { return on_site[page] && pages[page].role == SourceRole::page; }
};

// A file of the site, made in memory.
struct RenderedFile {
  std::string path;
  std::string bytes;
  std::string made_by;
  SourceSpan origin = {};  // as in OutputFile
  std::string hash;        // SHA-256 of the bytes
  // Of a page that only sends its readers on: the file of the other page, with "#place" where it is one; else "".
  std::string leads_to;
  // It also knows places that lie elsewhere than the page: no web server, which never sees fragments, can stand for it.
  bool knows_places = false;
  std::string style_hash;  // as in a policy, of the rules of style that the page holds itself; "" = it has none
  std::optional<std::size_t> withdrawn;  // of a page that only says that it is gone: its number
};

}  // namespace vav
