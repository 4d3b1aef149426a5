#include "yaml/traps.h"

#include <gtest/gtest.h>

namespace vav {
namespace {

// "id line:column length" of each finding.
std::vector<std::string> told(const Diagnostics& findings) {
  std::vector<std::string> all;
  for (const Diagnostic& one : findings.all()) {
    const Place& at = one.span.place;
    all.push_back(one.id + " " + std::to_string(at.line) + ":" + std::to_string(at.column) + " " +
                  std::to_string(at.length));
  }
  return all;
}

std::vector<std::string> errors(std::string_view text) {
  return told(find_yaml_traps(text, "p", 1).errors);
}

std::vector<std::string> warnings(std::string_view text) {
  return told(find_yaml_traps(text, "p", 1).warnings);
}

using Told = std::vector<std::string>;

TEST(Traps, AColonInAnUnquotedValue) {
  EXPECT_EQ(errors("title: UKÄ: kunskap"), (Told{"yaml-colon 1:11 1"}));
  EXPECT_EQ(errors("a: 1\nb:\n  - c: d: e\n"), (Told{"yaml-colon 3:9 1"}));
  EXPECT_EQ(errors("source: [{ref: x, note: a: b}]"), (Told{"yaml-colon 1:26 1"}));
  EXPECT_EQ(errors("title: \"UKÄ: kunskap\"\ntime: 10:30\nsite: https://a.se/\n"), Told{});
}

TEST(Traps, EveryColonOfTheTextIsToldInOneRun) {
  EXPECT_EQ(errors("a: b: c\nd: e: f"), (Told{"yaml-colon 1:5 1", "yaml-colon 2:5 1"}));
}

TEST(Traps, ASpaceThatIsMissingAfterTheColon) {
  EXPECT_EQ(errors("title:Text\nsummary: x"), (Told{"yaml-colon 1:6 1"}));
  EXPECT_EQ(errors("- https://a.se/"), Told{});
}

TEST(Traps, AQuoteThatNeverCloses) {
  EXPECT_EQ(errors("a: 1\ntitle: \"Träff 2\n"), (Told{"yaml-quote 2:8 1"}));
  EXPECT_EQ(errors("title: 'Träff 2\nb: 2"), (Told{"yaml-quote 1:8 1"}));
  EXPECT_EQ(errors("aliases: [\"en, två]"), (Told{"yaml-quote 1:11 1"}));
}

TEST(Traps, AQuoteThatALaterOneWouldClose) {
  EXPECT_EQ(errors("title: \"Träff 2\nsummary: \"En mening\"\n"), (Told{"yaml-quote 1:8 1"}));
}

TEST(Traps, QuotesMayRunOverLines) {
  EXPECT_EQ(errors("title: \"en\n  två\"\nb: 'it''s'\nc: \"a \\\" b\""), Told{});
}

TEST(Traps, TextAfterTheClosingQuote) {
  EXPECT_EQ(errors("title: \"Hej\" sa hon"), (Told{"yaml-quote 1:14 6"}));
}

TEST(Traps, ABracketThatNeverCloses) {
  EXPECT_EQ(errors("site: {title: x\nkinds: 1\nb: c: d"), (Told{"bad-yaml 1:7 1", "yaml-colon 3:5 1"}));
  EXPECT_EQ(errors("a: [x,\n  y"), (Told{"bad-yaml 1:4 1"}));
  EXPECT_EQ(errors("a: {x: 1,\n  y: 2}\nb: [\n  c,\n]"), Told{});
}

TEST(Traps, ATabInTheIndentation) {
  EXPECT_EQ(errors("a:\n\tb: 1"), (Told{"yaml-tab 2:1 1"}));
}

TEST(Traps, TextThatIsLostAfterAHash) {
  EXPECT_EQ(warnings("title: Möte #2"), (Told{"yaml-comment 1:13 2"}));
  EXPECT_EQ(warnings("title: C # är ett språk"), (Told{"yaml-comment 1:10 14"}));
  EXPECT_EQ(warnings("a: [x, y #2]\n"), (Told{"yaml-comment 1:10 3"}));
}

TEST(Traps, CommentsAsPeopleWriteThemAreFine) {
  EXPECT_EQ(warnings("# a comment\ntitle: Möte  # ett möte\n  # another\nb: \"C # är\"\nc: a#b\n"), Told{});
}

TEST(Traps, BlockScalarsAreLeftAlone) {
  const char* text = "a: |\n  x: y: z\n  \"open\n\n  more #2\nb: 1";
  EXPECT_EQ(errors(text), Told{});
  EXPECT_EQ(warnings(text), Told{});
}

TEST(Traps, AFloodOfOpenQuotesEnds) {
  std::string text;
  for (int i = 0; i < 20'000; ++i) text += "- \"x\n";
  EXPECT_LE(errors(text).size(), 50U);
}

}  // namespace
}  // namespace vav
