// What is not let through to the page: raw HTML and schemes other than http, https, mailto and tel.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "markdown/link_address.h"
#include "parsed.h"

namespace vav {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

TEST(RawHtml, InlineIsReportedAtItsSignAndDropped) {
  const Parsed parsed = parse("å <b>fet</b> och\n   <img src=x\nonerror=y> slut\n", 4);
  EXPECT_THAT(parsed.findings(), ElementsAre("raw-html 4:3+3", "raw-html 4:9+4", "raw-html 5:4+10"));
  EXPECT_EQ(parsed.html, "<p>å fet och\n slut</p>\n");
}

TEST(RawHtml, BlocksAreReportedOnce) {
  const Parsed parsed = parse("> <div>\n> hej\n> </div>\n\n<script>\nalert(1)\n\n</script>\n\n<?php ?>\n");
  EXPECT_THAT(parsed.findings(), ElementsAre("raw-html 1:3+5", "raw-html 5:1+8", "raw-html 10:1+8"));
  EXPECT_EQ(parsed.html, "<blockquote>\n</blockquote>\n");
}

TEST(RawHtml, CommentsAreDroppedSilently) {
  const Parsed parsed = parse("<!-- ett\n\ntvå -->\n\na <!-- tre --> b\n");
  EXPECT_THAT(parsed.findings(), IsEmpty());
  EXPECT_EQ(parsed.html, "<p>a  b</p>\n");
}

TEST(RawHtml, WhatACommentWouldSwallowIsReported) {
  EXPECT_THAT(parse("<!-- a --> viktigt\n").findings(), ElementsAre("raw-html 1:12+7"));
  EXPECT_THAT(parse("å\n\n<!-- aldrig stängd\n\ntext\n").findings(), ElementsAre("raw-html 3:1+18"));
}

TEST(RawHtml, EscapedSignsAndCodeAreText) {
  const Parsed parsed = parse("\\<b> `<b>` a < b &lt;i&gt;\n\n    <b>\n");
  EXPECT_THAT(parsed.findings(), IsEmpty());
  EXPECT_EQ(parsed.html,
            "<p>&lt;b&gt; <code>&lt;b&gt;</code> a &lt; b &lt;i&gt;</p>\n<pre><code>&lt;b&gt;\n</code></pre>\n");
}

TEST(Schemes, ForbiddenOnesAreReportedAndLeaveText) {
  for (const std::string address :
       {"javascript:alert(1)", "JaVaScRiPt:x", "java&#10;script:x", "java&Tab;script:x", "&#1;javascript:x",
        "javascript&colon;x", "javascript%3Ax", "data:text/html,x", "DATA:image/png,x", "vbscript:x", "file:///etc",
        "ftp://x.se", "//x.se/y", "/%5Cx.se", "blob:x", "C:x"}) {
    const std::string target = "](<" + address + ">)";
    const Parsed parsed = parse(std::string("å [*text*").append(target).append(" ![bild").append(target));
    EXPECT_THAT(parsed.document.links(), IsEmpty()) << address;
    EXPECT_EQ(parsed.html, "<p>å <em>text</em> bild</p>\n");
    ASSERT_THAT(parsed.diagnostics.all(), SizeIs(2)) << address;
    EXPECT_EQ(parsed.diagnostics.all()[0].id, "forbidden-scheme");
    EXPECT_EQ(parsed.diagnostics.all()[0].span.place,
              (Place{1, 13,
                     static_cast<int>(address.find('#') == std::string::npos || address.find("&#") != std::string::npos
                                          ? address.size()
                                          : address.find('#'))}))
        << address;
  }
}

TEST(Schemes, InReferencesAndAutolinks) {
  const Parsed parsed = parse("[a][r] <ssh:x> ftp://x.se\n\n[r]: javascript:x\n");
  EXPECT_THAT(parsed.findings(),
              ElementsAre("forbidden-scheme 1:1+6", "forbidden-scheme 1:9+5", "forbidden-scheme 1:16+10"));
  EXPECT_EQ(parsed.html, "<p>a ssh:x ftp://x.se</p>\n");
}

TEST(Schemes, AllowedOnesAndPathsPass) {
  for (const std::string address : {"http://x.se", "HTTPS://x.se", "mailto:a@b.se", "tel:+46", "a/b.md", "../a.md#b",
                                    "#b", "/a", "?q", "å:b", "./a:b", "a/b:c", "1:2", ""})
    EXPECT_THAT(parse("[text](<" + address + ">)").findings(), IsEmpty()) << address;
}

TEST(Addresses, AreEscaped) {
  std::string out;
  append_escaped_address(out, "a b\"<>å&'%20#x\\");
  EXPECT_EQ(out, "a%20b%22%3C%3E%C3%A5&amp;&#x27;%20#x%5C");
}

}  // namespace
}  // namespace vav
