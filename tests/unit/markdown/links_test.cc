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

TEST(Wikilinks, HaveTargetFragmentAndText) {
  const Parsed parsed =
      parse("[[uka]] [[uka#mandat]] [[uka|UKÄ]] [[uka#mandat|deras mandat]] [[#har|nedan]] [[Ny sida]]");
  const auto& links = parsed.document.links();
  ASSERT_THAT(links, SizeIs(6));
  EXPECT_EQ(links[0].target, "uka");
  EXPECT_EQ(links[0].text, "");
  EXPECT_EQ(links[1].fragment, "mandat");
  EXPECT_EQ(links[2].text, "UKÄ");
  EXPECT_EQ(links[3].target, "uka");
  EXPECT_EQ(links[3].fragment, "mandat");
  EXPECT_EQ(links[3].text, "deras mandat");
  EXPECT_EQ(links[4].target, "");
  EXPECT_EQ(links[4].fragment, "har");
  EXPECT_EQ(links[5].target, "Ny sida");
  for (const DocumentLink& link : links) EXPECT_EQ(link.form, LinkForm::wikilink);
}

TEST(Wikilinks, TargetMayHoldWhatMarkdownReads) {
  for (const std::string target : {"a_b_c", "a*b*c", "www.example.org", "http://example.org", "a~b~c", "R&D", "a`b",
                                   "x@y.se", "a<b", "1. a", "AT&amp;T"}) {
    const Parsed parsed = parse("Se [[" + target + "]].");
    ASSERT_THAT(parsed.document.links(), SizeIs(1)) << target;
    EXPECT_EQ(parsed.document.links()[0].target, target);
    EXPECT_EQ(parsed.document.links()[0].form, LinkForm::wikilink) << target;
  }
}

TEST(Wikilinks, StandInEmphasisAndBesideWords) {
  EXPECT_EQ(parse("**[[a]]**en *[[b|c]]* ~~[[d]]~~ x[[e]]y").html,
            "<p><strong><a href=\"a\">a</a></strong>en <em><a href=\"b\">c</a></em> <del><a href=\"d\">d</a></del> x<a "
            "href=\"e\">e</a>y</p>\n");
}

TEST(Wikilinks, AreNotStolenByDefinitions) {
  const Parsed parsed = parse("[[Sida]] och [Sida]\n\n[sida]: /x\n");
  ASSERT_THAT(parsed.document.links(), SizeIs(2));
  EXPECT_EQ(parsed.document.links()[0].form, LinkForm::wikilink);
  EXPECT_EQ(parsed.document.links()[0].target, "Sida");
  EXPECT_EQ(parsed.document.links()[1].target, "/x");
}

TEST(Wikilinks, AreTextInCodeAndAfterBackslash) {
  const Parsed parsed = parse("`[[a]]` ``[[b|c]]`` \\[[d]]\n\n    [[e]]\n\n~~~ [[f]]\n[[g]]\n~~~\n");
  EXPECT_THAT(parsed.document.links(), IsEmpty());
  EXPECT_THAT(parsed.findings(), IsEmpty());
  EXPECT_EQ(parsed.html,
            "<p><code>[[a]]</code> <code>[[b|c]]</code> [[d]]</p>\n<pre><code>[[e]]\n</code></pre>\n"
            "<pre><code class=\"language-[[f]]\">[[g]]\n</code></pre>\n");
}

TEST(Wikilinks, AreTextInLinksAndImages) {
  const Parsed parsed = parse("[a [[b]] c](d) ![e [[f]]](g)");
  ASSERT_THAT(parsed.document.links(), SizeIs(2));
  EXPECT_EQ(parsed.document.links()[0].text, "a [[b]] c");
  EXPECT_EQ(parsed.document.links()[1].text, "e [[f]]");
  EXPECT_THAT(parse("[[1]](a.md)").html, HasSubstr("<a href=\"a.md\">[1]</a>"));
}

TEST(Wikilinks, InTablesWithAndWithoutBackslash) {
  const Parsed parsed = parse("| A | B |\n|---|---|\n| [[a\\|Text]] | [[b|Två]] |\n| `[[c\\|d]]` | x |\n");
  ASSERT_THAT(parsed.document.links(), SizeIs(2));
  EXPECT_EQ(parsed.document.links()[0].text, "Text");
  EXPECT_EQ(parsed.document.links()[1].text, "Två");
  EXPECT_THAT(parsed.html, HasSubstr("<td><a href=\"a\">Text</a></td>\n<td><a href=\"b\">Två</a></td>"));
  EXPECT_THAT(parsed.html, HasSubstr("<td><code>[[c|d]]</code></td>"));
}

TEST(Wikilinks, BrokenOnesAreReported) {
  EXPECT_THAT(parse("å [[trasig").findings(), ElementsAre("broken-wikilink 1:3+2"));
  EXPECT_THAT(parse("[[ok]] \\[[så]] [[]] och [[a|b\nc]]").findings(),
              ElementsAre("broken-wikilink 1:16+2", "broken-wikilink 1:25+2"));
  EXPECT_EQ(parse("[[ ]] [[|a]] [[#]]").document.links().size(), 0U);
}

TEST(Wikilinks, ForgedMarksAreNoLinks) {
  const Parsed parsed = parse("&#xFDD0;0&#xFDD1; [[a]] &#xFDD0;0&#xFDD1; \xEF\xB7\x90 &#xFDD0;7&#xFDD1;");
  EXPECT_THAT(parsed.document.links(), SizeIs(1));
}

TEST(Wikilinks, ShowOwnTextThenThatOfTheTargetThenTheName) {
  prime_markdown_parser();
  Diagnostics diagnostics;
  const Document document = parse_markdown("[[uka]] [[uka|de]] [[skr]] [[x]]", "a.md", 1, diagnostics);
  const std::vector<LinkTarget> targets = {{.href = "../uka/", .text = "UKÄ & co"},
                                           {.href = "u", .text = "UKÄ"},
                                           {.href = "s", .text = ""},
                                           {.href = "", .text = ""}};
  EXPECT_EQ(render_html(document, targets),
            "<p><a href=\"../uka/\">UKÄ &amp; co</a> <a href=\"u\">de</a> <a href=\"s\">skr</a> x</p>\n");
}

TEST(Links, OfAllForms) {
  const Parsed parsed =
      parse("[a](b.md#c) [d][r] <https://e.se/?f=1&g> www.h.se i@j.se ![k](l%20m.png \"n\")\n\n[r]: <o p.md> 'q'\n");
  const auto& links = parsed.document.links();
  ASSERT_THAT(links, SizeIs(6));
  EXPECT_EQ(links[0].target + "#" + links[0].fragment, "b.md#c");
  EXPECT_EQ(links[1].target, "o p.md");
  EXPECT_EQ(links[2].target, "https://e.se/?f=1&g");
  EXPECT_EQ(links[3].target, "http://www.h.se");
  EXPECT_EQ(links[4].target, "mailto:i@j.se");
  EXPECT_EQ(links[5].form, LinkForm::image);
  EXPECT_EQ(links[5].target, "l m.png");
  EXPECT_EQ(links[5].text, "k");
}

TEST(Links, TargetsAreDecodedButAddressesWithASchemeStay) {
  const Parsed parsed =
      parse("[a](m%C3%B6te.md#r%C3%A5d) [b](https://x.se/a%2Fb#c%20d) [c](d%FF.md) [e](f&auml;g.md) [h](a%00b)");
  const auto& links = parsed.document.links();
  EXPECT_EQ(links[0].target, "möte.md");
  EXPECT_EQ(links[0].fragment, "råd");
  EXPECT_EQ(links[1].target, "https://x.se/a%2Fb");
  EXPECT_EQ(links[1].fragment, "c%20d");
  EXPECT_EQ(links[2].target, "d%FF.md");
  EXPECT_EQ(links[3].target, "fäg.md");
  EXPECT_EQ(links[4].target, "a%00b");
}

TEST(Links, AreRenderedByTheirTargets) {
  prime_markdown_parser();
  Diagnostics diagnostics;
  const Document document = parse_markdown(R"([a *b*](x "t") [c](y) ![d "e"](z) ![f](w))", "a.md", 1, diagnostics);
  const std::vector<LinkTarget> targets = {
      {.href = "https://x.se/?a=1&b='2'", .text = {}, .external = true},
      {.href = "", .text = {}},
      {.href = "bild å.png", .text = {}, .external = false, .width = 640, .height = 480},
      {.href = "", .text = {}}};
  EXPECT_EQ(render_html(document, targets),
            "<p><a href=\"https://x.se/?a=1&amp;b=&#x27;2&#x27;\" title=\"t\" class=\"external\">a <em>b</em></a> c "
            "<img src=\"bild%20%C3%A5.png\" alt=\"d &quot;e&quot;\" width=\"640\" height=\"480\" loading=\"lazy\" /> "
            "f</p>\n");
}

TEST(Links, OrderIsThatOfTheTextWithFootnotesLast) {
  const Parsed parsed = parse("[^1] [[a]]\n\n[^1]: [[not]] [x](y)\n\n[[b]]\n\n| [[c]] |\n|---|\n| [[d]] |\n");
  std::vector<std::string> targets;
  for (const DocumentLink& link : parsed.document.links()) targets.push_back(link.target);
  EXPECT_THAT(targets, ElementsAre("a", "b", "c", "d", "not", "y"));
}

TEST(Links, KnowTheirPassage) {
  const Parsed parsed = parse(
      "[[noll]]\n\n## Rubrik [[ett]]\n\n[[tva]]\n\n[[tre]] {#stycke}\n\n- [[fyra]] {#punkt}\n\n  [[fem]]\n- [[sex]]\n\n"
      "| [[sju]] |\n|---|\n| [[atta]] {#rad} |\n\n[^n]\n\n[^n]: [[nio]]\n");
  std::vector<std::string> passages;
  for (const DocumentLink& link : parsed.document.links()) passages.push_back(link.passage);
  EXPECT_THAT(passages, ElementsAre("", "rubrik-ett", "rubrik-ett", "stycke", "punkt", "punkt", "rubrik-ett",
                                    "rubrik-ett", "rad", "fn-n"));
}

TEST(Places, CountCharactersAfterTheFirstLine) {
  const Parsed parsed = parse("Åäö [[traff-2]] och [[UKÄ#å|x]] samt [[#här|y]].\n\n> - indraget [[å]]\n", 10);
  EXPECT_EQ(parsed.place_of_link(0), "10:7+7");
  EXPECT_EQ(parsed.place_of_link(1), "10:23+3");
  EXPECT_EQ(parsed.place_of_link(2), "10:40+4");
  EXPECT_EQ(parsed.place_of_link(3), "12:16+1");
}

TEST(Places, OfOrdinaryLinks) {
  const Parsed parsed = parse(
      "å `[x](a.md)` \\[x](a.md) [x](a.md)\n   [*y*](<b å.md#z> \"t\") &amp; [c](#d)\n![e](f.png) [![g](h.png)](i.md) "
      "<http://j.se> www.k.se\n");
  EXPECT_EQ(parsed.place_of_link(0), "1:30+4");
  EXPECT_EQ(parsed.place_of_link(1), "2:11+6");
  EXPECT_EQ(parsed.place_of_link(2), "2:36+2");
  EXPECT_EQ(parsed.place_of_link(3), "3:6+5");
  EXPECT_EQ(parsed.place_of_link(4), "3:27+4");  // the outer link comes first
  EXPECT_EQ(parsed.place_of_link(5), "3:19+5");
  EXPECT_EQ(parsed.place_of_link(6), "3:34+11");
  EXPECT_EQ(parsed.place_of_link(7), "3:47+8");
}

TEST(Places, OfReferencesAreTheWholeLink) {
  const Parsed parsed = parse("ä [text][r], [r][] och [r] [x](u)\n\n[r]: u\n");
  EXPECT_EQ(parsed.place_of_link(0), "1:3+9");
  EXPECT_EQ(parsed.place_of_link(1), "1:14+5");
  EXPECT_EQ(parsed.place_of_link(2), "1:24+3");
  EXPECT_EQ(parsed.place_of_link(3), "1:32+1");
}

TEST(Places, InTablesAlsoDirectlyAfterText) {
  const Parsed parsed = parse("före [a](b)\n| ö [c](d) |\n|---|\n| å [e](f) | [x](y) |\n| \\| [g](h) [[i\\|j]]\n");
  EXPECT_EQ(parsed.place_of_link(0), "1:10+1");
  EXPECT_EQ(parsed.place_of_link(1), "2:9+1");
  EXPECT_EQ(parsed.place_of_link(2), "4:9+1");
  EXPECT_EQ(parsed.place_of_link(3), "5:10+1");
  EXPECT_EQ(parsed.place_of_link(4), "5:15+1");
}

TEST(Places, OverLineEndsOfAllKinds) {
  const Parsed parsed = parse("a\r\n[[b]]\r\n\r\nc\rd [[e]]\r\n");
  EXPECT_EQ(parsed.place_of_link(0), "2:3+1");
  EXPECT_EQ(parsed.place_of_link(1), "4:7+1");
}

TEST(FormerIds, AreTheFirstThingInWhatHasTheId) {
  const Parsed parsed = parse("## Rubrik\n\nText. {#a}\n\n- Punkt. {#b}\n\n| x | y |\n|---|---|\n| 1 | 2 {#c} |\n");
  const std::string html =
      render_html(parsed.document, {}, {}, {}, {},
                  {{"a", "a1"}, {"a", "a2"}, {"b", "b1"}, {"c", "c1"}, {"rubrik", "h1"}, {"no", "n"}});
  EXPECT_THAT(html, HasSubstr("<p id=\"a\"><span id=\"a1\"></span><span id=\"a2\"></span>Text."));
  EXPECT_THAT(html, HasSubstr("<li id=\"b\"><span id=\"b1\"></span>Punkt."));
  EXPECT_THAT(html, HasSubstr("<td><span id=\"c1\"></span>1</td>"));
  EXPECT_THAT(html, HasSubstr("<h2 id=\"rubrik\"><span id=\"h1\"></span>Rubrik"));
  EXPECT_THAT(html, Not(HasSubstr("\"n\"")));
  EXPECT_EQ(render_html(parsed.document, {}).find("<span"), std::string::npos);
}

}  // namespace
}  // namespace vav
