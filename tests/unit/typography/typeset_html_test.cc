// Word by word: what goes in, and what must come out. "_" stands for a no-break space in what is expected.
#include "typography/typeset_html.h"

#include <gtest/gtest.h>
#include <random>
#include <string>
#include <vector>

#include "base/text.h"

namespace vav {
namespace {

struct Pair {
  std::string written, expected;
};

std::string with_spaces(const std::string& expected) {
  return replace_all(expected, "_", "\u00A0");
}

void expect_pairs(const std::vector<Pair>& pairs, const std::string& language) {
  for (const Pair& pair : pairs) {
    const std::string expected = with_spaces(pair.expected);
    EXPECT_EQ(typeset_html(pair.written, language), expected) << pair.written;
    EXPECT_EQ(typeset_html(expected, language), expected) << "a second time: " << pair.written;
  }
}

TEST(Swedish, QuotationMarksAreTheSameOnBothSides) {
  expect_pairs({{R"(Hon sa "ja" och gick.)", "Hon sa ”ja” och gick."},
                {"Hon sa &quot;ja&quot;.", "Hon sa ”ja”."},
                {"Hon sa “ja” och „nej“.", "Hon sa ”ja” och ”nej”."},
                {R"("Han sa 'nej' till mig")", "”Han sa ’nej’ till mig”"},
                {"Rock &#39;n&#39; roll, ‘så’ och d'accord", "Rock ’n’ roll, ’så’ och d’accord"},
                {"Redan ”rätt” och »rätt».", "Redan ”rätt” och »rätt»."}},
               "sv");
}

TEST(Swedish, DashesInSentences) {
  expect_pairs({{"Resurser - inte idéer - saknas.", "Resurser – inte idéer – saknas."},
                {"Resurser -- inte idéer --- saknas.", "Resurser – inte idéer – saknas."},
                {"Träff 2 - grupperna", "Träff 2 – grupperna"},
                {"för- och nackdelar, in- och utflyttning", "för- och nackdelar, in- och utflyttning"},
                {"UKÄ-rapport och icke-statlig", "UKÄ-rapport och icke-statlig"},
                {"- först på raden", "- först på raden"},
                {"sist på raden -", "sist på raden -"},
                {"5 - 3 är 2, och -5 grader", "5 - 3 är 2, och -5 grader"},
                {"Redan – rätt", "Redan – rätt"}},
               "sv");
}

TEST(Swedish, RangesOfFigures) {
  expect_pairs({{"årskurs 7-9", "årskurs 7–9"},
                {"7 - 9 procent", "7–9 procent"},
                {"åren 2024-2025", "åren 2024–2025"},
                {"läsåret 2024-25", "läsåret 2024–25"},
                {"mellan 1,5-2,5 procent", "mellan 1,5–2,5 procent"},
                {"s. 12-14", "s._12–14"},
                {"9 000-12 000 kronor", "9_000–12_000_kronor"},
                {"18-24-åringar", "18–24-åringar"},
                {"kl. 9.00-15.30", "kl._9.00–15.30"},
                {"kl. 09:00-15:30.", "kl._09:00–15:30."},
                {"den 8-9 maj", "den 8–9_maj"},
                {"(5-7 §)", "(5–7_§)"}},
               "sv");
}

TEST(Swedish, HyphensBetweenFiguresThatAreNoRange) {
  expect_pairs({{"2025-09-30", "2025-09-30"},
                {"2025-09", "2025-09"},
                {"2009-12", "2009-12"},
                {"dnr 2024-3456", "dnr 2024-3456"},
                {"031-392 90 00", "031-392 90 00"},
                {"08-123 45 67", "08-123 45 67"},
                {"+46 8-123 45 67", "+46 8-123 45 67"},
                {"ISBN 978-91-88743-12-5", "ISBN 978-91-88743-12-5"},
                {"19121212-1212 och 60-40", "19121212-1212 och 60-40"},
                {"SFS 2010:1-3, A2024/1-2", "SFS_2010:1-3, A2024/1-2"},
                {"covid-19, G7-20, 1990-talet", "covid-19, G7-20, 1990-talet"},
                {"1-2-3", "1-2-3"},
                {"rapport-2026-5", "rapport-2026-5"}},
               "sv");
}

TEST(Swedish, NoBreakSpaces) {
  expect_pairs({{"10 000 kr och 1 250 000 kronor", "10_000_kr och 1_250_000_kronor"},
                {"25 % eller 1,5 ‰", "25_% eller 1,5_‰"},
                {"enligt 5 § och 9 och 12 §§", "enligt 5_§ och 9 och 12_§§"},
                {"2 kap. 3 § tredje stycket", "2_kap._3_§ tredje stycket"},
                {"se s. 12 och sidan 14", "se s._12 och sidan_14"},
                {"Kl. 9.00 den 30 september 2025", "Kl._9.00 den 30_september 2025"},
                {"nr 5, Nr 6, art. 7", "nr_5, Nr_6, art._7"},
                {"t. ex. så, bl. a. så, o. s. v.", "t._ex. så, bl._a. så, o._s._v."},
                {"t.ex. så", "t.ex. så"},
                {"rad\nett 30\nseptember", "rad\nett 30_september"}},
               "sv");
}

TEST(Swedish, SpacesThatMayBreak) {
  expect_pairs({{"år 2025 100 deltagare", "år 2025 100 deltagare"},
                {"träff 2 på 12 ställen", "träff 2 på 12 ställen"},
                {"75 septemberdagar, 35 september", "75 septemberdagar, 35 september"},
                {"3 majoriteter", "3 majoriteter"},
                {"08 123 456", "08 123_456"},
                {"12  000", "12  000"},
                {"i 5 mål", "i 5 mål"}},
               "sv");
}

TEST(Swedish, EllipsesAndWhatStaysAsItIs) {
  expect_pairs({{"Och så ... ja.", "Och så … ja."},
                {"[...] vidare", "[…] vidare"},
                {"Fyra .... och två ..", "Fyra .... och två .."},
                {"2,5 procent av 10000, 1.234", "2,5 procent av 10000, 1.234"},
                {"v. 2-3 och A–Ö", "v. 2–3 och A–Ö"},
                {"", ""},
                {"ett < två & tre", "ett < två & tre"}},
               "sv");
}

TEST(English, HasItsOwnMarks) {
  expect_pairs({{R"(She said "yes" and left.)", "She said “yes” and left."},
                {R"("He said 'no' to me," she said.)", "“He said ‘no’ to me,” she said."},
                {"It's the agency's own; the '90s.", "It’s the agency’s own; the ’90s."},
                {R"(- "x" - (see "y"))", "- “x” – (see “y”)"},
                {"pages 9-15, pp. 9-15", "pages 9–15, pp._9–15"},
                {"on 30 September 2025", "on 30_September 2025"},
                {"10 000 people", "10_000 people"},
                {"30 september", "30 september"}},
               "en");
}

TEST(Languages, TheNearestOneDecides) {
  expect_pairs({{R"(<p>"a" <span lang="en">"b"</span> "c"</p>)", R"(<p>”a” <span lang="en">“b”</span> ”c”</p>)"},
                {R"(<p lang="en">"b" <i lang="sv">"a"</i></p>)", R"(<p lang="en">“b” <i lang="sv">”a”</i></p>)"},
                {R"(<p lang="de">"b" 25 %</p>"c")", R"(<p lang="de">"b" 25 %</p>”c”)"},
                {R"(<i lang="">"x"</i> <b lang='en-GB'>"y"</b>)", R"(<i lang="">"x"</i> <b lang='en-GB'>“y”</b>)"},
                {R"(25 <span lang="fr">%</span>)", R"(25 <span lang="fr">%</span>)"}},
               "sv");
  EXPECT_EQ(typeset_html("\"x\" 25 %", "fi"), "\"x\" 25 %");
  EXPECT_EQ(typeset_html("<html lang=\"sv\">\"x\"</html>", "en"), "<html lang=\"sv\">”x”</html>");
}

TEST(Elements, TextRunsThroughThoseOfTheLine) {
  expect_pairs({{R"("<strong>fet</strong> text")", "”<strong>fet</strong> text”"},
                {"<b>25</b> % av <i>10</i> 000", "<b>25</b>_% av <i>10</i>_000"},
                {"<b>7</b>-<b>9</b>", "<b>7</b>–<b>9</b>"},
                {R"(<time datetime="2025-09-30">30 september 2025</time>)",
                 R"(<time datetime="2025-09-30">30_september 2025</time>)"},
                {"7 <b>-</b> 9", "7<b>–</b>9"}},
               "sv");
  // To know whether a mark opens or closes, one has to look across the tags.
  expect_pairs({{R"(<b>"</b>bold<i>" text</i>)", "<b>“</b>bold<i>” text</i>"},
                {R"(<p>end</p>"start")", "<p>end</p>“start”"},
                {R"(<code>x</code>"s and "<code>x</code>")", "<code>x</code>”s and “<code>x</code>”"}},
               "en");
}

TEST(Elements, WhatStandsApartBelongsToNoWord) {
  expect_pairs({{"10<sup>1</sup> 000", "10<sup>1</sup> 000"},
                {"<li>25</li><li>%</li>", "<li>25</li><li>%</li>"},
                {"<span>25</span> <span>000</span>", "<span>25</span> <span>000</span>"},
                {"10<br>000", "10<br>000"},
                {"25 <code>%</code>", "25 <code>%</code>"}},
               "sv");
}

TEST(Elements, CodeAndAttributesStayByteForByte) {
  for (const std::string html :
       {R"(<pre><code>if (a - b) "x" ... 25 %</code></pre>)", R"(<p title='"x" 25 %' data-x="a - b">y</p>)",
        R"(<a href="x?a='b'&amp;c=9-15">y</a>)", R"(<!-- "x" 25 % -->)", R"(<script>"x" - "</p>" </script>)",
        R"(<kbd>"</kbd><samp>"</samp><style>a { content: "x" }</style>)", R"(<textarea>"x" <b></textarea>)",
        R"(<a title=">">y</a>)", R"(<!DOCTYPE html "x">)"})
    EXPECT_EQ(typeset_html(html, "sv"), html);
  EXPECT_EQ(typeset_html("<code>\"<b>\"</b></code>\"", "sv"), "<code>\"<b>\"</b></code>”");
}

TEST(Elements, AddressesInTheTextAreLeftAlone) {
  expect_pairs({{"se https://x.se/9-15/'a'...b", "se https://x.se/9-15/'a'...b"},
                {R"(se "https://x.se/a'b".)", "se ”https://x.se/a'b”."},
                {"(www.x.se/7-9) och a'b@x.se", "(www.x.se/7-9) och a'b@x.se"}},
               "sv");
}

TEST(Elements, HtmlThatIsNotWellFormed) {
  EXPECT_EQ(typeset_html("</p><p>\"x\"<b>y</p>\"z\"<", "sv"), "</p><p>”x”<b>y</p>”z”<");
  EXPECT_EQ(typeset_html("<p title=\"x>y", "sv"), "<p title=\"x>y");
  EXPECT_EQ(typeset_html("<!-- \"", "sv"), "<!-- \"");
  EXPECT_EQ(typeset_html("<p>x &quot", "sv"), "<p>x &quot");
  EXPECT_EQ(typeset_html("<script>\"", "sv"), "<script>\"");
}

std::vector<WordBreak> breaks_of(const std::vector<std::string>& written) {
  std::vector<WordBreak> breaks;
  for (const std::string& one : written) breaks.push_back(*parse_word_break(one));
  return breaks;
}

TEST(Breaks, LongWordsOfHeadingsMayBreakWhereTheListSays) {
  const auto breaks = breaks_of({"ämbets|verk", "ämbets|verks|chef", "o|ord"});
  const std::vector<std::pair<std::string, std::string>> pairs = {
      {"<h1>Ämbetsverk</h1>", "<h1>Ämbets\u00ADverk</h1>"},
      {"<h2>\"ÄMBETSVERKENS\" sak</h2>", "<h2>”ÄMBETS\u00ADVERKENS” sak</h2>"},
      {"<h3><a href=\"ambetsverk\">Äm<em>bets</em>verk</a></h3>",
       "<h3><a href=\"ambetsverk\">Äm<em>bets</em>\u00ADverk</a></h3>"},
      {"<h1>Ämbetsverkschefer, ämbetsverk-ämbetsverk</h1>",
       "<h1>Ämbets\u00ADverks\u00ADchefer, ämbets\u00ADverk-ämbets\u00ADverk</h1>"},
      {"<h1 lang=\"fi\">ämbetsverk <span lang=\"en\">ämbetsverk</span></h1>",
       "<h1 lang=\"fi\">ämbets\u00ADverk <span lang=\"en\">ämbets\u00ADverk</span></h1>"}};
  for (const auto& [written, wanted] : pairs) EXPECT_EQ(typeset_html(written, "sv", breaks), wanted);
}

TEST(Breaks, AllElseStaysWhole) {
  const auto breaks = breaks_of({"ämbets|verk"});
  for (const std::string html :
       {"<p>ämbetsverk</p>", "<h4>ämbetsverk</h4>", "<h1>underämbetsverk ämbetsv</h1>", "<h1>ä\u00ADmbetsverk</h1>",
        "<h1>ämbetsverk\u00ADet</h1>", "<h1>www.ämbetsverk.se <code>ämbetsverk</code></h1>",
        "<title>ämbetsverk</title>", "<h1 title=\"ämbetsverk\">x</h1>ämbetsverk", "<h1>x</h1></h1><p>ämbetsverk</p>"})
    EXPECT_EQ(typeset_html(html, "sv", breaks), html);
}

// Made of the pieces that rules look at, so that they meet in every order.
TEST(Typesetting, DoneTwiceIsDoneOnce) {
  const std::vector<std::string> pieces = {
      "\"",   "'",      "-",     "--",      " ",      " ",   " ",      "...",       ".",
      "9",    "15",     "000",   "2024",    "1,5",    "kl.", "s.",     "september", "%",
      "§",    "t.",     "ex.",   "a",       "Ö",      "(",   ")",      "/",         "<b>",
      "</b>", "<p>",    "</p>",  "“",       "\u00A0", "–",   "<code>", "</code>",   "<i lang=\"en\">",
      "</i>", "&quot;", "&amp;", "http://", "@",      "\n",  "<br>",   "+",         "9.30",
      "<h1>", "</h1>",  "ab",    "cd",      "\u00AD"};
  const auto breaks = breaks_of({"ab|cd", "a|b", "abc|dab"});
  std::mt19937 random(20261122);
  for (int round = 0; round < 30'000; ++round) {
    std::string text;
    for (std::size_t i = 3 + random() % 14; i > 0; --i) text += pieces[random() % pieces.size()];
    for (const std::string language : {"sv", "en"}) {
      const std::string once = typeset_html(text, language, breaks);
      ASSERT_EQ(typeset_html(once, language, breaks), once) << text;
    }
  }
}

}  // namespace
}  // namespace vav
