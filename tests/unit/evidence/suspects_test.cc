#include "evidence/suspects.h"

#include "evidence/cited_text.h"
#include "evidence/normal_text.h"
#include "woven_sample.h"

namespace vav {
namespace {

using sample::Woven;

TEST(NormalText, TypographyAndWhiteSpaceDoNotCount) {
  EXPECT_EQ(normal_text("  ”idéer” \u2013\u00A0inte\n\tpengar\u2026 "), normal_text("\"idéer\" - inte pengar..."));
  EXPECT_EQ(normal_text("sam\u00ADverkan"), "samverkan");
  EXPECT_EQ(normal_text("e\u0301"), "\u00E9");
  EXPECT_EQ(normal_text(" \u00A0\n"), "");
}
TEST(NormalText, WordsCaseAndOtherSignsCount) {
  EXPECT_NE(normal_text("Möten."), normal_text("möten."));
  EXPECT_NE(normal_text("möten."), normal_text("möten,"));
  EXPECT_NE(normal_text("möte"), normal_text("mote"));
}
TEST(NormalText, TwiceIsOnce) {
  for (const char* text : {"e\u00AD\u0301", "\u2026.", "a \u2014 b", "\u200B ", "«x»", "\u00C5\u212B"}) {
    EXPECT_EQ(normal_text(normal_text(text)), normal_text(text));
  }
}

TEST(Pin, IsTwelveHexadecimalDigitsThatYamlTakesForText) {
  for (int i = 0; i < 1000; ++i) {
    const std::string pin = pin_of(std::to_string(i));
    ASSERT_EQ(pin.size(), 12U);
    EXPECT_TRUE(pin.front() >= 'a' && pin.front() <= 'f');
    EXPECT_EQ(pin.find_first_not_of("0123456789abcdef"), std::string::npos);
  }
  // The formula of the header, once and for ever: pins stand in authors' files.
  EXPECT_EQ(pin_of("Samverkan  kräver \u201Dtid\u201D."), pin_of("Samverkan kräver \"tid\"."));
}

const char* const note = R"(---
title: N
session: one
summary: Sum.
---
First. {#first}

## Part

Second. {#second}

### Under

Third.

## Other

Fourth.[^1]

[^1]: Foot.
)";

std::string cited(const std::string& anchor) {
  const Woven woven({{"/c/sessions/one.md", "---\ntitle: One\ndate: 2025\n---\n"}, {"/c/notes/n.md", note}});
  const Page& page = woven.pages[woven.page("n")];
  return cited_text(page, woven.config.schema.kinds[page.kind], anchor).value_or("nothing");
}

TEST(CitedText, IsThePassageTheSectionOrThePage) {
  EXPECT_EQ(cited("second"), "Second.");
  EXPECT_EQ(cited("part"), "Part\nSecond.\nUnder\nThird.");
  EXPECT_EQ(cited("under"), "Under\nThird.");
  EXPECT_EQ(cited("other"), "Other\nFourth.");
  EXPECT_EQ(cited(""), "N\nSum.\nFirst.\nPart\nSecond.\nUnder\nThird.\nOther\nFourth.\nFoot.");
  EXPECT_EQ(cited("fnref-1"), "nothing");
}

struct Found {
  std::string suspects;  // "FROM->TO#PASSAGE …"
  std::string findings;  // ids
  std::size_t behind_g = 0;
};

// g and f are findings on notes n and m; what each link carries is `pin_*`, and the passage of n reads `passage`.
Found look(const std::string& passage, const std::string& pin_n, const std::string& pin_m) {
  const Woven woven({{"/c/sessions/one.md", "---\ntitle: One\ndate: 2025\n---\n"},
                     {"/c/notes/n.md", "---\ntitle: N\nsession: one\n---\n" + passage + " {#said}\n\nElse.\n"},
                     {"/c/notes/m.md", "---\ntitle: M\nsession: one\n---\nText.\n"},
                     {"/c/findings/f.md", "---\ntitle: F\nrests_on:\n  - {ref: n#said, pin: " + pin_n +
                                              "}\n  - {ref: m" + pin_m + "}\n---\n"},
                     {"/c/findings/g.md", "---\ntitle: G\nrests_on: n#said\n---\n"}});
  EXPECT_TRUE(woven.diagnostics.empty());
  Found found;
  Diagnostics diagnostics;
  const Suspects suspects(woven.pages, woven.graph, woven.config.schema, diagnostics);
  for (const Suspect& one : suspects.all()) {
    const Relation& relation = woven.graph.relations()[one.relation];
    EXPECT_EQ(suspects.of(one.relation), &one);
    found.suspects += woven.pages[relation.from].id + "->" + woven.pages[relation.to].id + " ";
  }
  for (const Diagnostic& one : diagnostics.all()) found.findings += one.id + " ";
  EXPECT_EQ(suspects.count_on(woven.page("f")), suspects.all().size());
  EXPECT_EQ(suspects.count_behind(woven.page("f"), woven.evidence()), 0U);
  EXPECT_EQ(suspects.count_behind(woven.page("g"), woven.evidence()), 0U);
  return found;
}

TEST(Suspects, AreLinksWhoseTextIsNoLongerWhatItWas) {
  const std::string pin = pin_of("Said so.");
  EXPECT_EQ(look("Said so.", pin, "").suspects, "");
  EXPECT_EQ(look("*Said*  so.", pin, "").suspects, "");
  EXPECT_EQ(look("Said  no.", pin, "").suspects, "f->n ");
  EXPECT_EQ(look("Said  no.", pin, "").findings, "suspect-link ");
}
TEST(Suspects, AWholePageIsAllThatItSays) {
  const std::string pin = pin_of("Said so.");
  EXPECT_EQ(look("Said so.", pin, ", pin: " + pin_of("M\n\nText.")).suspects, "");
  EXPECT_EQ(look("Said so.", pin, ", pin: " + pin_of("M\n\nTexts.")).suspects, "f->m ");
}

// How many links are suspect behind a finding that replaces another, whose note has changed since it was pinned;
// the pin stands on the finding, or on its translation alone.
std::size_t behind_a_successor(const std::string& pin, const std::string& pin_of_translation) {
  const auto finding = [](const std::string& more, const std::string& pinned) {
    return "---\ntitle: F\n" + more + "rests_on: {ref: n#said" + pinned + "}\n---\n";
  };
  const Woven woven({{"/c/sessions/one.md", "---\ntitle: One\ndate: 2025\n---\n"},
                     {"/c/notes/n.md", "---\ntitle: N\nsession: one\n---\nSaid no. {#said}\n"},
                     {"/c/findings/f.md", finding("", pin)},
                     {"/c/sv/findings/f.md", finding("translation_of: f\n", pin_of_translation)},
                     {"/c/findings/g.md", "---\ntitle: G\nreplaces: f\n---\n"}});
  Diagnostics diagnostics;
  const Suspects suspects(woven.pages, woven.graph, woven.config.schema, diagnostics);
  const EvidenceGraph evidence = woven.evidence();
  EXPECT_EQ(suspects.count_behind(woven.page("n"), evidence), 0U);
  return suspects.count_behind(woven.page("g"), evidence);
}

TEST(Suspects, BehindAnItemCountWhicheverPageHasThePin) {
  const std::string old = ", pin: " + pin_of("Said so."), right = ", pin: " + pin_of("Said no.");
  EXPECT_EQ(behind_a_successor(old, ""), 1U);
  EXPECT_EQ(behind_a_successor("", old), 1U);
  EXPECT_EQ(behind_a_successor(old, old), 1U);
  EXPECT_EQ(behind_a_successor(right, ""), 0U);
}

}  // namespace
}  // namespace vav
