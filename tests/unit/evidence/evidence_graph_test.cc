#include "evidence/evidence_graph.h"

#include "woven_sample.h"

namespace vav {
namespace {

using sample::Woven;

// one <- n <- f, one <- m (speaks against f), and a person who said n.
Woven small() {
  return Woven({{"/c/sessions/one.md", "---\ntitle: One\ndate: 2025\n---\n"},
                {"/c/notes/n.md", "---\ntitle: N\nsession: one\nby: p\n---\nSaid. {#said}\n"},
                {"/c/notes/m.md", "---\ntitle: M\nsession: one\n---\n"},
                {"/c/people/p.md", "---\ntitle: P\n---\n"},
                {"/c/findings/f.md", "---\ntitle: F\nrests_on: [n, n#said]\nagainst: m\n---\n"}});
}

TEST(EvidenceGraph, ItemsStandByStep) {
  const Woven woven = small();
  EXPECT_EQ(woven.ids(woven.evidence().items()), "one m n f");
}

TEST(EvidenceGraph, ALinkToAPassageIsALinkOfItsOwn) {
  const Woven woven = small();
  const EvidenceGraph evidence = woven.evidence();
  std::string told;
  for (const std::size_t number : evidence.behind(woven.page("f"))) {
    const EvidenceLink& link = evidence.links()[number];
    told += woven.pages[link.earlier].id + (link.carries() ? "+ " : "- ");
  }
  EXPECT_EQ(told, "n+ n+ m- ");
  EXPECT_EQ(evidence.ahead(woven.page("m")).size(), 1U);
}

TEST(EvidenceGraph, WhatIsOutsideTheChainHasNoStepAndNoLink) {
  const Woven woven = small();
  const EvidenceGraph evidence = woven.evidence();
  EXPECT_EQ(evidence.step_of(woven.page("p")), 0U);
  EXPECT_TRUE(evidence.behind(woven.page("p")).empty());
  EXPECT_TRUE(evidence.ahead(woven.page("p")).empty());
}

TEST(EvidenceGraph, ReachFollowsWhatCarries) {
  const Woven woven = small();
  const EvidenceGraph evidence = woven.evidence();
  EXPECT_EQ(woven.ids(evidence.reach(woven.page("f"), Along::towards_evidence)), "n one");
  EXPECT_EQ(woven.ids(evidence.reach(woven.page("one"), Along::towards_consequences)), "f m n");
  EXPECT_EQ(woven.ids(evidence.reach(woven.page("m"), Along::towards_consequences)), "");
}

}  // namespace
}  // namespace vav
