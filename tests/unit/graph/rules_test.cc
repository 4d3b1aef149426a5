// What the graph forbids: circles, and public pages that point at what is for editors only.
#include <algorithm>

#include "../sample_site.h"
#include "graph/knowledge_graph.h"

namespace vav {
namespace {

using sample::ids_and_places;

constexpr const char* config_text = R"(format: 1
site: {title: Sample, lang: en, start: home}
chain: [[note], [claim]]
common:
  relations:
    replaces: {to: same, label: {en: Replaces}, inverse: {en: Replaced by}}
kinds:
  note:
    folder: notes
    label: {en: {one: note, many: notes}}
    relations:
      like: {to: same, many: true, cycles: true, label: {en: Like}, inverse: {en: Likened by}}
      aside: {to: [note], visibility: internal, label: {en: Aside}, inverse: {en: Asides}}
    fields:
      lead: {type: reference, to: [claim]}
      rows: {type: record, many: true, fields: {what: {}, of: {type: reference, to: [note]}}}
      text: {type: rich-text}
  claim:
    folder: claims
    label: {en: {one: claim, many: claims}}
    relations:
      rests_on: {to: [note, claim], many: true, evidence: for, label: {en: Rests on}, inverse: {en: Supports}}
      against: {to: [note, claim], many: true, evidence: against, label: {en: Against}, inverse: {en: Speaks against}}
      part_of: {to: [claim], label: {en: Part of}, inverse: {en: Parts}}
)";

struct Woven {
  explicit Woven(const MemoryDisk::Files& pages) {
    prime_markdown_parser();
    config = *sample::read_config_text(config_text).config;
    MemoryDisk::Files files = {{"/c/vav.yaml", config_text}};
    for (const auto& [path, text] : pages) files["/c/" + path] = text;
    const MemoryDisk disk(files);
    const auto sources = collect_sources(disk, "/c", config, 1, diagnostics);
    for (const SourceFile& source : sources->pages) {
      all.push_back(parse_page(source, config, diagnostics));
      on_site.push_back(reason_left_out(all.back(), {2026, 1, 1}, false).empty());
    }
    routes = assign_addresses(all, config, diagnostics);
    graph = weave_graph({all, on_site, routes, config, sources->files}, 2, diagnostics);
  }

  std::size_t number(std::string_view id) const {
    return static_cast<std::size_t>(std::ranges::find(all, id, &Page::id) - all.begin());
  }

  SiteConfig config;
  std::vector<Page> all;
  std::vector<bool> on_site;
  Routes routes;
  KnowledgeGraph graph;
  Diagnostics diagnostics;
};

std::string page(const std::string& front_matter, const std::string& body = "") {
  return "---\ntitle: A title\n" + front_matter + "---\n" + body;
}

using Found = std::vector<std::string>;

TEST(Circles, AreToldOnceWithTheWayRound) {
  const Woven woven({{"claims/a.md", page("part_of: b\n")},
                     {"claims/b.md", page("part_of: c\n")},
                     {"claims/c.md", page("part_of: a\n")}});
  EXPECT_EQ(ids_and_places(woven.diagnostics), Found{"cycle 3:10 1"});
  EXPECT_EQ(woven.diagnostics.all()[0].message.english, "the relations lead round in a circle: a → b → c → a");
  EXPECT_EQ(woven.diagnostics.all()[0].span.path, "claims/c.md");
}

TEST(Circles, OfEvidenceGoThroughRelationsOfAnyName) {
  const Woven woven({{"claims/a.md", page("rests_on: b\n")}, {"claims/b.md", page("against: a\n")}});
  EXPECT_EQ(ids_and_places(woven.diagnostics), Found{"cycle 3:10 1"});
}

TEST(Circles, GoThroughTranslations) {
  const Woven woven({{"claims/a.md", page("replaces: c\n")},
                     {"claims/c.md", page("")},
                     {"sv/claims/c.md", page("translation_of: c\nreplaces: a\n")}});
  ASSERT_EQ(woven.graph.item_of(2), 1U);
  std::vector<std::string> circles;
  for (const Diagnostic& one : woven.diagnostics.all()) {
    if (one.id == "cycle") circles.push_back(one.span.path + " " + one.message.english);
  }
  EXPECT_EQ(circles, Found{"sv/claims/c.md the relations lead round in a circle: a → c → a"});
}

TEST(Circles, ThatTranslationsRepeatAreToldOnce) {
  const Woven woven({{"claims/a.md", page("part_of: b\n")},
                     {"claims/b.md", page("part_of: a\n")},
                     {"sv/claims/a.md", page("translation_of: a\npart_of: b\n")},
                     {"sv/claims/b.md", page("translation_of: b\npart_of: a\n")}});
  EXPECT_EQ(std::ranges::count(woven.diagnostics.all(), "cycle", &Diagnostic::id), 1);
}

TEST(Circles, MayBeAllowed) {
  const Woven woven({{"notes/a.md", page("like: b\n")}, {"notes/b.md", page("like: a\n")}});
  EXPECT_TRUE(woven.diagnostics.empty());
}

TEST(Circles, DifferentRelationsDoNotMakeOne) {
  const Woven woven({{"claims/a.md", page("part_of: b\n")}, {"claims/b.md", page("replaces: a\n")}});
  EXPECT_TRUE(woven.diagnostics.empty());
}

TEST(Circles, AThreadAsLongAsTheSiteIsNoOverflow) {
  MemoryDisk::Files files;
  for (int i = 0; i < 3'000; ++i)
    files["notes/n" + std::to_string(i) + ".md"] =
        i == 0 ? page("") : page("replaces: n" + std::to_string(i - 1) + "\n");
  EXPECT_TRUE(Woven(files).diagnostics.empty());
}

TEST(Internal, APublicPageCannotPointAtIt) {
  const std::string internal = page("visibility: internal\naliases: [Secret plan]\n");
  const auto found = [&](const std::string& text) {
    return ids_and_places(Woven({{"notes/hidden.md", internal}, {"claims/c.md", text}}).diagnostics);
  };
  EXPECT_EQ(found(page("rests_on: [hidden]\n")), Found{"cites-internal 3:12 6"});
  EXPECT_EQ(found(page("", "See [[secret plan]].\n")), Found{"cites-internal 4:7 11"});
  EXPECT_EQ(found(page("", "See [it](../notes/hidden.md).\n")), Found{"cites-internal 4:10 18"});
}

TEST(Internal, ARelationForEditorsIsCheckedAndLeavesNoTrace) {
  const Woven woven({{"notes/hidden.md", page("visibility: internal\n")},
                     {"notes/a.md", page("aside: hidden\n")},
                     {"notes/b.md", page("aside: a\n")},
                     {"notes/c.md", page("aside: nobody\n")}});
  EXPECT_EQ(ids_and_places(woven.diagnostics), Found{"unknown-reference 3:8 6"});
  EXPECT_TRUE(woven.graph.relations().empty());
}

TEST(FieldReferences, AreCheckedAndLeadBack) {
  const Woven woven({{"claims/c.md", page("")},
                     {"notes/a.md", page("lead: c\nrows: [{what: First row, of: b}]\ntext: See [[c]] too.\n")},
                     {"notes/b.md", page("lead: a\n")}});
  EXPECT_EQ(ids_and_places(woven.diagnostics), Found{"wrong-kind 3:7 1"});
  EXPECT_EQ(woven.graph.field_targets_of(woven.number("a"))[0], woven.number("c"));
  const auto& to_b = woven.graph.mentions_of(woven.number("b"));
  ASSERT_EQ(to_b.size(), 1U);
  EXPECT_EQ(to_b[0].sentence, "First row");
  const auto& to_c = woven.graph.mentions_of(woven.number("c"));
  ASSERT_EQ(to_c.size(), 2U);
  EXPECT_EQ(to_c[0].sentence, "See c too.");
}

}  // namespace
}  // namespace vav
