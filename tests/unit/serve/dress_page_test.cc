#include "serve/dress_page.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace vav {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(OpenPolicy, OfTheTheme) {
  EXPECT_EQ(
      open_policy("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; base-uri 'none'"),
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; base-uri 'none'; connect-src 'self'");
}

TEST(OpenPolicy, WhereEverythingIsForbidden) {
  EXPECT_EQ(open_policy("default-src 'none'"),
            "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'");
  EXPECT_EQ(open_policy("script-src 'none'"), "script-src 'self'");
}

TEST(OpenPolicy, KeepsWhatIsAllowed) {
  EXPECT_EQ(
      open_policy("Default-Src https: ; connect-src https://a.example"),
      "default-src https:; connect-src https://a.example 'self'; script-src https: 'self'; style-src https: 'self'");
  EXPECT_EQ(open_policy("script-src *"), "script-src *");
  EXPECT_EQ(open_policy(""), "");
}

TEST(DressPage, PutsTheScriptAtTheEndOfTheHead) {
  EXPECT_EQ(dress_page("<html><head><title>A</title></head><body></head></body></html>", {.mark = "m", .base = {}}),
            "<html><head><title>A</title><script src=\"/_vav/live.js\" data-vav-mark=\"m\" defer></script>\n"
            "</head><body></head></body></html>");
}

TEST(DressPage, WithoutAHead) {
  EXPECT_THAT(dress_page("<p>A", {.mark = "m", .base = {}}), testing::StartsWith("<p>A<script src="));
  EXPECT_THAT(dress_page("<title>A</title><BODY>B", {.mark = "m", .base = {}}), HasSubstr("defer></script>\n<BODY>B"));
}

TEST(DressPage, OpensEveryPolicyOfTheHead) {
  const std::string page = dress_page(
      "<head><meta charset=utf-8><META content=\"default-src 'none'\" HTTP-EQUIV=\"content-security-policy\">"
      "<meta name=\"description\" content=\"a > b\"><meta http-equiv='Content-Security-Policy' content='script-src "
      "&#39;none&#39;'></head>"
      "<body><meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'\">",
      {.mark = "m", .base = {}});
  EXPECT_THAT(
      page,
      HasSubstr("<head><meta charset=utf-8><META content=\"default-src 'none'; script-src 'self'; style-src 'self'; "
                "connect-src 'self'\" HTTP-EQUIV=\"content-security-policy\">"));
  EXPECT_THAT(page, HasSubstr("<meta name=\"description\" content=\"a > b\">"));
  EXPECT_THAT(page, HasSubstr("<meta http-equiv='Content-Security-Policy' content=\"script-src 'self'\">"));
  EXPECT_THAT(page,
              testing::EndsWith("<body><meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'\">"));
}

TEST(DressPage, LeavesOtherMetaAlone) {
  const std::string head =
      "<head><meta http-equiv=\"refresh\" content=\"0; url=x\"><meta data-http-equiv=\"Content-Security-Policy\" "
      "content=\"x\">";
  EXPECT_THAT(dress_page(head + "</head>", {.mark = "m", .base = {}}), testing::StartsWith(head));
}

TEST(DressPage, ABaseComesAfterThePolicyAndBeforeLinks) {
  const std::string page = dress_page(
      R"(<head><meta http-equiv="Content-Security-Policy" content="base-uri 'none'"><link href="a.css"></head>)",
      {.mark = "m", .base = "/"});
  EXPECT_THAT(page, HasSubstr("content=\"base-uri 'self'\">\n<base href=\"/\"><link href=\"a.css\">"));
  EXPECT_THAT(dress_page("<head></head>", {.mark = "m", .base = {}}), Not(HasSubstr("<base")));
}

TEST(DressPage, SurvivesWhatIsNoPage) {
  for (const char* text : {"", "<meta", R"(<meta http-equiv="Content-Security-Policy" content="</head>)", "</head>",
                           "<meta content='></head>'></head>"})
    EXPECT_THAT(dress_page(text, {.mark = "m", .base = "/"}), HasSubstr("data-vav-mark=\"m\"")) << text;
}

}  // namespace
}  // namespace vav
