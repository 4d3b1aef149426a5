#include "evidence/overview_layout.h"

#include <map>

#include "woven_sample.h"

namespace vav {
namespace {

using sample::Woven;

Woven woven_sample() {
  return Woven({{"/c/sessions/one.md", "---\ntitle: One\ndate: 2025\n---\n"},
                {"/c/sessions/two.md", "---\ntitle: Two\ndate: 2025\n---\n"},
                {"/c/notes/a.md", "---\ntitle: A\nsession: two\n---\nSaid. {#said}\n"},
                {"/c/notes/b.md", "---\ntitle: B\nsession: one\n---\n"},
                {"/c/notes/c.md", "---\ntitle: C\nsession: one\n---\n"},
                {"/c/findings/f.md", "---\ntitle: F\nrests_on: [a, a#said]\nagainst: b\n---\n"}});
}

OverviewLayout layout_of(const Woven& woven) {
  std::vector<std::size_t> order;
  for (std::size_t page = 0; page < woven.pages.size(); ++page) order.push_back(page);
  return lay_out_overview(woven.evidence(), order, {100, 40, 300});
}

TEST(OverviewLayout, EveryItemIsAKnotAndEveryLinkAThread) {
  const Woven woven = woven_sample();
  const OverviewLayout layout = layout_of(woven);
  EXPECT_EQ(layout.knots.size(), 6U);
  EXPECT_EQ(layout.threads.size(), 5U) << "two passages that bear alike are one thread";
  EXPECT_EQ(layout.steps, (std::vector<std::size_t>{1, 2, 3}));
  for (const OverviewThread& thread : layout.threads) EXPECT_LT(layout.knots[thread.from].x, layout.knots[thread.to].x);
}

TEST(OverviewLayout, WhatHangsTogetherStandsAtTheSameHeight) {
  const Woven woven = woven_sample();
  std::map<std::string, OverviewKnot> knots;
  for (const OverviewKnot& knot : layout_of(woven).knots) knots[woven.pages[knot.item].id] = knot;
  // a comes from two, which stands below one; so a stands below b and c.
  EXPECT_LT(knots["b"].y, knots["a"].y);
  EXPECT_LT(knots["c"].y, knots["a"].y);
}

// By what they are tied to, "three" would stand above "one".
TEST(OverviewLayout, TheFirstStepStandsInItsOwnOrder) {
  const Woven woven({{"/c/sessions/one.md", "---\ntitle: One\ndate: 2025\n---\n"},
                     {"/c/sessions/three.md", "---\ntitle: Three\ndate: 2025\n---\n"},
                     {"/c/sessions/two.md", "---\ntitle: Two\ndate: 2025\n---\n"},
                     {"/c/notes/a.md", "---\ntitle: A\nsession: three\n---\n"},
                     {"/c/notes/b.md", "---\ntitle: B\nsession: two\n---\n"},
                     {"/c/notes/c.md", "---\ntitle: C\nsession: two\n---\n"},
                     {"/c/notes/d.md", "---\ntitle: D\nsession: two\n---\n"},
                     {"/c/notes/e.md", "---\ntitle: E\nsession: two\n---\n"}});
  std::map<std::string, OverviewKnot> knots;
  for (const OverviewKnot& knot : layout_of(woven).knots) knots[woven.pages[knot.item].id] = knot;
  EXPECT_LT(knots["one"].y, knots["three"].y);
  EXPECT_LT(knots["three"].y, knots["two"].y);
}

TEST(OverviewLayout, ItTellsWhatNothingHasComeOf) {
  const Woven woven = woven_sample();
  for (const OverviewKnot& knot : layout_of(woven).knots)
    EXPECT_EQ(knot.loose, woven.pages[knot.item].id == "c") << woven.pages[knot.item].id;
}

TEST(OverviewLayout, WhatIsWrittenAtAColumnHasRoom) {
  const Woven woven = woven_sample();
  const OverviewLayout layout = layout_of(woven);
  ASSERT_EQ(layout.columns.size(), 3U);
  EXPECT_GT(layout.columns[1], layout.columns[0] + 100);
  EXPECT_GE(layout.columns[2] - layout.columns[1], 130) << "threads have room where little is written";
  EXPECT_GT(layout.width, layout.columns[2] + 300);
  for (const OverviewKnot& knot : layout.knots) EXPECT_LT(knot.y + 22, layout.height);
}

TEST(OverviewLayout, NoTwoKnotsMeet) {
  const Woven woven = woven_sample();
  const OverviewLayout layout = layout_of(woven);
  for (std::size_t a = 0; a < layout.knots.size(); ++a) {
    for (std::size_t b = 0; b < a; ++b)
      EXPECT_FALSE(layout.knots[a].x == layout.knots[b].x && layout.knots[a].y == layout.knots[b].y);
  }
}

}  // namespace
}  // namespace vav
