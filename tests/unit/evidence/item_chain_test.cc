#include "evidence/item_chain.h"

#include "woven_sample.h"

namespace vav {
namespace {

using sample::Woven;

constexpr std::size_t many = 1000;

MemoryDisk::Files small() {
  return {{"/c/sessions/one.md", "---\ntitle: One\ndate: 2025\n---\n"},
          {"/c/notes/a.md", "---\ntitle: A\nsession: one\n---\nSaid. {#said}\n"},
          {"/c/notes/b.md", "---\ntitle: B\nsession: one\n---\n"},
          {"/c/findings/f.md", "---\ntitle: F\nrests_on: [a, a#said]\nagainst: b\n---\n"},
          {"/c/findings/g.md", "---\ntitle: G\nrests_on: [a]\n---\n"}};
}

// "f>a:for:2 …": later, earlier, bearing (= replaces), number of places where it is written.
std::string told(const std::vector<ChainEdge>& edges, const Woven& woven) {
  std::string all;
  for (const ChainEdge& edge : edges) {
    all += (all.empty() ? "" : " ") + woven.pages[edge.later].id + ">" + woven.pages[edge.earlier].id + ":" +
           (edge.succession ? "replaces" : std::string(evidence_name(edge.bearing))) + ":" +
           std::to_string(edge.relations.size());
  }
  return all;
}

// "a(one*) b": items with their branches; * = told at an earlier place.
std::string tree(const std::vector<ChainBranch>& branches, const Woven& woven) {
  std::string all;
  for (const ChainBranch& branch : branches) {
    all += (all.empty() ? "" : " ") + woven.pages[branch.item].id + (branch.again ? "*" : "");
    if (!branch.branches.empty()) all += "(" + tree(branch.branches, woven) + ")";
  }
  return all;
}

std::size_t number_of_branches(const std::vector<ChainBranch>& branches) {
  std::size_t all = branches.size();
  for (const ChainBranch& one : branches) all += number_of_branches(one.branches);
  return all;
}

TEST(ItemChain, TowardsEvidenceEveryLinkIsFollowed) {
  const Woven woven(small());
  const ItemChain chain = chain_of(woven.page("f"), woven.evidence(), many);
  EXPECT_EQ(told(chain.behind, woven), "f>a:for:2 f>b:against:1 a>one::1 b>one::1");
  EXPECT_EQ(told(chain.ahead, woven), "");
  EXPECT_EQ(woven.ids(chain.items), "one a b f");
  EXPECT_TRUE(chain.whole);
}

TEST(ItemChain, TowardsConsequencesAnObjectionIsWhereItEnds) {
  Woven woven(small(), [] {
    std::string text = sample::config_text;
    text.replace(text.find("chain: [[session], [note], [finding]]"), 37,
                 "chain: [[session], [note], [finding], [measure]]");
    text +=
        "  measure:\n    folder: measures\n    label: {en: {one: measure, many: measures}}\n    relations:\n"
        "      follows: {to: [finding], many: true, label: {en: Follows}, inverse: {en: Leads to}}\n";
    return *sample::read_config_text(text).config;
  }());
  ASSERT_TRUE(woven.diagnostics.empty());
  EXPECT_EQ(told(chain_of(woven.page("b"), woven.evidence(), many).ahead, woven), "f>b:against:1");
}

TEST(ItemChain, OnesThatTakeAPlaceAreFollowedBothWays) {
  auto files = small();
  files["/c/notes/c.md"] = "---\ntitle: C\nsession: one\nreplaces: a\n---\n";
  files["/c/notes/d.md"] = "---\ntitle: D\nsession: one\nreplaces: a\n---\n";
  files["/c/findings/h.md"] = "---\ntitle: H\nrests_on: [d]\n---\n";
  const Woven woven(files);
  const EvidenceGraph evidence = woven.evidence();
  // Split into two: what rests on one of them came of it.
  EXPECT_EQ(told(chain_of(woven.page("a"), evidence, many).ahead, woven),
            "f>a:for:2 g>a:for:1 c>a:replaces:1 d>a:replaces:1 h>d:for:1");
  EXPECT_EQ(told(chain_of(woven.page("h"), evidence, many).behind, woven),
            "h>d:for:1 d>one::1 d>a:replaces:1 a>one::1");
  EXPECT_EQ(woven.ids(evidence.reach(woven.page("a"), Along::towards_consequences)), "f g h c d");
  EXPECT_TRUE(evidence.is_replaced(woven.page("a")));
  EXPECT_FALSE(evidence.is_replaced(woven.page("c")));
}

TEST(ItemChain, EachEdgeStandsOnceInTheTree) {
  auto files = small();
  files["/c/notes/c.md"] = "---\ntitle: C\nsession: one\nreplaces: a\n---\n";
  files["/c/findings/h.md"] = "---\ntitle: H\nrests_on: [c, b]\n---\n";
  const Woven woven(files);
  for (const std::string item : {"one", "a", "b", "c", "f", "g", "h"}) {
    const ItemChain chain = chain_of(woven.page(item), woven.evidence(), many);
    for (const Along direction : {Along::towards_evidence, Along::towards_consequences})
      EXPECT_EQ(number_of_branches(branches_of(chain, direction)), chain.edges(direction).size()) << item;
  }
  const ItemChain chain = chain_of(woven.page("one"), woven.evidence(), many);
  // What came of b does not stand under f, which b speaks against.
  EXPECT_EQ(tree(branches_of(chain, Along::towards_consequences), woven), "a(f g c(h)) b(f h) c*");
  EXPECT_EQ(tree(branches_of(chain_of(woven.page("h"), woven.evidence(), many), Along::towards_evidence), woven),
            "c(one a(one)) b(one)");
}

TEST(ItemChain, TheNearestAreKept) {
  const Woven woven(small());
  const ItemChain chain = chain_of(woven.page("f"), woven.evidence(), 3);
  EXPECT_FALSE(chain.whole);
  EXPECT_EQ(woven.ids(chain.items), "a b f");
  EXPECT_EQ(told(chain.behind, woven), "f>a:for:2 f>b:against:1");
}

TEST(ItemChain, ARingOfReplacementsEnds) {
  auto files = small();
  files["/c/notes/c.md"] = "---\ntitle: C\nsession: one\nreplaces: d\n---\n";
  files["/c/notes/d.md"] = "---\ntitle: D\nsession: one\nreplaces: c\n---\n";
  const Woven woven(files);
  const ItemChain chain = chain_of(woven.page("c"), woven.evidence(), many);
  EXPECT_EQ(woven.ids(chain.items), "one c d");
  EXPECT_EQ(number_of_branches(branches_of(chain, Along::towards_evidence)), chain.behind.size());
  EXPECT_EQ(woven.ids(woven.evidence().reach(woven.page("c"), Along::towards_evidence)), "d one");
}

}  // namespace
}  // namespace vav
