// `::: internal` hides, in every place and however it is miswritten; `::: lang en` names a language.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "markdown/blocks.h"
#include "parsed.h"

namespace vav {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

// All that a page may show, in one text.
std::string all_of(const Parsed& parsed) {
  std::string all = parsed.html;
  for (const TextBlock& block : parsed.document.text()) all += block.text + "#" + block.anchor;
  for (const Heading& heading : parsed.document.headings()) all += heading.text + "#" + heading.id;
  for (const Passage& passage : parsed.document.passages()) all += passage.text + "#" + passage.id;
  for (const DocumentLink& link : parsed.document.links())
    all += link.target + link.fragment + link.text + link.sentence + link.passage;
  return all;
}

void expect_hidden(const std::string& text, const std::vector<std::string>& findings) {
  const Parsed parsed = parse(text);
  EXPECT_EQ(parsed.findings(), findings) << text;
  EXPECT_THAT(all_of(parsed), Not(HasSubstr("hemlig"))) << text;
  EXPECT_FALSE(parsed.document.has_anchor("hemlig")) << text;
}

TEST(InternalBlocks, LeaveNothingBehind) {
  const Parsed parsed = parse(
      "Före [[a]].\n\n::: internal\n## hemlig\n\nhemlig [[hemlig]] ![hemlig](hemlig.png) {#hemlig}\n\n- x[^h] "
      "<b>\n"
      "[^h]: hemlig\n[d]: hemlig\n:::\n\nEfter [d] [[å]] {#p}\n",
      10);
  EXPECT_EQ(parsed.html, "<p>Före <a href=\"a\">a</a>.</p>\n<p id=\"p\">Efter [d] <a href=\"%C3%A5\">å</a></p>\n");
  EXPECT_THAT(parsed.findings(), IsEmpty());
  EXPECT_EQ(parsed.place_of_link(1), "22:13+1");
  EXPECT_FALSE(parsed.document.has_anchor("hemlig"));
}

TEST(InternalBlocks, CodeInThemMayShowHowBlocksAreWritten) {
  expect_hidden("a\n::: internal\nhemlig\n```\n::: internal\nx\n:::\n```\nhemlig\n:::\nb\n", {});
  // One that never ends keeps everything hidden, and that is told.
  EXPECT_EQ(parse("a\n::: internal\n```\nhemlig\n:::\nb\n").html, "<p>a</p>\n");
  EXPECT_FALSE(parse("a\n::: internal\n```\nhemlig\n:::\nb\n").findings().empty());
}

TEST(InternalBlocks, BeginAndEndAsTheRuleSays) {
  for (const std::string start :
       {"::: internal", ":::internal", "   ::: internal  ", "::::: internal\r", ":::\tinternal"})
    for (const std::string end : {":::::", "  :::::: \t", ":::::\r"})
      expect_hidden("a\n" + start + "\nhemlig\n" + end + "\nb\n", {});
  // Four spaces, fewer colons, and words after them do not close.
  for (const std::string no_end : {"    ::::", ":::", ":::: internal", ":::: x", "> ::::", "- ::::"})
    expect_hidden(":::: internal\nhemlig\n" + no_end + "\nhemlig\n::::\nb\n", {});
  EXPECT_EQ(parse("a\n::: internal\nb\n:::\nc").html, "<p>a</p>\n<p>c</p>\n");
  EXPECT_EQ(parse("::: internal\n:::").html, "");
}

TEST(InternalBlocks, ThatAreNotClosedHideTheRest) {
  expect_hidden("å\n\n  ::: internal\nhemlig\n\n# hemlig", {"unclosed-block 3:3+12"});
  expect_hidden("::: internal\n```\nhemlig", {"unclosed-block 1:1+12"});
  const Parsed parsed = parse("a\n::: internal\nb", 5);
  EXPECT_EQ(parsed.diagnostics.all()[0].span.place.line, 6);
  EXPECT_EQ(parsed.diagnostics.all()[0].message.english, "the block is not closed; all that follows is hidden");
  EXPECT_EQ(parsed.diagnostics.all()[0].severity, Severity::error);
}

TEST(UnknownBlocks, AreReportedAndHidden) {
  expect_hidden("å\n::: intern\nhemlig\n:::\nb\n", {"unknown-block 2:5+6"});
  expect_hidden("::: Internal\nhemlig\n", {"unknown-block 1:5+8"});
  expect_hidden(":::internal hemlig\nhemlig\n:::\n", {"unknown-block 1:4+15"});
  expect_hidden("::: internal :::\nhemlig\n:::\n", {"unknown-block 1:5+12"});
  expect_hidden(":: internal\nhemlig\n", {"unknown-block 1:1+11"});
  EXPECT_EQ(parse("::: intern\n:::").diagnostics.all()[0].hint.english, "did you mean 'internal'?");
  EXPECT_EQ(parse("::: ruta\n:::").diagnostics.all()[0].hint.english,
            "known blocks are '::: internal' and '::: lang en'");
}

TEST(UnknownBlocks, ClosingWhatIsNotOpen) {
  const Parsed parsed = parse("a\n:::\nb\n\n  ::::\nc\n");
  EXPECT_THAT(parsed.findings(), ElementsAre("unknown-block 2:1+3", "unknown-block 5:3+4"));
  EXPECT_EQ(parsed.html, "<p>a</p>\n<p>b</p>\n<p>c</p>\n");
}

TEST(DeepBlocks, DoNotLeakEither) {
  expect_hidden("- å\n  - ::: internal\n    hemlig\n    :::\n- b\n", {"unknown-block 2:5+12"});
  expect_hidden("> ::: internal\n> hemlig\n> :::\nb\n", {"unknown-block 1:3+12"});
  expect_hidden("    ::: internal\n    hemlig\n    :::\nb\n", {"unknown-block 1:5+12"});
  expect_hidden("1. a\n\n\t::: internal\n\themlig\n", {"unknown-block 3:2+12"});
  expect_hidden("- [ ] ::: internal\n  hemlig\n", {"unknown-block 1:7+12"});
  expect_hidden("a[^1]\n\n[^1]: ::: internal\n    hemlig\n", {"unknown-block 3:7+12"});
  expect_hidden("\xC2\xA0::: internal\nhemlig\n", {"unknown-block 1:2+12"});
  expect_hidden("a\r\rb\r::: internal\rhemlig\r:::\r\nhemlig", {"unknown-block 1:6+23"});
  EXPECT_THAT(parse("> ::: internal\n> b\n> :::\n>\n> c\n").html, HasSubstr("<p>c</p>"));
}

TEST(BlocksInCode, AreShown) {
  for (const std::string fence : {"```", "~~~~", "``` text"}) {
    const std::string close = fence.substr(0, fence.find(' '));
    const Parsed parsed = parse(fence + "\n::: internal\na\n:::\n" + close + "\n\nb\n");
    EXPECT_THAT(parsed.html, HasSubstr("::: internal\na\n:::\n</code></pre>\n<p>b</p>")) << fence;
    EXPECT_THAT(parsed.findings(), IsEmpty());
  }
  const Parsed nested =
      parse("- x\n\n  ```\n  ::: internal\n  ```\n\n> ~~~\n> ::: internal\n> ~~~\n\n    `::: internal`\n");
  EXPECT_THAT(nested.findings(), IsEmpty());
  EXPECT_THAT(nested.html, HasSubstr("<pre><code>::: internal\n</code></pre>\n</li>"));
  EXPECT_THAT(nested.html, HasSubstr("<blockquote>\n<pre><code>::: internal\n"));
  EXPECT_EQ(parse("````\n```\n::: internal\n~~~~\n````\n").html, "<pre><code>```\n::: internal\n~~~~\n</code></pre>\n");
  EXPECT_THAT(parse("a ::: internal b\n\n`::: internal` \\::: internal").findings(), IsEmpty());
}

TEST(BlocksInCode, FencesThatHaveEnded) {
  expect_hidden("```\na\n```\n::: internal\nhemlig\n:::\n```\nb\n```\n", {});
  expect_hidden("~~~\n```\n~~~\n::: internal\nhemlig\n:::\n", {});
  expect_hidden("``` a`b\n::: internal\nhemlig\n:::\n", {});
}

// Where the container of a fence ends, the code does; only the parser knows.
TEST(BlocksInCode, FencesThatOnlySeemOpen) {
  expect_hidden("- a\n  ```\n  b\n::: internal\nhemlig\n:::\n", {"unknown-block 4:1+1"});
  expect_hidden("> ```\n::: internal\nhemlig\n:::\nhemlig\n", {"unknown-block 2:1+1"});
  expect_hidden("    ```\n::: internal\nhemlig\n:::\n", {"unknown-block 2:1+1"});
  expect_hidden("<!--\n```\n-->\n\n::: internal\nhemlig\n:::\n", {"unknown-block 5:1+1"});
  expect_hidden("a[^1]\n\n[^1]: ```\n::: internal\nhemlig\n:::\n", {"unknown-block 4:1+1"});
  expect_hidden("> ```\n::: internal", {"unknown-block 2:1+1"});
  EXPECT_EQ(parse("```\n::: internal\n```\n\n> ```\n\n::: internal\nb").html,
            "<pre><code>::: internal\n</code></pre>\n<blockquote>\n<pre><code></code></pre>\n</blockquote>\n");
}

TEST(InternalTargets, AreThoseOfHiddenLinks) {
  const Parsed parsed = parse(
      "[a](a.pdf)\n::: internal\n[b](b%20c.pdf \"t\") ![](<d e.png>) [f](https://f.se/g) [h](i(1).pdf#j) [x](#y)\n"
      "[k][l](m.pdf) [b](b%20c.pdf) [n](o.pdf\n:::\n::: intern\n[p](javascript:p) [q](r.pdf)\n");
  EXPECT_THAT(parsed.document.internal_targets(),
              ElementsAre("b c.pdf", "d e.png", "i(1).pdf", "m.pdf", "o.pdf", "r.pdf"));
  EXPECT_EQ(parsed.document.links().size(), 1U);
}

TEST(LanguageBlocks, AreElements) {
  const Parsed parsed = parse("- å\n::: lang en\n- *b* [[c]]\n\n## Head {#h}\n:::\n- d\n");
  EXPECT_EQ(parsed.html,
            "<ul>\n<li>å</li>\n</ul>\n<div lang=\"en\">\n<ul>\n<li><em>b</em> <a href=\"c\">c</a></li>\n</ul>\n"
            "<h2 id=\"h\">Head</h2>\n</div>\n<ul>\n<li>d</li>\n</ul>\n");
  EXPECT_EQ(parsed.place_of_link(0), "3:9+1");
  EXPECT_THAT(parsed.findings(), IsEmpty());
}

TEST(LanguageBlocks, HoldCodeInternalBlocksAndFootnotes) {
  expect_hidden("::: lang en\na\n::: internal\nhemlig\n:::\nb\n:::\nc", {});
  EXPECT_EQ(parse("::: lang en\n::: internal\nx\n:::\nb\n:::\nc").html,
            "<div lang=\"en\">\n<p>b</p>\n</div>\n<p>c</p>\n");
  EXPECT_EQ(parse(":::: lang en\n```\n:::\n```\n::::\n").html,
            "<div lang=\"en\">\n<pre><code>:::\n</code></pre>\n</div>\n");
  const Parsed parsed = parse("::: lang en-GB\na[^1]\n\n[^1]: b\n:::\nc[^2]\n\n[^2]: d\n");
  EXPECT_THAT(parsed.html, HasSubstr("</div>\n<p>c"));
  EXPECT_THAT(parsed.html, HasSubstr("<li id=\"fn-1\" lang=\"en-GB\">\n<p>b"));
  EXPECT_THAT(parsed.html, HasSubstr("<li id=\"fn-2\">\n<p>d"));
}

TEST(LanguageBlocks, WrongOnesAreReported) {
  EXPECT_THAT(parse("::: lang en\na[^1]\n\n[^1]: b\n").findings(), ElementsAre("unclosed-block 1:1+11"));
  EXPECT_THAT(parse("::: lang en\na[^1]\n\n[^1]: b\n").html, HasSubstr("</p>\n</div>\n<section"));
  EXPECT_THAT(parse("å\n::: lang engelska\na\n:::\n").findings(), ElementsAre("bad-language 2:10+8"));
  EXPECT_EQ(parse("::: lang EN\na\n:::\n").html, "<p>a</p>\n");
  EXPECT_THAT(parse("::: lang\na\n:::\n").findings(), ElementsAre("bad-language 1:5+4"));
  EXPECT_THAT(parse("::: lang en\na\n  ::: lang sv\nb\n:::\nc\n:::\n").findings(), ElementsAre("unknown-block 3:7+7"));
  EXPECT_THAT(parse(":::: lang en\na\n:::\nb\n::::\n").findings(), ElementsAre("unknown-block 3:1+3"));
  EXPECT_THAT(parse("- ::: lang en\n  a\n  :::\n").findings(), ElementsAre("unknown-block 1:3+11"));
  EXPECT_THAT(parse("<?vav?>\n").findings(), ElementsAre("raw-html 1:1+7"));
}

TEST(LanguageBlocks, InCommentsSayNothing) {
  expect_hidden("<!--\n::: lang en\nhemlig\n:::\nhemlig -->\n\nb\n", {});
  EXPECT_EQ(parse("<!--\n::: lang en\n-->\n\na\n:::\nb").html, "<p>a</p>\n<p>b</p>\n");
  EXPECT_EQ(parse("::: lang en\na\n\n<!--\n:::\n-->\nb\n").html, "<div lang=\"en\">\n<p>a</p>\n<p>b</p>\n</div>\n");
}

TEST(LanguageCodes, HaveTheShapeOfATag) {
  for (const char* code : {"en", "sv", "sme", "en-GB", "zh-Hant-TW", "sl-rozaj-biske"})
    EXPECT_TRUE(is_language_code(code)) << code;
  for (const char* code :
       {"", "e", "EN", "engl", "en-", "en--GB", "en-G", "en_GB", "en-ninechars", "en GB", "\"en\"", "é"})
    EXPECT_FALSE(is_language_code(code)) << code;
}

}  // namespace
}  // namespace vav
