#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "parsed.h"

namespace vav {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

TEST(Figures, APictureAloneWithATitleHasItAsItsCaption) {
  const Parsed parsed = parse("![En kurva](kurva.svg \"Andel män, 1 & 2\")\n");
  EXPECT_EQ(parsed.html,
            "<figure><img src=\"kurva.svg\" alt=\"En kurva\" loading=\"lazy\" />\n"
            "<figcaption>Andel män, 1 &amp; 2</figcaption>\n</figure>\n");
  ASSERT_THAT(parsed.document.text(), SizeIs(1));
  EXPECT_EQ(parsed.document.text()[0].text, "En kurva. Andel män, 1 & 2") << "a reader sees it, so a reader finds it";
}

TEST(Figures, KeepThePassageIdOfTheirParagraph) {
  const Parsed parsed = parse("![A](a.svg \"B\") {#kurva}\n");
  EXPECT_THAT(parsed.html, HasSubstr("<figure id=\"kurva\"><img"));
  EXPECT_THAT(parsed.html, HasSubstr("<figcaption>B</figcaption>"));
  EXPECT_TRUE(parsed.document.has_anchor("kurva"));
}

TEST(Figures, ReferencesAndListsToo) {
  EXPECT_THAT(parse("![A][b]\n\n[b]: a.svg 'C'\n").html, HasSubstr("<figcaption>C</figcaption>"));
  EXPECT_THAT(parse("- one\n\n  ![A](a.svg \"B\")\n").html, HasSubstr("<figcaption>B</figcaption>"));
  EXPECT_THAT(parse("> ![A](a.svg \"B\")\n").html, HasSubstr("<figcaption>B</figcaption>"));
}

TEST(Figures, AreNotMadeOfAnythingElse) {
  for (const char* text :
       {"![A](a.svg)\n", "![A](a.svg \" \")\n", "See ![A](a.svg \"B\")\n", "![A](a.svg \"B\") there\n",
        "![A](a.svg \"B\") ![C](c.svg \"D\")\n", "[![A](a.svg \"B\")](x.md)\n", "- ![A](a.svg \"B\")\n",
        "| x |\n|---|\n| ![A](a.svg \"B\") |\n", "x[^1]\n\n[^1]: ![A](a.svg \"B\")\n"}) {
    EXPECT_THAT(parse(text).html, Not(HasSubstr("<figure"))) << text;
    EXPECT_THAT(parse(text).html, HasSubstr("<img src=\"a.svg\"")) << text;
  }
  EXPECT_THAT(parse("See ![A](a.svg \"B\")\n").html, HasSubstr("title=\"B\""));
}

TEST(Figures, ADeadPictureLeavesItsWords) {
  Parsed parsed = parse("![A](a.svg \"B\")\n");
  const std::vector<LinkTarget> none(1);
  EXPECT_EQ(render_html(parsed.document, none), "<figure>A\n<figcaption>B</figcaption>\n</figure>\n");
}

TEST(DataBlocks, AreAHoleInTheBody) {
  const Parsed parsed = parse("## H\n\n```items\nkind: a\n```\n\nText\n", 5);
  ASSERT_THAT(parsed.document.data_blocks(), SizeIs(1));
  const DataBlock& block = parsed.document.data_blocks()[0];
  EXPECT_EQ(block.text, "kind: a\n");
  EXPECT_EQ(block.first_line, 8);
  EXPECT_EQ(Parsed::text_of(block.place), "7:4+5");
  EXPECT_EQ(block.heading_id, "h");
  EXPECT_EQ(parsed.html, "<h2 id=\"h\">H</h2>\n<p>Text</p>\n");
  const std::vector<std::string> made = {"<table></table>\n"};
  EXPECT_EQ(render_html(parsed.document, {}, {}, made), "<h2 id=\"h\">H</h2>\n<table></table>\n<p>Text</p>\n");
  EXPECT_THAT(parsed.document.text(), SizeIs(2)) << "what it says is nothing to search for";
}

TEST(DataBlocks, KeepTheColumnsOfTheFile) {
  const Parsed parsed = parse("- å\n\n  > ```items\n  > kind: a\n  >   b: {#c} [[d]]\n  > ```\n");
  ASSERT_THAT(parsed.document.data_blocks(), SizeIs(1));
  EXPECT_EQ(parsed.document.data_blocks()[0].text, "    kind: a\n      b: {#c} [[d]]\n");
  EXPECT_EQ(parsed.document.data_blocks()[0].first_line, 4);
}

TEST(DataBlocks, OnlyTheFirstWordOfTheFenceCounts) {
  EXPECT_THAT(parse("~~~~ items now\n~~~~\n").document.data_blocks(), SizeIs(1));
  for (const char* text : {"```itemsx\n```\n", "```yaml items\n```\n", "    items\n", "```\nitems\n```\n", "`items`\n"})
    EXPECT_THAT(parse(text).document.data_blocks(), IsEmpty()) << text;
}

TEST(DataBlocks, InTextForEditorsDoNotExist) {
  EXPECT_THAT(parse("::: internal\n```items\nkind: a\n```\n:::\n").document.data_blocks(), IsEmpty());
}

}  // namespace
}  // namespace vav
