#include "evidence/chain.h"

#include "woven_sample.h"

namespace vav {
namespace {

using sample::Woven;

// one <- n <- f, one <- m (speaks against f), and a person who said n. Ids a step; a first step without pages shows
// nothing. Such as "one | n m | f".
std::string trace(const std::string& id) {
  const Woven woven({{"/c/sessions/one.md", "---\ntitle: One\ndate: 2025\n---\n"},
                     {"/c/notes/n.md", "---\ntitle: N\nsession: one\nby: p\n---\n"},
                     {"/c/notes/m.md", "---\ntitle: M\nsession: one\n---\n"},
                     {"/c/people/p.md", "---\ntitle: P\n---\n"},
                     {"/c/findings/f.md", "---\ntitle: F\nrests_on: n\nagainst: m\n---\n"}});
  EXPECT_TRUE(woven.diagnostics.empty());
  std::string all;
  for (const auto& step : trace_chain(woven.page(id), woven.evidence(), woven.graph)) {
    all += all.empty() ? "" : " |";
    for (const std::size_t one : step) all += " " + woven.pages[one].id;
  }
  return all;
}

TEST(Chain, FromTheFirstStepEverythingThatCameOfIt) {
  EXPECT_EQ(trace("one"), " one | m n | f");
}
TEST(Chain, FromTheLastStepEverythingItRestsOn) {
  EXPECT_EQ(trace("f"), " one | n | f");
}
TEST(Chain, AStepOwnsThePageAloneNotItsSiblings) {
  EXPECT_EQ(trace("m"), " one | m |");
}
TEST(Chain, WhatSpeaksAgainstAPageCarriesNothing) {
  EXPECT_EQ(trace("f"), " one | n | f");
  EXPECT_EQ(trace("m"), " one | m |");
}
TEST(Chain, OutsideTheChainOnlyDirectNeighboursCount) {
  EXPECT_EQ(trace("p"), " n |");
}

}  // namespace
}  // namespace vav
