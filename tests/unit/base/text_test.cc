#include "base/text.h"

#include <gtest/gtest.h>

namespace vav {
namespace {

TEST(Utf8, FindsTheFirstBadByte) {
  EXPECT_EQ(find_invalid_utf8("åäö €😀"), std::nullopt);
  EXPECT_EQ(find_invalid_utf8("a\xff"), 1U);
  EXPECT_EQ(find_invalid_utf8("\xc0\xaf"), 0U) << "overlong";
  EXPECT_EQ(find_invalid_utf8("\xed\xa0\x80"), 0U) << "surrogate";
  EXPECT_EQ(find_invalid_utf8("\xf4\x90\x80\x80"), 0U) << "above U+10FFFF";
  EXPECT_EQ(find_invalid_utf8("å\xc3"), 2U) << "cut off";
}

TEST(Utf8, DecodingAndAppendingAreInverse) {
  const std::string text = "aå€😀";
  std::string again;
  for (std::size_t offset = 0; offset < text.size();) append_utf8(again, decode_character(text, offset));
  EXPECT_EQ(again, text);
  EXPECT_EQ(count_characters(text), 4U);
}

TEST(Lines, BothLineEndsAndNoLastEnd) {
  EXPECT_EQ(split_lines("a\r\nb\n\nc"), (std::vector<std::string_view>{"a", "b", "", "c"}));
  EXPECT_TRUE(split_lines("").empty());
}

TEST(Locate, CountsCharactersNotBytes) {
  const LineColumn at = locate("åäö\nöx", 9);
  EXPECT_EQ(at.line, 2);
  EXPECT_EQ(at.column, 2);
}

TEST(CollapseSpaces, KeepsNoBreakSpaces) {
  EXPECT_EQ(collapse_spaces(" a \n\t b 50\u00A0000 "), "a b 50\u00A0000");
}

TEST(EscapeHtml, AllFiveCharacters) {
  EXPECT_EQ(escape_html("<a href=\"x\">&'"), "&lt;a href=&quot;x&quot;&gt;&amp;&#39;");
}

TEST(Nearest, TakesTheLeastDistance) {
  EXPECT_EQ(nearest("medlem", {"medel", "medlemmar", "mdlem"}), "mdlem");
  EXPECT_EQ(nearest("summery", {"title", "summary"}), "summary");
}

TEST(Nearest, IsBlindToCaseAndMarks) {
  EXPECT_EQ(nearest("uka", {"UKÄ", "uhr"}), "UKÄ");
}

TEST(Nearest, SaysNothingWhenAllIsFar) {
  EXPECT_EQ(nearest("välfärd", {"x", "tidning"}), std::nullopt);
}

TEST(ReplaceAll, ReplacesEveryOne) {
  EXPECT_EQ(replace_all("a.b.c", ".", "--"), "a--b--c");
}

}  // namespace
}  // namespace vav
