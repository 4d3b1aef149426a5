#include "queries/item_table.h"

#include <gmock/gmock.h>

#include "../sample_site.h"

namespace vav {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

const std::map<std::string, std::string> base = {
    {"sessions/one.md", "---\ntitle: First\ndate: 2025-05-08\nseats: 20\nopen: true\ntags: [red, blue]\n---\n"},
    {"sessions/two.md", "---\ntitle: Second\ndate: 2024\nseats: 7\nopen: false\ntags: [blue]\n---\n"},
    {"sessions/draft.md", "---\ntitle: Third\ndate: 2025\ndraft: true\nopen: true\n---\n"},
    {"sessions/_index.md", "---\ntitle: All\n---\n"},
    {"notes/a.md", "---\ntitle: Note A\nsession: one\nby: [ann, bob]\n---\n"},
    {"notes/b.md", "---\ntitle: Note B\nsession: two\nby: bob\n---\n"},
    {"people/ann.md", "---\ntitle: Ann\nshort: AN\n---\n"},
    {"people/bob.md", "---\ntitle: Bob\n---\n"},
};

// What the block of a page shows: the ids of the items, in page order.
struct Asked {
  SiteConfig config = sample::config();
  std::vector<Page> pages;
  std::vector<bool> on_site;
  Diagnostics diagnostics;
  ItemTables tables;
  std::optional<KnowledgeGraph> graph;

  explicit Asked(const std::string& block, const std::string& path = "pages/home.md", int threads = 2,
                 std::map<std::string, std::string> texts = base) {
    prime_markdown_parser();
    texts[path] += (texts.contains(path) && !texts[path].empty() ? "" : "---\ntitle: Asking\n---\n");
    texts[path] += "\n```items\n" + block + "\n```\n";
    std::map<std::string, std::string> on_disk;
    for (const auto& [name, text] : texts) on_disk["/c/" + name] = text;
    const auto sources = collect_sources(MemoryDisk(on_disk), "/c", config, 1, diagnostics);
    for (const SourceFile& source : sources->pages) pages.push_back(parse_page(source, config, diagnostics));
    for (const Page& page : pages) on_site.push_back(!page.draft);
    const Routes routes = assign_addresses(pages, config, diagnostics);
    const GraphInputs inputs{pages, on_site, routes, config, sources->files};
    graph = weave_graph(inputs, threads, diagnostics);
    tables = read_item_tables(inputs, *graph, threads, diagnostics);
  }

  const std::optional<ItemTable>& table() const {
    for (const auto& one : tables) {
      if (!one.empty()) return one.front();
    }
    static const std::optional<ItemTable> none;
    return none;
  }
  std::vector<std::string> ids() const {
    EXPECT_TRUE(diagnostics.empty()) << (diagnostics.empty() ? "" : diagnostics.all().front().message.english);
    std::vector<std::string> all;
    if (!table()) return {"none"};
    for (const std::size_t page : table()->items) all.push_back(pages[page].lang + ":" + pages[page].id);
    return all;
  }
};

TEST(Items, OfOneKindOrSeveralAndOnlyOnTheSite) {
  EXPECT_THAT(Asked("kind: session").ids(), ElementsAre("en:one", "en:two"));
  EXPECT_THAT(Asked("kind: [person, note]").ids(), ElementsAre("en:a", "en:b", "en:ann", "en:bob"));
}

TEST(Items, ByRelationEitherWay) {
  EXPECT_THAT(Asked("kind: note\nwhere: {by: AN}").ids(), ElementsAre("en:a")) << "by any name";
  EXPECT_THAT(Asked("kind: note\nwhere: {by: [ann, bob]}").ids(), ElementsAre("en:a", "en:b")) << "any of a list";
  EXPECT_THAT(Asked("kind: note\nwhere: {by: bob, session: two}").ids(), ElementsAre("en:b")) << "all of the keys";
  EXPECT_THAT(Asked("kind: person\nwhere: {note.by: a}").ids(), ElementsAre("en:ann", "en:bob"));
  EXPECT_THAT(Asked("kind: note\nwhere: {by: this}", "people/ann.md").ids(), ElementsAre("en:a"));
}

TEST(Items, ByFieldsOfEveryPlainType) {
  const std::vector<std::pair<std::string, std::vector<std::string>>> cases = {
      {"seats: 20", {"en:one"}},
      {"seats: 20.0", {"en:one"}},
      {"seats: [7, 20]", {"en:one", "en:two"}},
      {"open: true", {"en:one"}},
      {"tags: red", {"en:one"}},
      {"tags: blue", {"en:one", "en:two"}},
      {"date: 2025-05", {"en:one"}},
      {"date: 2025", {"en:one"}},
      {"date: 2024", {"en:two"}},
      {"date: 2024-01", {}},
      {"seats: 8", {}},
  };
  for (const auto& [where, expected] : cases)
    EXPECT_EQ(Asked("kind: session\nwhere: {" + where + "}").ids(), expected) << where;
}

TEST(Items, AFieldThatOnlyOneOfTheKindsHas) {
  EXPECT_THAT(Asked("kind: [session, note]\nwhere: {open: true}").ids(), ElementsAre("en:one"));
}

TEST(Items, InSeveralLanguagesAreShownOnce) {
  auto texts = base;
  texts["sv/notes/a.md"] = "---\ntitle: Not A\nsession: one\nby: ann\ntranslation_of: a\n---\n";
  texts["sv/people/ann.md"] = "---\ntitle: Anna\ntranslation_of: ann\n---\n";
  EXPECT_THAT(Asked("kind: note", "pages/home.md", 1, texts).ids(), ElementsAre("en:a", "en:b"));
  EXPECT_THAT(Asked("kind: note\nwhere: {by: this}", "sv/people/ann.md", 1, texts).ids(), ElementsAre("sv:a"))
      << "whoever points at the page in another language is meant too";
  EXPECT_THAT(Asked("kind: person\nwhere: {note.by: a}", "sv/pages/om.md", 1, texts).ids(),
              ElementsAre("en:bob", "sv:ann"));
}

TEST(Items, ColumnsAndTheRest) {
  const Asked asked(
      "kind: person\nshow: list\ncolumns: [title, {note.by: Notes}, count:note.by]\nsort: [-title]\n"
      "limit: 3\nempty: None.\ncaption: People");
  ASSERT_TRUE(asked.table());
  const ItemTable& table = *asked.table();
  EXPECT_TRUE(table.as_list);
  ASSERT_THAT(table.columns, SizeIs(3));
  EXPECT_EQ(table.columns[1].label, "Notes");
  EXPECT_EQ(table.columns[1].property.name, "by");
  EXPECT_TRUE(table.columns[2].count);
  ASSERT_THAT(table.sort, SizeIs(1));
  EXPECT_TRUE(table.sort[0].descending);
  EXPECT_EQ(table.limit, 3U);
  EXPECT_EQ(table.empty, "None.");
  EXPECT_EQ(table.caption, "People");
  EXPECT_THAT(Asked("kind: person").table()->columns, SizeIs(2));
  EXPECT_THAT(Asked("kind: person\nshow: list").table()->columns, SizeIs(1));
}

TEST(Items, MistakesHaveTheirPlacesWhateverTheThreads) {
  for (const int threads : {1, 4}) {
    const Asked asked("kind: session\nwhere: {seats: many, by: ann}\ncolumns: [titel]", "pages/home.md", threads);
    EXPECT_THAT(sample::ids_and_places(asked.diagnostics),
                ElementsAre("bad-value 7:16 4", "unknown-key 7:22 2", "bad-items 8:11 5"));
    EXPECT_FALSE(asked.table());
  }
}

TEST(Items, LinksOfATableAreNoMentions) {
  const Asked asked("kind: person\ncolumns: [title, note.by]");
  for (std::size_t i = 0; i < asked.pages.size(); ++i) EXPECT_THAT(asked.graph->mentions_of(i), IsEmpty());
}

}  // namespace
}  // namespace vav
