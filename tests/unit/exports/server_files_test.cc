// That real servers take these files, and what they do then, is shown in tests/servers.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "exports/export_files.h"

namespace vav {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr const char* style_hash = "sha384-x";

std::string file(const std::string& path, const std::string& base_url, Target target = Target::web) {
  SiteConfig config;
  config.base_url = base_url;
  const std::vector<Page> pages;
  const std::vector<bool> on_site;
  const Routes routes;
  const KnowledgeGraph graph;
  const ExportSource source{config,
                            pages,
                            on_site,
                            routes,
                            graph,
                            target,
                            {{"moten/gammal/index.html", "moten/ny/index.html", std::nullopt},
                             {"a.html", "index.html", std::nullopt},
                             {"del.html", "moten/ny/index.html#del", std::nullopt},
                             {.path = "moten/delad/index.html", .leads_to = "index.html", .knows_places = true},
                             {.path = "rapport/rapport.html", .style_hash = style_hash},
                             {"moten/ny/index.html", "", std::nullopt}},
                            {"sv"}};
  for (const ExportedFile& one : export_files(source)) {
    if (one.path == path) return one.bytes;
  }
  return "none";
}

TEST(ServerFiles, AreForTheWebOnly) {
  EXPECT_EQ(file("server/nginx.conf", "https://example.org/", Target::disk), "none");
  EXPECT_NE(file("server/nginx.conf", ""), "none");
}

TEST(ServerFiles, LeadFromOldAddresses) {
  EXPECT_THAT(file("server/nginx-redirects.conf", "https://e.org/k/"),
              HasSubstr("location = /k/moten/gammal/ { absolute_redirect off; return 301 /k/moten/ny/; }\n"
                        "location = /k/moten/gammal { absolute_redirect off; return 301 /k/moten/ny/; }\n"
                        "location = /k/moten/gammal/index.html { absolute_redirect off; return 301 /k/moten/ny/; }\n"));
  EXPECT_THAT(file("server/nginx-redirects.conf", ""),
              HasSubstr("location = /a.html { absolute_redirect off; return 301 /; }"));
  EXPECT_THAT(file("server/apache-redirects.conf", "https://e.org/k/"),
              HasSubstr(R"(RedirectMatch permanent "^/k/moten/gammal(/(index\.html)?)?$" "/k/moten/ny/")"));
  EXPECT_THAT(file("server/web.config", "https://e.org/k/"), HasSubstr(R"(<location path="moten/gammal">)"));
}

TEST(ServerFiles, LeadToPlacesAndLeaveThemToPagesThatKnowThem) {
  EXPECT_THAT(file("server/nginx-redirects.conf", ""), HasSubstr("return 301 \"/moten/ny/#del\";"));
  for (const char* path : {"server/nginx-redirects.conf", "server/apache-redirects.conf", "server/web.config"})
    EXPECT_THAT(file(path, ""), Not(HasSubstr("moten/delad"))) << path;
}

TEST(ServerFiles, LetAPageKeepItsStyle) {
  for (const char* path : {"server/nginx.conf", "server/apache.conf", "server/web.config"}) {
    const std::string text = file(path, "");
    EXPECT_THAT(text, testing::AnyOf(HasSubstr("style-src 'self' 'sha384-x';"),
                                     HasSubstr("style-src &#39;self&#39; &#39;sha384-x&#39;;")))
        << path;
  }
}

TEST(ServerFiles, KnowWhereTheSiteLies) {
  EXPECT_THAT(file("server/nginx.conf", "https://e.org/k/"), HasSubstr("location = /k { "));
  EXPECT_THAT(file("server/nginx.conf", "https://e.org/k/"),
              HasSubstr("location ~ ^/k/(assets|search/[a-z]+/parts)/ {"));
  EXPECT_THAT(file("server/nginx.conf", ""), HasSubstr("location ^~ / {"));
  EXPECT_THAT(file("server/nginx.conf", ""), Not(HasSubstr("location = {")));
  EXPECT_THAT(file("server/apache.conf", "https://e.org/k.1/"), HasSubstr(R"(RedirectMatch 404 "^/k\.1/server/")"));
}

}  // namespace
}  // namespace vav
