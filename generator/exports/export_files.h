// Files of the site that are no pages and that programs read: what search engines and web servers are told.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "base/address.h"
#include "config/site_config.h"
#include "graph/knowledge_graph.h"
#include "graph/routes.h"
#include "pages/page.h"

namespace vav {

struct ExportedFile {
  std::string path;  // in the output tree
  std::string bytes;
  std::string made_by;  // for people, as in OutputFile
};

// An HTML page of the site.
struct SitePage {
  std::string path;
  std::string leads_to;  // the file, and place, that a page sends its readers on to; "" = a page to read
  std::optional<std::size_t>
      number;  // of a page to read: into ExportSource::pages, when a page of the content folder stands for it
  bool is_withdrawn = false;    // it says only that the page that was there is gone
  bool knows_places = false;    // of a page that sends on: only it can tell where places of the old page lie now
  std::string style_hash = {};  // as in a policy, of the rules of style that the page holds itself; "" = it has none
};

// All that exports are made from. `base_url` and `lang` stand in the config.
struct ExportSource {
  const SiteConfig& config;
  const std::vector<Page>& pages;
  const std::vector<bool>& on_site;  // by page
  const Routes& routes;
  const KnowledgeGraph& graph;
  Target target;
  std::vector<SitePage> site_pages;           // in any order
  std::vector<std::string> search_languages;  // those that the search has an index for

  bool is_item(std::size_t page) const { return on_site[page] && pages[page].role == SourceRole::page; }
};

// Every file, in a fixed order.
std::vector<ExportedFile> export_files(const ExportSource& source);

}  // namespace vav
