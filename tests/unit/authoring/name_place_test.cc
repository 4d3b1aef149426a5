#include "authoring/name_place.h"

#include <gtest/gtest.h>

namespace vav {
namespace {

constexpr auto npos = std::string_view::npos;

TEST(NamePlace, CountsCharactersAndForgetsTheByteOrderMark) {
  EXPECT_EQ(offset_of("åä\nöx", {2, 2, 1}), 7U);
  EXPECT_EQ(offset_of("\xEF\xBB\xBFx", {1, 1, 1}), 3U);
  EXPECT_EQ(offset_of("x", {9, 1, 1}), 1U);
}

TEST(NamePlace, FindsAnIdThatStandsWhole) {
  EXPECT_EQ(find_id("a: traff-2", {1, 4, 7}, "traff-2", false), 3U);
  EXPECT_EQ(find_id("a: \"traff-2#x\"", {1, 4, 11}, "traff-2", false), 4U);
  EXPECT_EQ(find_id("[[traff-2|traff-2]]", {1, 1, 19}, "traff-2", false), 2U);
  EXPECT_EQ(find_id("[[traff-2\\|x]]", {1, 3, 7}, "traff-2", false), 2U);
}

TEST(NamePlace, LeavesOtherNamesAlone) {
  EXPECT_EQ(find_id("traff-2 i Lund", {1, 1, 14}, "traff-2", false), npos);
  EXPECT_EQ(find_id("traff-22", {1, 1, 8}, "traff-2", false), npos);
  EXPECT_EQ(find_id("Mötet", {1, 1, 5}, "motet", false), npos);
}

TEST(NamePlace, FindsTheLastPartOfAPath) {
  EXPECT_EQ(find_id("](../x/x.md#x)", {1, 3, 9}, "x", true), 7U);
  EXPECT_EQ(find_id("[x](x)", {1, 5, 1}, "x", true), 4U);
  EXPECT_EQ(find_id("(../xy.md)", {1, 2, 8}, "x", true), npos);
}

TEST(NamePlace, FindsEveryLinkInAValueOfTheFrontMatter) {
  const std::string file = "---\nnote: |\n  Se [[x|x]] och `[[x]]`.\n\n  x, [y](../z/x.md)\nother: [[x]]\n---\n[[x]]\n";
  const auto found = find_links_in_value(file, {2, 7, 1}, "x");
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(file.substr(found[0] - 2, 5), "[[x|x");
  EXPECT_EQ(file.substr(found[1] - 2, 5), "z/x.m");
  EXPECT_TRUE(find_links_in_value(file, {8, 3, 1}, "x").empty());
}

TEST(NamePlace, FindsAPassageAfterItsSign) {
  EXPECT_EQ(find_passage("[[a#b|b]]", {1, 3, 1}, "b"), 4U);
  EXPECT_EQ(find_passage("\"#a -> b\"", {1, 1, 9}, "b"), 7U);
  EXPECT_EQ(find_passage("[[a|b]]\n#b", {1, 3, 1}, "b"), npos);
}

}  // namespace
}  // namespace vav
