#include "graph/knowledge_graph.h"

#include "../sample_site.h"

namespace vav {
namespace {

using Found = std::vector<std::string>;

// A woven graph over pages given as path -> text.
struct Woven {
  SiteConfig config = sample::config();
  std::vector<Page> pages;
  std::vector<bool> on_site;
  Routes routes;
  std::vector<std::string> files;
  Diagnostics diagnostics;
  std::optional<KnowledgeGraph> graph;

  explicit Woven(const std::map<std::string, std::string>& texts, int threads = 2) {
    prime_markdown_parser();
    std::map<std::string, std::string> on_disk;
    for (const auto& [path, text] : texts) on_disk["/c/" + path] = text;
    const auto sources = collect_sources(MemoryDisk(on_disk), "/c", config, 1, diagnostics);
    for (const SourceFile& source : sources->pages) pages.push_back(parse_page(source, config, diagnostics));
    for (const Page& page : pages) on_site.push_back(!page.draft);
    files = sources->files;
    routes = assign_addresses(pages, config, diagnostics);
    graph = weave_graph({pages, on_site, routes, config, files}, threads, diagnostics);
  }

  std::size_t number(const std::string& id) const {
    for (std::size_t i = 0; i < pages.size(); ++i) {
      if (pages[i].id == id) return i;
    }
    ADD_FAILURE() << "no page " << id;
    return 0;
  }
};

const std::string home_page = "---\ntitle: Home\n---\n";
const std::string session_page =
    "---\ntitle: First session\ndate: 2025\nshort: S1\naliases: [Opening]\n---\nText. {#p1}\n\n## Part\n";

std::string note(const std::string& more = "", const std::string& body = "") {
  return "---\ntitle: A note\nsession: one\n" + more + "---\n" + body;
}

TEST(Addresses, FollowKindAndId) {
  const Woven woven({{"sessions/one.md", session_page},
                     {"pages/home.md", home_page},
                     {"pages/about.md", home_page},
                     {"sv/sessions/one.md", session_page}});
  EXPECT_EQ(woven.routes.page_address,
            (std::vector<std::string>{"about/index.html", "index.html", "sessions/one/index.html",
                                      "sv/sessions/one/index.html"}));
  EXPECT_TRUE(woven.diagnostics.empty()) << "a twin in another language may bear the same id";
}

TEST(Addresses, OneIdTwiceIsAFindingOnTheLaterPage) {
  const Woven woven({{"sessions/one.md", session_page}, {"notes/one.md", note()}});
  ASSERT_FALSE(woven.diagnostics.empty());
  EXPECT_EQ(woven.diagnostics.all()[0].id, "duplicate-id");
  EXPECT_EQ(woven.diagnostics.all()[0].span.path, "sessions/one.md");
}

TEST(Addresses, APageAtTheRootMayNotTakeTheAddressOfAList) {
  const Woven woven({{"pages/sessions.md", home_page}, {"pages/sok.md", home_page}});
  EXPECT_EQ(sample::ids_and_places(woven.diagnostics), (Found{"duplicate-address 1:1 1", "duplicate-address 1:1 1"}));
}

TEST(Names, IdTitleShortNameAndAliasAllMeanThePage) {
  for (const char* name : {"one", "First session", "S1", "Opening", "first SESSION", "  First   session "}) {
    const Woven woven({{"sessions/one.md", session_page},
                       {"notes/n.md", "---\ntitle: N\nsession: \"" + std::string(name) + "\"\n---\n"}});
    EXPECT_TRUE(woven.diagnostics.empty()) << name;
    EXPECT_EQ(woven.graph->incoming(woven.number("one")).size(), 1U) << name;
  }
}

TEST(References, BothDirectionsOfARelation) {
  const Woven woven({{"sessions/one.md", session_page}, {"notes/n.md", note()}});
  const std::size_t session = woven.number("one");
  ASSERT_EQ(woven.graph->incoming(session).size(), 1U);
  const Relation& relation = woven.graph->relations()[woven.graph->incoming(session)[0]];
  EXPECT_EQ(relation.from, woven.number("n"));
  EXPECT_EQ(woven.graph->outgoing(relation.from).size(), 1U);
}

TEST(References, EachMistakeHasItsPlaceAndHint) {
  const std::vector<std::tuple<std::string, std::string, std::string>> cases = {
      {"---\ntitle: N\nsession: oen\n---\n", "unknown-reference 3:10 3", "did you mean 'one'?"},
      {"---\ntitle: N\nsession: home\n---\n", "wrong-kind 3:10 4", "it may point at: session"},
      {"---\ntitle: N\nsession: one#nothing\n---\n", "dead-anchor 3:10 11", "it has: part, p1"},
      {"---\ntitle: N\nsession: one\nreplaces: n\n---\n", "self-reference 4:11 1", ""},
      {note("", "See [[oen]].\n"), "unknown-reference 5:7 3", "did you mean 'one'?"},
      {note("", "Se åäö [[one#nix|x]].\n"), "dead-anchor 5:10 3", "it has: part, p1"},
      {note("", "[x](../sessions/two.md)\n"), "dead-link 5:5 18", "did you mean sessions/one.md?"},
      {note("", "[x](#nix)\n"), "dead-anchor 5:5 4", ""},
      {note("", "![Bild](bild.png)\n"), "missing-file 5:9 8", ""},
  };
  for (const auto& [text, expected, hint] : cases) {
    const Woven woven({{"sessions/one.md", session_page}, {"pages/home.md", home_page}, {"notes/n.md", text}});
    EXPECT_EQ(sample::ids_and_places(woven.diagnostics), Found{expected}) << text;
    if (!hint.empty() && !woven.diagnostics.empty()) {
      EXPECT_EQ(woven.diagnostics.all()[0].hint.english, hint) << text;
    }
  }
}

TEST(References, SeveralPagesOfOneNameAreRefusedWithTheCandidates) {
  const Woven woven({{"sessions/one.md", session_page},
                     {"sessions/two.md", session_page},
                     {"notes/n.md", "---\ntitle: N\nsession: Opening\n---\n"}});
  ASSERT_EQ(woven.diagnostics.all().size(), 1U);
  EXPECT_EQ(woven.diagnostics.all()[0].id, "ambiguous-reference");
  EXPECT_NE(woven.diagnostics.all()[0].message.english.find("one, two"), std::string::npos);
}

TEST(References, ADraftIsNotThereAndTheHintSaysSo) {
  const Woven woven({{"sessions/one.md", "---\ntitle: T\ndate: 2025\ndraft: true\n---\n"}, {"notes/n.md", note()}});
  ASSERT_EQ(woven.diagnostics.all().size(), 1U);
  EXPECT_NE(woven.diagnostics.all()[0].hint.english.find("not published"), std::string::npos);
}

TEST(Mentions, LinksInTextLeadBack) {
  const Woven woven({{"sessions/one.md", session_page},
                     {"notes/n.md", note("", "First. We met at [[S1]] in May. Later.\n")},
                     {"notes/m.md", note("", "[x](../sessions/one.md#p1) and [list](../sessions)\n")}});
  EXPECT_TRUE(woven.diagnostics.empty());
  const auto& mentions = woven.graph->mentions_of(woven.number("one"));
  ASSERT_EQ(mentions.size(), 2U);
  EXPECT_EQ(mentions[1].sentence, "We met at S1 in May.");
  EXPECT_EQ(woven.graph->links_of(woven.number("m"))[1].target, ResolvedLink::Target::list_page);
}

TEST(Twins, AreTiedBothWays) {
  const Woven woven({{"sessions/one.md", session_page},
                     {"sv/sessions/one.md", "---\ntitle: Första\ndate: 2025\ntranslation_of: one\n---\n"}});
  EXPECT_EQ(woven.graph->twins_of(0), std::vector<std::size_t>{1});
  EXPECT_EQ(woven.graph->twins_of(1), std::vector<std::size_t>{0});
}

TEST(Paths, FollowRelationsBothWays) {
  const Woven woven({{"sessions/one.md", session_page},
                     {"people/p.md", "---\ntitle: P\n---\n"},
                     {"notes/n.md", note("by: p\n")},
                     {"findings/f.md", "---\ntitle: F\nrests_on: [n]\n---\n"},
                     {"findings/g.md", "---\ntitle: G\nrests_on: [n]\n---\n"}});
  const auto found = woven.graph->follow(woven.config.schema.kinds[3].sections[0].paths[0], woven.number("p"),
                                         woven.pages, woven.config.schema);
  EXPECT_EQ(found, (std::vector<std::size_t>{woven.number("f"), woven.number("g")}));
}

TEST(Graph, IsTheSameWithAnyNumberOfThreads) {
  std::map<std::string, std::string> texts = {{"sessions/one.md", session_page}};
  for (int i = 0; i < 40; ++i)
    texts["notes/n" + std::to_string(i) + ".md"] = note("", "[[one]] [[nothing" + std::to_string(i) + "]]\n");
  const Woven serial(texts, 1);
  const Woven parallel(texts, 8);
  EXPECT_EQ(serial.diagnostics.all(), parallel.diagnostics.all());
  EXPECT_EQ(serial.graph->mentions_of(serial.number("one")).size(),
            parallel.graph->mentions_of(parallel.number("one")).size());
}

}  // namespace
}  // namespace vav
