#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "parsed.h"

namespace vav {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

std::vector<std::string> heading_ids(const Parsed& parsed) {
  std::vector<std::string> ids;
  for (const Heading& heading : parsed.document.headings()) ids.push_back(heading.id);
  return ids;
}

TEST(Headings, GetIdsFromTheirText) {
  const Parsed parsed = parse("## Så *här* gör [[uka|UKÄ]]\n\n## Så här gör UKÄ\n\n## !\n\n## Så här gör UKÄ\n");
  EXPECT_THAT(heading_ids(parsed), ElementsAre("sa-har-gor-uka", "sa-har-gor-uka-2", "h", "sa-har-gor-uka-3"));
  EXPECT_THAT(parsed.html, HasSubstr("<h2 id=\"sa-har-gor-uka\">Så <em>här</em> gör <a href=\"uka\">UKÄ</a></h2>\n"));
}

TEST(Headings, ExplicitIdsWinAlsoFromFurtherDown) {
  const Parsed parsed = parse("## Metod\n\n## Bakgrund {#metod}\n\n### Metod-2\n\n## Metod ##\n");
  EXPECT_THAT(heading_ids(parsed), ElementsAre("metod-2", "metod", "metod-2-2", "metod-3"));
  EXPECT_EQ(parsed.document.headings()[1].text, "Bakgrund");
  EXPECT_TRUE(parsed.document.has_anchor("metod-3"));
  EXPECT_FALSE(parsed.document.has_anchor("metod-4"));
}

TEST(Headings, KnowTheirPlaceAndText) {
  const Parsed parsed = parse("text\n\n> ## Å *b* {#c}\n\nUnder\nstruken\n---\n", 5);
  ASSERT_THAT(parsed.document.headings(), SizeIs(2));
  EXPECT_EQ(Parsed::text_of(parsed.document.headings()[0].place), "7:6+4");
  EXPECT_EQ(parsed.document.headings()[1].text, "Under struken");
  EXPECT_EQ(parsed.document.headings()[1].place.line, 9);
}

TEST(Headings, BelowLevelOneAndOneLevelAtATime) {
  const Parsed parsed = parse("å\n\n# Titel\n\n#### Långt ner\n\n## Upp\n\n### Ner\n");
  EXPECT_THAT(parsed.findings(), ElementsAre("heading-level 3:1+1", "heading-level 5:1+1"));
  EXPECT_EQ(parsed.diagnostics.all()[0].severity, Severity::warning);
  EXPECT_THAT(parsed.html, HasSubstr("<h2 id=\"titel\">Titel</h2>"));
  EXPECT_EQ(parsed.document.headings()[0].level, 2);
  EXPECT_THAT(parse("Titel\n===\n").findings(), ElementsAre("heading-level 1:1+5"));
}

TEST(Passages, StandAtTheEndOfAnyText) {
  const Parsed parsed = parse(
      "Ett *stycke* [[a]] {#stycke}\n\n- punkt {#punkt}\n- annan\n\n  med två stycken {#andra}\n\n> Citat\n{#citat}\n\n"
      "## Rubrik {#rubrik}\n\n| A |  B |\n|---|---|\n| c | d {#rad} |\n| e {#kort} |\n");
  std::vector<std::string> found;
  for (const Passage& passage : parsed.document.passages()) found.push_back(passage.id + "=" + passage.text);
  EXPECT_THAT(found, ElementsAre("stycke=Ett stycke a", "punkt=punkt", "andra=med två stycken", "citat=Citat",
                                 "rubrik=Rubrik", "rad=c, d", "kort=e"));
  EXPECT_THAT(parsed.html, HasSubstr("<p id=\"stycke\">Ett <em>stycke</em> <a href=\"a\">a</a></p>"));
  EXPECT_THAT(parsed.html, HasSubstr("<li id=\"punkt\">\n<p>punkt</p>\n</li>"));
  EXPECT_THAT(parsed.html, HasSubstr("<li id=\"andra\">\n<p>annan</p>"));
  EXPECT_THAT(parsed.html, HasSubstr("<p id=\"citat\">Citat</p>"));
  EXPECT_THAT(parsed.html, HasSubstr("<tr id=\"rad\">"));
  EXPECT_THAT(parsed.html, HasSubstr("<tr id=\"kort\">\n<td>e</td>\n<td></td>"));
  EXPECT_THAT(parsed.html, Not(HasSubstr("{#")));
  EXPECT_TRUE(parsed.document.has_anchor("kort"));
  EXPECT_EQ(Parsed::text_of(parsed.document.passages()[0].place), "1:22+6");
}

TEST(Passages, InTightListsAreThoseOfTheItem) {
  EXPECT_EQ(parse("- a {#x}\n  - b {#y}\n").html,
            "<ul>\n<li id=\"x\">a\n<ul>\n<li id=\"y\">b</li>\n</ul>\n</li>\n</ul>\n");
}

TEST(Passages, AreNotInCodeOrAfterBackslashOrInTheMiddle) {
  const Parsed parsed = parse("a \\{#b}\n\n`c {#d}`\n\n{#e} f\n\n    g {#h}\n");
  EXPECT_THAT(parsed.document.passages(), IsEmpty());
  EXPECT_THAT(parsed.findings(), IsEmpty());
  EXPECT_THAT(parsed.html, HasSubstr("<p>a {#b}</p>"));
}

TEST(Passages, WrongOnesAreReported) {
  EXPECT_THAT(parse("å {#a}\n\nb {#a}\n\nc {#Ä_b}\n\n{#ensam}\n").findings(),
              ElementsAre("duplicate-passage 3:5+1", "bad-passage 5:5+3", "bad-passage 7:3+5"));
  EXPECT_THAT(parse("a {#x}\n\nb {#x}\n").html, "<p id=\"x\">a</p>\n<p>b</p>\n");
}

TEST(Tables, ScrollInABoxNamedByTheHeadingAbove) {
  EXPECT_EQ(parse("## R\n\n| a | b | c |\n|:--|--:|:-:|\n| d | e |\n").html,
            "<h2 id=\"r\">R</h2>\n<div class=\"scroll\" tabindex=\"0\" role=\"region\" "
            "aria-labelledby=\"r\">\n<table aria-labelledby=\"r\">\n<thead>\n<tr>\n"
            "<th scope=\"col\" class=\"left\">a</th>\n<th scope=\"col\" class=\"right\">b</th>\n<th scope=\"col\" "
            "class=\"center\">c</th>\n</tr>\n</thead>\n"
            "<tbody>\n<tr>\n<td class=\"left\">d</td>\n<td class=\"right\">e</td>\n<td "
            "class=\"center\"></td>\n</tr>\n</tbody>\n</table>\n</div>\n");
  EXPECT_THAT(parse("| a |\n|---|\n").html, testing::StartsWith("<div class=\"scroll\">\n<table>"));
}

TEST(Footnotes, LeadThereAndBackWithUniqueIds) {
  const Parsed parsed = parse("a[^1] b[^1] c[^1-2] {#fn-1}\n\n[^1]: Not.\n[^1-2]: > citat\n[^oanvand]: x\n");
  EXPECT_THAT(parsed.html, HasSubstr("<p id=\"fn-1\">a<sup class=\"footnote-ref\"><a href=\"#fn-1-2\" id=\"fnref-1\" "
                                     "data-footnote-ref>1</a></sup>"));
  EXPECT_THAT(parsed.html, HasSubstr("id=\"fnref-1-2\" data-footnote-ref>1</a>"));
  EXPECT_THAT(parsed.html, HasSubstr("id=\"fnref-1-2-2\" data-footnote-ref>2</a>"));
  EXPECT_THAT(
      parsed.html,
      HasSubstr(
          "<li id=\"fn-1-2\">\n<p>Not. <a href=\"#fnref-1\" class=\"footnote-backref\" data-footnote-backref>↩</a> "
          "<a href=\"#fnref-1-2\" class=\"footnote-backref\" data-footnote-backref>↩<sup "
          "class=\"footnote-ref\">2</sup></a></p>\n</li>"));
  EXPECT_THAT(parsed.html, Not(HasSubstr("oanvand")));
  EXPECT_TRUE(parsed.document.has_anchor("fn-1-2-2"));
}

TEST(Footnotes, ArrowIsNamedInTheWordsOfTheInterface) {
  const Parsed parsed = parse("a[^1]\n\n[^1]: b\n");
  EXPECT_THAT(render_html(parsed.document, {}, {.back_to_text = "Till \"texten\""}),
              HasSubstr("data-footnote-backref aria-label=\"Till &quot;texten&quot;\">↩"));
}

TEST(Passages, SignsStandLastInWhatTheyLeadTo) {
  const Parsed parsed = parse("# Rubrik {#r}\n\na {#ett}\n\n- b {#tva}\n\n| c |\n|---|\n| d {#tre} |\n");
  const std::string html = render_html(parsed.document, {}, {.passage_link = "Till \"{0}\""});
  EXPECT_THAT(
      html,
      HasSubstr(
          "<p id=\"ett\">a\u00A0<a class=\"passage\" href=\"#ett\" aria-label=\"Till &quot;ett&quot;\">#</a></p>"));
  EXPECT_THAT(
      html,
      HasSubstr(
          "<li id=\"tva\">b\u00A0<a class=\"passage\" href=\"#tva\" aria-label=\"Till &quot;tva&quot;\">#</a></li>"));
  EXPECT_THAT(
      html, HasSubstr("<td>d\u00A0<a class=\"passage\" href=\"#tre\" aria-label=\"Till &quot;tre&quot;\">#</a></td>"));
  EXPECT_THAT(html, Not(HasSubstr("href=\"#r\"")));
  EXPECT_THAT(parsed.html, Not(HasSubstr("passage")));
}

TEST(Footnotes, InLinksAndImagesMakeNoLinkInALink) {
  const Parsed parsed = parse("[a [^1]](b) ![c [^1]](d)\n\n[^1]: e\n");
  EXPECT_THAT(parsed.html, HasSubstr("<a href=\"b\">a <sup class=\"footnote-ref\" id=\"fnref-1\">1</sup></a>"));
  EXPECT_THAT(parsed.html, HasSubstr("alt=\"c \""));
}

TEST(Footnotes, CaretWrittenAsAReferenceReadsNoForeignMemory) {
  const Parsed parsed = parse("[&#94;aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa] [&Hat;b] [&#x5e;c]\n");
  EXPECT_EQ(parsed.html, "<p>[^aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa] [^b] [^c]</p>\n");
}

TEST(Footnotes, LabelOverTwoLinesIsText) {
  EXPECT_EQ(parse("[^åäö\nåäö] [^] [^a b]\n").html, "<p>[^åäö\nåäö] [^] [^a b]</p>\n");
  EXPECT_EQ(parse("`[^`\n").html, "<p><code>[^</code></p>\n");
}

TEST(Text, IsPlainAndKnowsItsAnchor) {
  const Parsed parsed = parse(
      "Topp *med*  `kod` &amp; [[a|länk]]  \nrad [^1].\n\n## Rubrik\n\n- ett {#p}\n  - två\n\n| A | B |\n|---|---|\n| "
      "c | |\n\n```\nx < y\n```\n\n![alt](b)\n\n[^1]: not\n");
  std::vector<std::string> blocks;
  for (const TextBlock& block : parsed.document.text())
    blocks.push_back(block.anchor + (block.is_heading ? "# " : ": ") + block.text);
  EXPECT_THAT(blocks, ElementsAre(": Topp med kod & länk rad .", "rubrik# Rubrik", "p: ett", "p: två", "rubrik: A, B",
                                  "rubrik: c", "rubrik: x < y", "rubrik: alt", "fn-1: not"));
}

TEST(TaskLists, AreDisabled) {
  EXPECT_EQ(parse("- [ ] a\n- [x] b\n").html,
            "<ul>\n<li><input type=\"checkbox\" disabled=\"\" /> a</li>\n<li><input type=\"checkbox\" checked=\"\" "
            "disabled=\"\" /> b</li>\n</ul>\n");
}

TEST(Documents, MayBeEmptyAndMoved) {
  Parsed parsed = parse("");
  EXPECT_EQ(parsed.html, "");
  Document moved = std::move(parsed.document);
  EXPECT_EQ(render_html(moved, {}), "");
  EXPECT_EQ(render_html(Document(), {}), "");
}

}  // namespace
}  // namespace vav
