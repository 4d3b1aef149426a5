// Text in which words may become links by themselves, and what becomes of it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "parsed.h"

namespace vav {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

// The runs of all blocks, in order.
std::vector<std::string> runs_of(const Document& document) {
  std::vector<std::string> runs;
  for (const LinkableBlock& block : document.linkable()) {
    for (const LinkableRun& run : block.runs) runs.push_back(block.text.substr(run.begin, run.end - run.begin));
  }
  return runs;
}

std::vector<std::string> runs_of(const std::string& text) {
  return runs_of(parse(text).document);
}

// Every "AAA" of the text leads to a.html; "BBB" is an abbreviation; "CCC:s" is both.
std::string linked_html(const std::string& text) {
  const Parsed parsed = parse(text);
  std::vector<LinkedWords> linked;
  for (std::size_t b = 0; b < parsed.document.linkable().size(); ++b) {
    const LinkableBlock& block = parsed.document.linkable()[b];
    for (const LinkableRun& run : block.runs) {
      for (std::size_t at = run.begin; at + 3 <= run.end; ++at) {
        const std::string word = block.text.substr(at, 3);
        if (word == "AAA") linked.push_back({b, at, at + 3, at + 3, "a.html", ""});
        if (word == "BBB") linked.push_back({b, at, at + 3, at + 3, "", "Be \"&\" be"});
        if (word == "CCC") linked.push_back({b, at, at + 5, at + 3, "c.html", "Ce"});
      }
    }
  }
  return render_html(parsed.document, written_targets(parsed.document), {}, {}, linked);
}

TEST(Runs, AreTheWordsOfParagraphsItemsAndCells) {
  EXPECT_THAT(runs_of("One text.\n\n- two\n- three *four* and **five**\n\n> six\n\n| h |\n|---|\n| seven |\n"),
              ElementsAre("One text.", "two", "three ", "four", " and ", "five", "six", "seven"));
  EXPECT_THAT(runs_of("ett[^1]\n\n[^1]: noten\n"), ElementsAre("ett", "noten"));
  EXPECT_THAT(runs_of("över\nraden"), ElementsAre("över raden")) << "a line end reads as a space";
}

TEST(Runs, AreNotInLinksCodeHeadingsImagesOrOtherLanguages) {
  for (const char* text : {"[word](x)",
                           "[[word]]",
                           "[[x|word]]",
                           "[*word*](x)",
                           "[word][r]\n\n[r]: /x\n",
                           "<https://word.se>",
                           "www.word.se",
                           "`word`",
                           "    word\n",
                           "```\nword\n```",
                           "# word",
                           "## word",
                           "word\n===\n",
                           "![word](x.png)",
                           "![a *word*](x)",
                           "[word]{lang=en}",
                           "[a **word** c]{lang=en}",
                           "::: lang en\nword\n:::\n",
                           "::: internal\nword\n:::\n",
                           "| word |\n|---|\n| [word](x) |\n",
                           "[word](javascript:x)",
                           "::: lang en\n[^1]: word\n:::\n"}) {
    EXPECT_THAT(runs_of(std::string(text)), IsEmpty()) << text;
  }
  EXPECT_THAT(runs_of("före [x]{lang=en} efter\n\n::: lang en\ny\n:::\n\nsedan"),
              ElementsAre("före ", " efter", "sedan"));
}

TEST(Runs, KnowTheLinksBeforeThem) {
  const Parsed parsed = parse("före [[x]] efter [y](z)\n\nsist");
  std::vector<std::size_t> before;
  for (const LinkableBlock& block : parsed.document.linkable()) {
    for (const LinkableRun& run : block.runs) before.push_back(run.links_before);
  }
  EXPECT_THAT(before, ElementsAre(0, 1, 2));
}

TEST(Runs, AreWrittenAsTheyWereWhenNothingIsLinked) {
  const std::string text = "a & b < c \"d\" &amp; \\* e\nf  \ng *h* i\n\n- x\n  - y & z\n\n1. t\n";
  EXPECT_EQ(parse(text).html, linked_html(text));
  EXPECT_THAT(parse(text).html, HasSubstr("<p>a &amp; b &lt; c &quot;d&quot; &amp; * e\nf<br />\ng <em>h</em> i</p>"));
}

TEST(Runs, TakeLinksAndAbbreviations) {
  EXPECT_EQ(linked_html("Den AAA & AAA."), "<p>Den <a href=\"a.html\">AAA</a> &amp; <a href=\"a.html\">AAA</a>.</p>\n");
  EXPECT_EQ(linked_html("**AAA** [AAA](b) BBB"),
            "<p><strong><a href=\"a.html\">AAA</a></strong> <a href=\"b\">AAA</a> "
            "<abbr title=\"Be &quot;&amp;&quot; be\">BBB</abbr></p>\n");
  EXPECT_EQ(linked_html("och CCC:s ö\nCCC:s"),
            "<p>och <a href=\"c.html\"><abbr title=\"Ce\">CCC</abbr>:s</a> ö\n"
            "<a href=\"c.html\"><abbr title=\"Ce\">CCC</abbr>:s</a></p>\n");
  EXPECT_THAT(linked_html("- x AAA\n- AAA\n\n| AAA |\n|---|\n| y | \n| AAA |\n"),
              HasSubstr("<li>x <a href=\"a.html\">AAA</a></li>\n<li><a href=\"a.html\">AAA</a></li>"));
}

TEST(Runs, AWikilinkMayShowAnAbbreviation) {
  const Parsed parsed = parse("Se [[CCC]] nu.");
  const std::vector<LinkTarget> targets = {{.href = "c.html", .text = "CCC", .stands_for = "Ce"}};
  EXPECT_EQ(render_html(parsed.document, targets),
            "<p>Se <a href=\"c.html\"><abbr title=\"Ce\">CCC</abbr></a> nu.</p>\n");
}

TEST(Runs, KnowTheirSentenceAndPassage) {
  const Parsed parsed = parse("Ett. Två AAA tre. Fyra. {#p}\n");
  const LinkableBlock& block = parsed.document.linkable().at(0);
  EXPECT_EQ(block.passage, "p");
  EXPECT_EQ(Document::sentence_in(block, 10, 13), "Två AAA tre.");
}

}  // namespace
}  // namespace vav
