// A few pages of the sample site, woven: what the tests of this room start from.
#pragma once

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "../sample_site.h"
#include "evidence/evidence_graph.h"

namespace vav::sample {

// Not to be moved: the graph's inputs are referred to while it is woven.
struct Woven {
  SiteConfig config;
  std::vector<Page> pages;
  std::vector<bool> on_site;
  Routes routes;
  std::vector<std::string> files;
  Diagnostics diagnostics;
  KnowledgeGraph graph;

  explicit Woven(const MemoryDisk::Files& contents, SiteConfig site = sample::config()) : config(std::move(site)) {
    prime_markdown_parser();
    const MemoryDisk disk(contents);
    const auto sources = collect_sources(disk, "/c", config, 1, diagnostics);
    for (const SourceFile& source : sources->pages) pages.push_back(parse_page(source, config, diagnostics));
    on_site.assign(pages.size(), true);
    routes = assign_addresses(pages, config, diagnostics);
    graph = weave_graph({pages, on_site, routes, config, files}, 1, diagnostics);
  }

  EvidenceGraph evidence() const { return {pages, on_site, graph, config.schema}; }
  std::size_t page(const std::string& id) const {
    return static_cast<std::size_t>(std::ranges::find(pages, id, &Page::id) - pages.begin());
  }
  // Ids, separated by spaces.
  std::string ids(const std::vector<std::size_t>& numbers) const {
    std::string all;
    for (const std::size_t one : numbers) all += (all.empty() ? "" : " ") + pages[one].id;
    return all;
  }
};

}  // namespace vav::sample
