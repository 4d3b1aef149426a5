#include "evidence/baseline.h"

#include "woven_sample.h"

namespace vav {
namespace {

using sample::Woven;

MemoryDisk::Files pages() {
  return {{"/c/sessions/one.md", "---\ntitle: One\ndate: 2025\ntags: [red, blue]\n---\n"},
          {"/c/notes/n.md",
           "---\ntitle: \"N, \\\"said\\\"\"\nshort: N\nsession: one\nby: p\nsource: {ref: w, section: '2'}\n---\n"
           "Said [[one]]. {#said}\n\n- a\n- b\n"},
          {"/c/works/w.md", "---\ntitle: W\n---\n"},
          {"/c/people/p.md", "---\ntitle: P\nsummary: Somebody.\n---\n"},
          {"/c/findings/f.md", "---\ntitle: F\nrests_on: [{ref: n#said, certainty: likely}]\n---\nText.\n"}};
}

SiteState state_of(const Woven& woven) {
  return take_state(woven.pages, woven.on_site, woven.routes, woven.graph, woven.config.schema);
}

const ItemState& item(const SiteState& state, const std::string& id) {
  return *std::ranges::find(state.items, id, &ItemState::id);
}

TEST(SiteState, HoldsWhatReadersSee) {
  const Woven woven(pages());
  const SiteState state = state_of(woven);
  ASSERT_EQ(state.items.size(), 5U);
  const ItemState& note = item(state, "n");
  EXPECT_EQ(note.kind, "note");
  EXPECT_EQ(note.address, "notes/n/index.html");
  EXPECT_EQ(note.title, "N, \"said\"");
  EXPECT_EQ(note.fields, (std::vector<NamedTexts>{{"short", {"N"}}}));
  EXPECT_EQ(note.relations,
            (std::vector<NamedTexts>{{"session", {"one"}}, {"by", {"p"}}, {"source", {"w {\"section\":\"2\"}"}}}));
  EXPECT_EQ(note.text, (std::vector<std::string>{"Said one.", "a", "b"}));
  EXPECT_EQ(item(state, "f").relations, (std::vector<NamedTexts>{{"rests_on", {"n#said {\"certainty\":\"likely\"}"}}}));
  EXPECT_EQ(item(state, "one").fields, (std::vector<NamedTexts>{{"date", {"2025"}}, {"tags", {"red", "blue"}}}));
}

TEST(SiteState, LeavesOutWhatIsNotOnTheSite) {
  Woven woven(pages());
  woven.on_site[woven.page("p")] = false;
  const SiteState state = state_of(woven);
  EXPECT_EQ(state.items.size(), 4U);
  EXPECT_EQ(item(state, "n").relations.front().name, "session");
  EXPECT_EQ(item(state, "n").relations.back().name, "source");
  EXPECT_EQ(item(state, "n").relations.size(), 2U);
}

TEST(Baseline, ReadsWhatItWrote) {
  const Woven woven(pages());
  const Baseline baseline{"spring", *parse_date("2026-11-22"), state_of(woven)};
  Diagnostics diagnostics;
  const auto read = read_baseline(baseline_json(baseline), "baselines/spring.json", diagnostics);
  ASSERT_TRUE(read) << diagnostics.all().front().message.english;
  EXPECT_EQ(read->name, "spring");
  EXPECT_EQ(read->date, baseline.date);
  EXPECT_EQ(read->state, baseline.state);
  EXPECT_EQ(baseline_json(*read), baseline_json(baseline));
}

TEST(Baseline, TellsWhatIsWrongWithIt) {
  const auto found = [](const std::string& text, const std::string& path = "baselines/x.json") {
    Diagnostics diagnostics;
    EXPECT_FALSE(read_baseline(text, path, diagnostics));
    return sample::ids_and_places(diagnostics);
  };
  using Places = std::vector<std::string>;
  EXPECT_EQ(found("{"), (Places{"bad-baseline 1:2 1"}));
  EXPECT_EQ(found("{\"format\": 2}"), (Places{"bad-baseline 1:12 1"}));
  EXPECT_EQ(found("{\"format\": 1, \"date\": \"2026\", \"items\": []}"), (Places{"bad-baseline 1:23 6"}));
  EXPECT_EQ(
      found("{\"format\": 1, \"date\": \"2026-11-22\", \"items\": [\n{\"id\": 1, \"lang\": \"sv\", \"kind\": \"k\", "
            "\"address\": \"a\", \"title\": \"t\", \"text\": []}]}"),
      (Places{"bad-baseline 2:8 1"}));
  EXPECT_EQ(found("{\"format\": 1, \"date\": \"2026-11-22\", \"items\": []}", "baselines/Vår.json"),
            (Places{"bad-baseline 0:0 1"}));
}

TEST(BaselineName, IsPortableAndNoFalseDate) {
  for (const char* name : {"2026-01-31", "2026-02", "2026", "var-2026", "2026-130", "2026-01-31-b", "1-2-3", "console"})
    EXPECT_EQ(baseline_name_fault(name), "") << name;
  for (const char* name :
       {"2026-13-45", "2026-02-30", "2026-13", "2026-1-5", "con", "aux", "nul", "lpt1", "Vår", "a/b", "a.b", ""})
    EXPECT_NE(baseline_name_fault(name), "") << name;
}

}  // namespace
}  // namespace vav
