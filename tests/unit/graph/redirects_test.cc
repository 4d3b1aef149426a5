#include "graph/redirects.h"

#include <algorithm>

#include "../sample_site.h"

namespace vav {
namespace {

using sample::ids_and_places;

// What redirects are collected from pages by path and text.
struct Collected {
  explicit Collected(const MemoryDisk::Files& pages) {
    prime_markdown_parser();
    config = sample::config();
    MemoryDisk::Files files = {{"/c/vav.yaml", sample::config_text}};
    for (const auto& [path, text] : pages) files["/c/" + path] = text;
    const MemoryDisk disk(files);
    const auto sources = collect_sources(disk, "/c", config, 1, diagnostics);
    std::vector<bool> on_site, withdrawn;
    for (const SourceFile& source : sources->pages) {
      all.push_back(parse_page(source, config, diagnostics));
      const std::string_view reason = reason_left_out(all.back(), {2026, 1, 15}, false);
      on_site.push_back(reason.empty());
      withdrawn.push_back(reason == withdrawn_page);
    }
    routes = assign_addresses(all, config, diagnostics);
    redirects = collect_redirects({all, on_site, routes, config, sources->files}, withdrawn, diagnostics);
  }

  std::size_t number(std::string_view id) const {
    return static_cast<std::size_t>(std::ranges::find(all, id, &Page::id) - all.begin());
  }

  SiteConfig config;
  std::vector<Page> all;
  Routes routes;
  Redirects redirects;
  Diagnostics diagnostics;
};

const std::string text = "\n---\n\nHere. {#here}\n\nThere. {#there}\n";

TEST(Redirects, LeadFromOldAddressesToPagesAndPlaces) {
  const Collected site(
      {{"people/a.md",
        "---\ntitle: A\nredirect_from: [people/x, y.html -> here, people/x#p -> there, people/x#here]" + text}});
  EXPECT_TRUE(site.diagnostics.empty());
  ASSERT_EQ(site.redirects.addresses.size(), 2U);
  const OldAddress& x = site.redirects.addresses[0];
  EXPECT_EQ(x.path, "people/x/index.html");
  EXPECT_EQ(x.passage, "");
  ASSERT_EQ(x.places.size(), 2U);
  EXPECT_EQ(x.places[0].id + " " + x.places[0].passage, "p there");
  EXPECT_EQ(x.places[1].id + " " + x.places[1].passage, "here here");
  EXPECT_EQ(site.redirects.addresses[1].path + "#" + site.redirects.addresses[1].passage, "y.html#here");
}

TEST(Redirects, KeepTheOldIdsOfPlaces) {
  const Collected site(
      {{"people/a.md", "---\ntitle: A\nredirect_from: ['#old -> here', '#older -> here', '#gone']" + text},
       {"people/b.md", "---\ntitle: B\nredirect_from: ['people/a#far -> here', 'people/a#lost']" + text}});
  EXPECT_TRUE(site.diagnostics.empty());
  const auto& former = site.redirects.former_ids[site.number("a")];
  EXPECT_EQ(former, (std::multimap<std::string, std::string>{{"here", "old"}, {"here", "older"}, {"", "gone"}}));
  const auto& moved = site.redirects.moved_away[site.number("a")];
  ASSERT_EQ(moved.size(), 2U);
  EXPECT_EQ(moved[0].id + " " + moved[0].passage, "far here");
  EXPECT_EQ(moved[0].page, site.number("b"));
  EXPECT_EQ(moved[1].id + " " + moved[1].passage, "lost ");
}

TEST(Redirects, OfAPageThatIsNotOnTheSiteLeadNowhere) {
  const Collected site({{"people/a.md", "---\ntitle: A\ndraft: true\nredirect_from: [people/x, '#no -> no']" + text}});
  EXPECT_TRUE(site.diagnostics.empty());
  EXPECT_TRUE(site.redirects.addresses.empty());
}

TEST(Redirects, TellOfPagesThatAreGone) {
  const Collected site(
      {{"notes/gone.md", "---\ntitle: G\nwithdrawn: 2026-01-15\nwithdrawn_reason: R\nreplaced_by: a\n---\n"},
       {"notes/later.md", "---\ntitle: L\nsession: s\nwithdrawn: 2026-01-16\nwithdrawn_reason: R\n---\n"},
       {"people/a.md", "---\ntitle: A\n---\n"}});
  EXPECT_TRUE(site.diagnostics.empty());
  ASSERT_EQ(site.redirects.withdrawn.size(), 1U);
  EXPECT_EQ(site.redirects.withdrawn[0].page, site.number("gone"));
  EXPECT_EQ(site.redirects.withdrawn[0].replaced_by, site.number("a"));
}

}  // namespace
}  // namespace vav
