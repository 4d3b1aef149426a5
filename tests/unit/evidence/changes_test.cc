#include "evidence/changes.h"

#include "woven_sample.h"

namespace vav {
namespace {

using sample::Woven;

MemoryDisk::Files pages() {
  return {{"/c/sessions/one.md", "---\ntitle: One\ndate: 2025\n---\n"},
          {"/c/sessions/two.md", "---\ntitle: Two\ndate: 2026\n---\n"},
          {"/c/notes/n.md", "---\ntitle: N\nsession: one\nby: p\n---\nFirst.\n\nSecond thing.\n"},
          {"/c/notes/m.md", "---\ntitle: M\nsession: one\n---\n"},
          {"/c/people/p.md", "---\ntitle: P\n---\n"},
          {"/c/findings/f.md", "---\ntitle: F\nrests_on: n\nagainst: m\n---\n"},
          {"/c/findings/g.md", "---\ntitle: G\n---\n"}};
}

// The sample with a status of sessions.
SiteConfig config() {
  std::string text = sample::config_text;
  const std::string fields = "      seats: {type: number}\n";
  text.replace(text.find(fields), fields.size(), fields + "      state: {type: choice, choices: [open, done]}\n");
  const std::string sort = "    sort: date\n";
  text.replace(text.find(sort), sort.size(), sort + "    status: state\n");
  sample::ReadConfig read = sample::read_config_text(text);
  EXPECT_TRUE(read.diagnostics.empty());
  return *read.config;
}

SiteState state_of(const Woven& woven) {
  return take_state(woven.pages, woven.on_site, woven.routes, woven.graph, woven.config.schema);
}

std::vector<ItemChange> compare(const MemoryDisk::Files& before, const Woven& now) {
  const Woven then(before, config());
  const EvidenceGraph evidence = now.evidence();
  return compare_with({"b", {}, state_of(then)}, state_of(now),
                      {now.pages, now.on_site, now.routes, now.graph, evidence, now.config.schema});
}

std::vector<ItemChange> compare(const MemoryDisk::Files& before, const MemoryDisk::Files& after) {
  return compare(before, Woven(after, config()));
}

TEST(Changes, NothingWhereNothingChanged) {
  EXPECT_TRUE(compare(pages(), pages()).empty());
}

TEST(Changes, TextIsComparedBlockByBlock) {
  MemoryDisk::Files after = pages();
  after["/c/notes/n.md"] = "---\ntitle: N\nsession: one\nby: p\n---\nFirst.\n\nNew.\n\nSecond new thing.\n";
  const Woven now(after, config());
  const auto changes = compare(pages(), now);
  ASSERT_EQ(changes.size(), 1U);
  EXPECT_EQ(changes[0].sort, ItemChange::Sort::changed);
  ASSERT_EQ(changes[0].texts.size(), 1U);
  EXPECT_EQ(changes[0].texts[0].before, (std::vector<std::string>{"Second thing."}));
  EXPECT_EQ(changes[0].texts[0].after, (std::vector<std::string>{"New.", "Second new thing."}));
  EXPECT_EQ(changes[0].texts[0].first, 1U);
  EXPECT_TRUE(changes[0].fields.empty() && changes[0].relations.empty() && changes[0].title_before.empty());
  EXPECT_EQ(now.ids(changes[0].affected), "f");
}

TEST(Changes, TitlesFieldsStatusAndRelations) {
  MemoryDisk::Files after = pages();
  after["/c/sessions/one.md"] = "---\ntitle: The first\ndate: 2025\nseats: 4\nstate: done\n---\n";
  after["/c/notes/n.md"] = "---\ntitle: N\nsession: two\n---\nFirst.\n\nSecond thing.\n";
  const Woven now(after, config());
  const auto changes = compare(pages(), now);
  ASSERT_EQ(changes.size(), 2U);
  const ItemChange& note = changes[0];
  ASSERT_EQ(note.relations.size(), 2U);
  EXPECT_EQ(note.relations[0].name, "session");
  EXPECT_EQ(note.relations[0].added, (std::vector<std::string>{"two"}));
  EXPECT_EQ(note.relations[0].removed, (std::vector<std::string>{"one"}));
  EXPECT_EQ(note.relations[1].name, "by");
  EXPECT_EQ(note.relations[1].removed, (std::vector<std::string>{"p"}));
  const ItemChange& session = changes[1];
  EXPECT_EQ(session.title_before, "One");
  ASSERT_TRUE(session.status);
  EXPECT_EQ(session.status->after, (std::vector<std::string>{"done"}));
  EXPECT_TRUE(session.status->before.empty());
  ASSERT_EQ(session.fields.size(), 1U);
  EXPECT_EQ(session.fields[0].name, "seats");
}

TEST(Changes, ALinkThatCarriesSomethingElseIsAltered) {
  MemoryDisk::Files before = pages();
  before["/c/findings/f.md"] = "---\ntitle: F\nrests_on: {ref: n, certainty: likely}\n---\n";
  MemoryDisk::Files after = pages();
  after["/c/findings/f.md"] = "---\ntitle: F\nrests_on: n\n---\n";
  const auto changes = compare(before, after);
  ASSERT_EQ(changes.size(), 1U);
  EXPECT_EQ(changes[0].relations[0].altered, (std::vector<std::string>{"n"}));
  EXPECT_TRUE(changes[0].relations[0].added.empty() && changes[0].relations[0].removed.empty());
}

TEST(Changes, NewAndWithdrawnWithWhatTheyAffect) {
  MemoryDisk::Files after = pages();
  after.erase("/c/notes/n.md");
  after["/c/findings/f.md"] = "---\ntitle: F\nagainst: m\n---\n";
  after["/c/notes/o.md"] = "---\ntitle: O\nsession: one\n---\n";
  after["/c/findings/g.md"] = "---\ntitle: G\nrests_on: o\n---\n";
  const Woven now(after, config());
  const auto changes = compare(pages(), now);
  ASSERT_EQ(changes.size(), 4U);
  EXPECT_EQ(changes[2].sort, ItemChange::Sort::added);
  EXPECT_EQ(now.pages[*changes[2].page].id, "o");
  EXPECT_EQ(now.ids(changes[2].affected), "g");
  EXPECT_EQ(changes[3].sort, ItemChange::Sort::withdrawn);
  EXPECT_FALSE(changes[3].page);
  EXPECT_FALSE(changes[3].hidden);
  EXPECT_EQ(now.ids(changes[3].affected), "f");
}

TEST(Changes, WhatSpeaksAgainstAffectsToo) {
  MemoryDisk::Files after = pages();
  after["/c/notes/m.md"] = "---\ntitle: M again\nsession: one\n---\n";
  const Woven now(after, config());
  const auto changes = compare(pages(), now);
  ASSERT_EQ(changes.size(), 1U);
  EXPECT_EQ(now.ids(changes[0].affected), "f");
}

TEST(Changes, AnItemThatMovedIsTheSame) {
  MemoryDisk::Files after = pages();
  after["/c/notes/new-name.md"] =
      "---\ntitle: N\nsession: one\nby: p\nredirect_from: notes/n\n---\nFirst.\n\nSecond thing.\n";
  after.erase("/c/notes/n.md");
  after["/c/findings/f.md"] = "---\ntitle: F\nrests_on: new-name\nagainst: m\n---\n";
  EXPECT_TRUE(compare(pages(), after).empty());
}

TEST(Changes, WhatIsForEditorsNowIsNotNamed) {
  MemoryDisk::Files after = pages();
  after["/c/people/q.md"] = "---\ntitle: Q\n---\n";
  MemoryDisk::Files before = after;
  after["/c/people/q.md"] = "---\ntitle: Q\nvisibility: internal\n---\n";
  Woven now(after, config());
  now.on_site[now.page("q")] = false;
  const auto changes = compare(before, now);
  ASSERT_EQ(changes.size(), 1U);
  EXPECT_EQ(changes[0].sort, ItemChange::Sort::withdrawn);
  EXPECT_TRUE(changes[0].hidden);
}

// vav.yaml changed, not the item.
TEST(Changes, WhatIsNoLongerDeclaredIsNoChange) {
  const Woven now(pages(), config());
  SiteState before = state_of(now);
  for (ItemState& item : before.items) {
    item.fields.push_back({"forgotten", {"x"}});
    item.relations.push_back({"once", {"one"}});
  }
  const EvidenceGraph evidence = now.evidence();
  EXPECT_TRUE(compare_with({"b", {}, before}, state_of(now),
                           {now.pages, now.on_site, now.routes, now.graph, evidence, now.config.schema})
                  .empty());
}

}  // namespace
}  // namespace vav
