#include "authoring/redirect_entry.h"

#include <gtest/gtest.h>

namespace vav {
namespace {

std::string with(std::string_view front, std::string_view entry = "moten/x") {
  const auto file = with_redirect("---\n" + std::string(front) + "---\nText.\n", entry);
  if (!file) return "none";
  EXPECT_TRUE(file->starts_with("---\n") && file->ends_with("---\nText.\n"));
  return file->substr(4, file->size() - 4 - 10);
}

TEST(RedirectEntry, IsANewLineWhereThereWasNone) {
  EXPECT_EQ(with("title: T # a\n"), "title: T # a\nredirect_from: [moten/x]\n");
  EXPECT_EQ(with("title: T\n", "#a -> b"), "title: T\nredirect_from: [\"#a -> b\"]\n");
}

TEST(RedirectEntry, ComesLastInAListWhateverItsForm) {
  EXPECT_EQ(with("redirect_from: [a]  # förr\nlang: sv\n"), "redirect_from: [a, moten/x]  # förr\nlang: sv\n");
  EXPECT_EQ(with("redirect_from: []\n"), "redirect_from: [moten/x]\n");
  EXPECT_EQ(with("redirect_from: [\"a]\", 'it''s ]', # ]\n  b,]\n"),
            "redirect_from: [\"a]\", 'it''s ]', # ]\n  b, moten/x]\n");
  EXPECT_EQ(with("redirect_from:\n  - a\n  # b\n  - c\nlang: sv\n"),
            "redirect_from:\n  - a\n  # b\n  - c\n  - moten/x\nlang: sv\n");
  EXPECT_EQ(with("redirect_from: # förr\n- a\n"), "redirect_from: # förr\n- a\n- moten/x\n");
}

TEST(RedirectEntry, MakesAListOfASingleValue) {
  EXPECT_EQ(with("redirect_from: a/b  # förr\n"), "redirect_from: [a/b, moten/x]  # förr\n");
  EXPECT_EQ(with("redirect_from: \"#a -> b\"\n"), "redirect_from: [\"#a -> b\", moten/x]\n");
}

TEST(RedirectEntry, KeepsLineEndsAndTheByteOrderMark) {
  EXPECT_EQ(with_redirect("\xEF\xBB\xBF---\r\ntitle: T\r\n---\r\n", "a"),
            "\xEF\xBB\xBF---\r\ntitle: T\r\nredirect_from: [a]\r\n---\r\n");
  EXPECT_EQ(with_redirect("---\r\nredirect_from:\r\n- b\r\n---\r\n", "a"),
            "---\r\nredirect_from:\r\n- b\r\n- a\r\n---\r\n");
}

TEST(RedirectEntry, IsNotGuessed) {
  EXPECT_EQ(with("redirect_from:\n"), "none");
  EXPECT_EQ(with("redirect_from: [a\n"), "none");
  EXPECT_EQ(with_redirect("title: T\n", "a"), std::nullopt);
  EXPECT_EQ(with_redirect("---\ntitle: T\n", "a"), std::nullopt);
}

}  // namespace
}  // namespace vav
