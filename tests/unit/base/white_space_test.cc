#include "base/white_space.h"

#include <gtest/gtest.h>

namespace vav {
namespace {

TEST(TrimUnseen, TakesAllThatIsNotSeenAtBothEnds) {
  EXPECT_EQ(trim_unseen(" \u00A0\u200B\tett\u00A0ord\u00AD \n"), "ett\u00A0ord");
  EXPECT_EQ(trim_unseen(" \u00A0\u2009\u200B"), "");
  EXPECT_EQ(trim_unseen(""), "");
}

TEST(WithoutSoftHyphens, WordsAreWhole) {
  EXPECT_EQ(without_soft_hyphens("ämbets\u00ADverk, \u00ADå\u00AD"), "ämbetsverk, å");
  EXPECT_EQ(without_soft_hyphens("till-och-från"), "till-och-från");
}

}  // namespace
}  // namespace vav
