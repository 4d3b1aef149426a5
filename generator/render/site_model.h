// Everything that pages are made from. Const: rendering reads it from any number of threads.
#pragma once

#include <vector>

#include "config/site_config.h"
#include "graph/knowledge_graph.h"
#include "graph/routes.h"
#include "pages/page.h"
#include "theme/theme.h"

namespace vav {

struct SiteModel {
  const SiteConfig& config;
  const std::vector<Page>& pages;
  const std::vector<bool>& on_site;  // by page
  const Routes& routes;
  const KnowledgeGraph& graph;
  const Theme& theme;

  const Kind& kind_of(std::size_t page) const { return config.schema.kinds[pages[page].kind]; }
  bool is_item(std::size_t page) const { return on_site[page] && pages[page].role == SourceRole::page; }
};

// A file of the site, made in memory.
struct RenderedFile {
  std::string path;
  std::string bytes;
  std::string made_by;
  std::string hash;  // SHA-256 of the bytes
};

}  // namespace vav
