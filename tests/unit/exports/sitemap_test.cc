#include <gtest/gtest.h>

#include "exports/export_files.h"

namespace vav {
namespace {

class Exports : public testing::Test {
 protected:
  std::vector<ExportedFile> files(Target target = Target::disk) const {
    return export_files({config, pages, on_site, routes, graph, target, site_pages});
  }
  std::string bytes_of(const std::string& path) const {
    for (const ExportedFile& file : files()) {
      if (file.path == path) return file.bytes;
    }
    return "none";
  }

  SiteConfig config;
  std::vector<Page> pages;
  std::vector<bool> on_site;
  Routes routes;
  KnowledgeGraph graph;
  std::vector<SitePage> site_pages = {{"moten/x/index.html", "", std::nullopt},
                                      {"moten/gammal/index.html", "moten/x/index.html", std::nullopt},
                                      {"index.html", "", std::nullopt},
                                      {"404.html", "", std::nullopt}};
};

TEST_F(Exports, SearchEnginesAreToldWholeAddresses) {
  config.base_url = "https://example.org/kunskap/";
  EXPECT_EQ(bytes_of("robots.txt"),
            "User-agent: *\nAllow: /kunskap/\nSitemap: https://example.org/kunskap/sitemap.xml\n");
  EXPECT_EQ(bytes_of("sitemap.xml"),
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"
            "<url><loc>https://example.org/kunskap/</loc></url>\n"
            "<url><loc>https://example.org/kunskap/moten/x/</loc></url>\n"
            "</urlset>\n");
}

TEST_F(Exports, ThePageTellsWhenItChanged) {
  config.base_url = "https://example.org/";
  pages.emplace_back();
  pages.back().published = parse_date("2026-01-02");
  on_site = {true};
  site_pages = {{"moten/x/index.html", "", 0}};
  EXPECT_NE(bytes_of("sitemap.xml").find("<lastmod>2026-01-02</lastmod>"), std::string::npos);
  pages.back().updated = parse_date("2026-02-03");
  EXPECT_NE(bytes_of("sitemap.xml").find("<lastmod>2026-02-03</lastmod>"), std::string::npos);
}

TEST_F(Exports, NobodyIsToldOfASiteWhoseAddressNobodyKnows) {
  EXPECT_TRUE(files().empty());
}

}  // namespace
}  // namespace vav
