#include "evidence/dated_items.h"

#include <numeric>

#include "woven_sample.h"

namespace vav {
namespace {

using sample::Woven;

// The sample with a timeline: sessions, what is due before them, and papers that stand alone.
SiteConfig with_timeline() {
  std::string text = sample::config_text;
  text += R"(  task:
    folder: tasks
    label: {en: {one: task, many: tasks}}
    fields:
      due: {type: partial-date}
    relations:
      before: {to: [session], label: {en: Before}, inverse: {en: Tasks}}
timeline:
  dates:
    - {kind: session, date: date}
    - {kind: task, date: due, under: before}
)";
  sample::ReadConfig read = sample::read_config_text(text);
  EXPECT_TRUE(read.diagnostics.empty());
  return *read.config;
}

// Pages in the order given, as a list of their kind that is sorted otherwise than by date.
std::vector<std::size_t> ranks_of(const Woven& woven, const std::vector<std::string>& ids) {
  std::vector<std::size_t> ranks(woven.pages.size(), ids.size());
  for (std::size_t i = 0; i < ids.size(); ++i) ranks[woven.page(ids[i])] = i;
  return ranks;
}

DatedItems collect(const Woven& woven, const std::vector<std::size_t>& ranks) {
  return collect_dated_items(woven.pages, woven.on_site, woven.graph, woven.config, ranks);
}

// "id id(below below)" in the order of the timeline.
std::string told(const DatedItems& dated, const Woven& woven) {
  std::string all;
  for (const std::size_t root : dated.roots) {
    all += (all.empty() ? "" : " ") + woven.pages[dated.all[root].item].id;
    std::string below;
    for (const std::size_t one : dated.all[root].below)
      below += (below.empty() ? "" : " ") + woven.pages[dated.all[one].item].id;
    if (!below.empty()) all += "(" + below + ")";
  }
  return all;
}

MemoryDisk::Files sessions() {
  return {{"/c/sessions/start.md", "---\ntitle: Start\ndate: 2024-12\n---\n"},
          {"/c/sessions/spring.md", "---\ntitle: Spring\ndate: 2025\n---\n"},
          {"/c/sessions/may.md", "---\ntitle: May\ndate: 2025-05-08\n---\n"},
          {"/c/sessions/autumn.md", "---\ntitle: Autumn\ndate: 2025\n---\n"},
          {"/c/sessions/again.md", "---\ntitle: Again\ndate: 2026-01\n---\n"}};
}

TEST(DatedItems, PartialDatesKeepTheOrderOfTheirList) {
  const Woven woven(sessions(), with_timeline());
  const auto ranks = ranks_of(woven, {"start", "spring", "may", "autumn", "again"});
  EXPECT_EQ(told(collect(woven, ranks), woven), "start spring may autumn again");
}

TEST(DatedItems, ADateThatDeniesTheOrderOfTheListWins) {
  const Woven woven(sessions(), with_timeline());
  const auto ranks = ranks_of(woven, {"again", "spring", "may", "autumn", "start"});
  EXPECT_EQ(told(collect(woven, ranks), woven), "start spring may autumn again");
}

TEST(DatedItems, WhatHangsOnAnotherStandsBelowIt) {
  MemoryDisk::Files files = sessions();
  files["/c/tasks/read.md"] = "---\ntitle: Read\ndue: 2025-05-01\nbefore: may\n---\n";
  files["/c/tasks/write.md"] = "---\ntitle: Write\ndue: 2025-04-01\nbefore: may\n---\n";
  files["/c/tasks/alone.md"] = "---\ntitle: Alone\ndue: 2025-12-24\n---\n";
  files["/c/tasks/undated.md"] = "---\ntitle: Undated\nbefore: may\n---\n";
  const Woven woven(files, with_timeline());
  std::vector<std::size_t> ranks(woven.pages.size());
  std::iota(ranks.begin(), ranks.end(), 0);
  EXPECT_EQ(told(collect(woven, ranks), woven), "start autumn may(write read) spring alone again");
}

TEST(DatedItems, OnlyWhatIsOnTheSite) {
  Woven woven(sessions(), with_timeline());
  for (const char* id : {"start", "spring", "may", "autumn"}) woven.on_site[woven.page(id)] = false;
  EXPECT_EQ(told(collect(woven, ranks_of(woven, {"again"})), woven), "again");
  EXPECT_TRUE(has_dated_items(woven.pages, woven.on_site, woven.config));
  woven.on_site[woven.page("again")] = false;
  EXPECT_FALSE(has_dated_items(woven.pages, woven.on_site, woven.config));
}

}  // namespace
}  // namespace vav
