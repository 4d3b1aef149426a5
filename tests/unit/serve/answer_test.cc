#include "serve/answer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace vav {
namespace {

using testing::HasSubstr;
using testing::Not;

OutputFile page(const std::string& path, const std::string& text) {
  return {.path = path, .bytes = "<head></head>" + text, .copy_from = {}, .made_by = "a test"};
}

Site site_of(std::vector<OutputFile> files) {
  Site site;
  Diagnostics clashes;
  site.number = 1;
  site.tree = std::make_shared<const OutputTree>(OutputTree::lay_out(std::move(files), clashes));
  EXPECT_TRUE(clashes.empty());
  return site;
}

class AnswerTest : public testing::Test {
 protected:
  MemoryDisk disk{{{"/content/moten/bild på.png", "PNG1"}, {"/secret", "x"}}};
  Site site = site_of(
      {page("index.html", "start"),
       page("404.html", "lost"),
       page("moten/index.html", "meetings"),
       page("moten/ett/index.html", "one, <img src=\"bild%20p%C3%A5.png\">"),
       {.path = "moten/ett/bild på.png", .bytes = {}, .copy_from = "/content/moten/bild på.png", .made_by = "a test"},
       {.path = "assets/site.css", .bytes = "p{}", .copy_from = {}, .made_by = "a test"}});
};

TEST_F(AnswerTest, Files) {
  EXPECT_THAT(answer(site, disk, "/").body, HasSubstr("start"));
  EXPECT_THAT(answer(site, disk, "/moten/?x=/").body, HasSubstr("meetings"));
  EXPECT_THAT(answer(site, disk, "/moten/index.html").body, HasSubstr("meetings"));
  const Answer style = answer(site, disk, "/assets/site.css");
  EXPECT_EQ(style.status, 200);
  EXPECT_EQ(style.type, "text/css; charset=utf-8");
  EXPECT_EQ(style.body, "p{}");
}

TEST_F(AnswerTest, FilesThatLieOnTheDisk) {
  const Answer image = answer(site, disk, "/moten/ett/bild%20p%C3%A5.png");
  EXPECT_EQ(image.status, 200);
  EXPECT_EQ(image.type, "image/png");
  EXPECT_EQ(image.body, "PNG1");
  ASSERT_TRUE(disk.remove("/content/moten/bild på.png").ok());
  EXPECT_EQ(answer(site, disk, "/moten/ett/bild%20p%C3%A5.png").status, 404);
}

TEST_F(AnswerTest, AFolderWithoutItsSlash) {
  const Answer to = answer(site, disk, "/moten/ett?q=%0A&r=1");
  EXPECT_EQ(to.status, 302);
  EXPECT_EQ(to.location, "/moten/ett/?q=%0A&r=1");
}

TEST_F(AnswerTest, WhatIsNotThere) {
  for (const char* target : {"/x", "/moten/x/", "/assets/", "/index.html/", "/secret", "//secret", "/../secret",
                             "/%2e%2e/secret", "/moten%2Fett/", "/_vav/x"}) {
    const Answer lost = answer(site, disk, target);
    EXPECT_EQ(lost.status, 404) << target;
    EXPECT_EQ(lost.location, "") << target;
    EXPECT_THAT(lost.body, HasSubstr("lost")) << target;
  }
}

TEST_F(AnswerTest, ALostPageKeepsItsLinks) {
  const Site with_policy = site_of(
      {{.path = "404.html", .bytes = "<head><meta charset=\"utf-8\"></head>", .copy_from = {}, .made_by = "a test"}});
  EXPECT_THAT(answer(with_policy, disk, "/a/b").body, HasSubstr("<base href=\"/\">"));
  EXPECT_THAT(answer(with_policy, disk, "/a").body, Not(HasSubstr("<base")));
}

TEST_F(AnswerTest, ASiteWithoutItsOwn404) {
  const Answer lost = answer(site_of({page("index.html", "x")}), disk, "/x");
  EXPECT_EQ(lost.status, 404);
  EXPECT_EQ(lost.type, "text/plain; charset=utf-8");
}

TEST_F(AnswerTest, OurOwnFiles) {
  EXPECT_EQ(answer(site, disk, "/_vav/live.js").type, "text/javascript; charset=utf-8");
  EXPECT_EQ(answer(site, disk, "/_vav/live.css?x").type, "text/css; charset=utf-8");
}

TEST_F(AnswerTest, NoSiteYet) {
  Site none;
  none.findings.add("unknown-key", {"vav.yaml", {.line = 2, .column = 3, .length = 1}}, {"<b>no</b>", "<b>nej</b>"},
                    {});
  const Answer found = answer(none, disk, "/moten/");
  EXPECT_EQ(found.status, 503);
  EXPECT_THAT(found.body, HasSubstr("vav.yaml:2:3: error: [unknown-key] &lt;b&gt;no"));
  EXPECT_THAT(found.body, HasSubstr(page_mark(none, disk, "/")));
  EXPECT_NE(page_mark(none, disk, "/"), page_mark(site, disk, "/"));
}

TEST_F(AnswerTest, TheMarkFollowsWhatIsShown) {
  const std::string before = page_mark(site, disk, "/moten/ett/");
  const std::string list = page_mark(site, disk, "/moten/");
  EXPECT_EQ(before, page_mark(site, disk, "/moten/ett/index.html"));
  EXPECT_THAT(answer(site, disk, "/moten/ett/").body, HasSubstr(before));
  EXPECT_NE(before, page_mark(site, disk, "/moten/"));
  ASSERT_TRUE(disk.write_file("/content/moten/bild på.png", "PNG2").ok());
  EXPECT_NE(before, page_mark(site, disk, "/moten/ett/"));
  // The meetings' list does not show it.
  EXPECT_EQ(list, page_mark(site, disk, "/moten/"));
  EXPECT_EQ(page_mark(site, disk, "/x/"), page_mark(site, disk, "/y/"));
  EXPECT_NE(page_mark(site, disk, "/x/"), page_mark(site, disk, "/404.html"));
}

TEST_F(AnswerTest, AnEventIsOneLine) {
  site.findings.add("dead-link", {"a.md", {.line = 1, .column = 1, .length = 1}}, {"two\nlines", "två\nrader"}, {});
  const std::string data = event_data(site, disk, "/");
  EXPECT_THAT(data, Not(HasSubstr("\n")));
  EXPECT_THAT(data, testing::StartsWith("{\"mark\":\"" + page_mark(site, disk, "/") +
                                        "\",\"tree\":true,\"stale\":false,\"language\":\"en\",\"findings\":["));
  EXPECT_THAT(data, HasSubstr("two\\nlines"));
}

}  // namespace
}  // namespace vav
