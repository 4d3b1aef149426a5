// [text]{lang=en}
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "parsed.h"

namespace vav {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

std::string html_of(const std::string& text) {
  const Parsed parsed = parse(text);
  EXPECT_THAT(parsed.findings(), IsEmpty()) << text;
  return parsed.html;
}

TEST(Languages, OfWordsAreSpans) {
  EXPECT_EQ(html_of("Om [gender mainstreaming]{lang=en} här."),
            "<p>Om <span lang=\"en\">gender mainstreaming</span> här.</p>\n");
  EXPECT_EQ(html_of("[a]{lang=en}[b]{lang=de-CH} [c]{lang= sme }"),
            "<p><span lang=\"en\">a</span><span lang=\"de-CH\">b</span> <span lang=\"sme\">c</span></p>\n");
  EXPECT_EQ(html_of("[en\nrad]{lang=en} [*x*]{lang=en}"),
            "<p><span lang=\"en\">en\nrad</span> <span lang=\"en\"><em>x</em></span></p>\n");
}

TEST(Languages, HoldInlinesOfAllKinds) {
  EXPECT_EQ(html_of("x [a *b* [[c|d]] [e](f) `g]` ~~h~~ ![i](j) <http://k.se>]{lang=en} y"),
            "<p>x <span lang=\"en\">a <em>b</em> <a href=\"c\">d</a> <a href=\"f\">e</a> <code>g]</code> <del>h</del> "
            "<img src=\"j\" alt=\"i\" loading=\"lazy\" /> <a href=\"http://k.se\">http://k.se</a></span> y</p>\n");
  EXPECT_EQ(
      html_of("[[[a]]]{lang=en} **[b]{lang=en}** [c [d]{lang=sv} e]{lang=en} [f [g]{lang=en}](h)"),
      "<p><span lang=\"en\"><a href=\"a\">a</a></span> <strong><span lang=\"en\">b</span></strong> "
      "<span lang=\"en\">c <span lang=\"sv\">d</span> e</span> <a href=\"h\">f <span lang=\"en\">g</span></a></p>\n");
  EXPECT_THAT(html_of("| [a\\|b [[c\\|d]]]{lang=en} |\n|---|\n| x[^1] [y[^1]]{lang=en} |\n\n[^1]: [n]{lang=en}\n"),
              HasSubstr("<th scope=\"col\"><span lang=\"en\">a|b <a href=\"c\">d</a></span></th>"));
  EXPECT_THAT(html_of("![a [b]{lang=en}](c)"), HasSubstr("alt=\"a b\""));
}

TEST(Languages, LeavePlainTextAlone) {
  const Parsed parsed =
      parse("Om [gender]{lang=en} i [[a]].\n\n## Om [*x* y]{lang=en} z\n\nHär [w [[b]]]{lang=en}. {#p}\n");
  ASSERT_EQ(parsed.document.links().size(), 2U);
  EXPECT_EQ(parsed.document.links()[0].sentence, "Om gender i a.");
  EXPECT_EQ(parsed.document.links()[1].sentence, "Här w b.");
  EXPECT_EQ(parsed.document.text()[0].text, "Om gender i a.");
  EXPECT_EQ(parsed.document.headings()[0].text, "Om x y z");
  EXPECT_EQ(parsed.document.headings()[0].id, "om-x-y-z");
  EXPECT_EQ(parsed.document.passages()[0].text, "Här w b.");
  EXPECT_EQ(parsed.place_of_link(0), "1:26+1");
  EXPECT_EQ(parsed.place_of_link(1), "5:10+1");
}

TEST(Languages, PlacesAfterThemStayRight) {
  const Parsed parsed = parse("å [b *c*]{lang=en-GB} [d](e) [f [g](h)]{lang=en}, [i][j] <b>\n\n[j]: k\n");
  EXPECT_EQ(parsed.place_of_link(0), "1:27+1");
  EXPECT_EQ(parsed.place_of_link(1), "1:37+1");
  EXPECT_EQ(parsed.place_of_link(2), "1:51+6");
  EXPECT_THAT(parsed.findings(), ElementsAre("raw-html 1:58+3"));
}

TEST(Languages, BadCodesAreReportedAtTheCode) {
  const Parsed parsed = parse("å [b]{lang=engelska} [c]{lang=en_GB}\n[d]{lang=} [e]{lang=\"en\"}", 3);
  EXPECT_THAT(parsed.findings(),
              ElementsAre("bad-language 3:12+8", "bad-language 3:31+5", "bad-language 4:4+7", "bad-language 4:21+4"));
  EXPECT_EQ(parsed.html, "<p>å b c\nd e</p>\n");
  EXPECT_EQ(parsed.diagnostics.all()[0].message.english, "'engelska' is no language code");
  EXPECT_EQ(parsed.diagnostics.all()[0].hint.english, "write a code such as en, sv or en-GB: '[text]{lang=en}'");
}

TEST(Languages, EscapedBracketsAndCodeAreText) {
  EXPECT_EQ(html_of(R"(\[a]{lang=en} [b\]{lang=en} [c]\{lang=en} `[d]{lang=en}`)"),
            "<p>[a]{lang=en} [b]{lang=en} [c]{lang=en} <code>[d]{lang=en}</code></p>\n");
  EXPECT_EQ(html_of(R"(\[a [b\] \[c]{lang=en})"), "<p>[a <span lang=\"en\">b] [c</span></p>\n");
  EXPECT_EQ(html_of(R"([x](y\[z) `\[` [a]{lang=en})"),
            "<p><a href=\"y%5Bz\">x</a> <code>\\[</code> <span lang=\"en\">a</span></p>\n");
  EXPECT_EQ(html_of("    [a]{lang=en}\n"), "<pre><code>[a]{lang=en}\n</code></pre>\n");
}

TEST(Languages, WhatIsNoneStaysAsItIs) {
  for (const std::string text :
       {"a]{lang=en}", "a {lang=en}", "[a] {lang=en}", "[a]{lang=en", "[a]{lang}", "[a]{lang=[b]}"})
    EXPECT_EQ(html_of(text), "<p>" + text + "</p>\n");
  EXPECT_EQ(html_of("*[a*]{lang=en}"), "<p><em>[a</em>]{lang=en}</p>\n");
  EXPECT_EQ(html_of("[a]{lang=en} [a]\n\n[a]: b"), "<p><a href=\"b\">a</a>{lang=en} <a href=\"b\">a</a></p>\n");
  EXPECT_EQ(html_of("]{lang=en} [a](b){lang=en}"), "<p>]{lang=en} <a href=\"b\">a</a>{lang=en}</p>\n");
}

TEST(Languages, ManyAndDeepOnesTakeNoTime) {
  std::string many, deep;
  for (int i = 0; i < 20'000; ++i) many += "[a]{lang=en} [";
  EXPECT_THAT(parse(many).html, HasSubstr("<span lang=\"en\">a</span> [<span"));
  for (int i = 0; i < 50'000; ++i) deep += "[a";
  for (int i = 0; i < 50'000; ++i) deep += "a]{lang=en}";
  EXPECT_THAT(parse(deep).html, HasSubstr("<span lang=\"en\">a[a[a"));
}

TEST(Languages, ForgedMarksDoNoHarm) {
  EXPECT_EQ(html_of("[a]{lang=en} [b]&#xFDD0;0&#xFDD1;"),
            "<p><span lang=\"en\">a</span> <span lang=\"en\">b</span></p>\n");
}

}  // namespace
}  // namespace vav
