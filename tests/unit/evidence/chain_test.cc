#include "evidence/chain.h"

#include "../sample_site.h"

namespace vav {
namespace {

// one <- n <- f, one <- m (speaks against f), and a person who said n.
struct Sample {
  SiteConfig config = sample::config();
  std::vector<Page> pages;
  std::vector<bool> on_site;
  Routes routes;
  std::vector<std::string> files;
  Diagnostics diagnostics;
  std::optional<KnowledgeGraph> graph;

  Sample() {
    prime_markdown_parser();
    const MemoryDisk disk({{"/c/sessions/one.md", "---\ntitle: One\ndate: 2025\n---\n"},
                           {"/c/notes/n.md", "---\ntitle: N\nsession: one\nby: p\n---\n"},
                           {"/c/notes/m.md", "---\ntitle: M\nsession: one\n---\n"},
                           {"/c/people/p.md", "---\ntitle: P\n---\n"},
                           {"/c/findings/f.md", "---\ntitle: F\nrests_on: n\nagainst: m\n---\n"}});
    const auto sources = collect_sources(disk, "/c", config, 1, diagnostics);
    for (const SourceFile& source : sources->pages) pages.push_back(parse_page(source, config, diagnostics));
    on_site.assign(pages.size(), true);
    routes = assign_addresses(pages, config, diagnostics);
    graph = weave_graph({pages, on_site, routes, config, files}, 1, diagnostics);
    EXPECT_TRUE(diagnostics.empty());
  }

  // Ids a step; a first step without pages shows nothing. Such as "one | n m | f".
  std::string trace(const std::string& id) const {
    std::size_t page = 0;
    while (pages[page].id != id) ++page;
    std::string all;
    for (const auto& step : trace_chain(page, *graph, pages, config.schema)) {
      all += all.empty() ? "" : " |";
      for (const std::size_t one : step) all += " " + pages[one].id;
    }
    return all;
  }
};

TEST(Chain, FromTheFirstStepEverythingThatCameOfIt) {
  EXPECT_EQ(Sample().trace("one"), " one | m n | f");
}
TEST(Chain, FromTheLastStepEverythingItRestsOn) {
  EXPECT_EQ(Sample().trace("f"), " one | n | f");
}
TEST(Chain, AStepOwnsThePageAloneNotItsSiblings) {
  EXPECT_EQ(Sample().trace("m"), " one | m |");
}
TEST(Chain, WhatSpeaksAgainstAPageCarriesNothing) {
  const Sample sample;
  EXPECT_EQ(sample.trace("f"), " one | n | f");
  EXPECT_EQ(sample.trace("m"), " one | m |");
}
TEST(Chain, OutsideTheChainOnlyDirectNeighboursCount) {
  EXPECT_EQ(Sample().trace("p"), " n |");
}

}  // namespace
}  // namespace vav
