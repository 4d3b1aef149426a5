#include "base/pattern.h"

#include <gtest/gtest.h>

namespace vav {
namespace {

TEST(Pattern, TheWholeTextMustFit) {
  const Pattern pattern("[0-9]{4}/[0-9]+");
  ASSERT_TRUE(pattern.valid());
  EXPECT_TRUE(pattern.fits("2024/8"));
  EXPECT_FALSE(pattern.fits("dnr 2024/8"));
  EXPECT_FALSE(pattern.fits(""));
}

TEST(Pattern, CountsCharactersNotBytes) {
  EXPECT_TRUE(Pattern("[å-ö]{2}|.{3}").fits("åäö"));
}

TEST(Pattern, WhatIsNoExpressionIsNotValid) {
  EXPECT_FALSE(Pattern("[").valid());
  EXPECT_FALSE(Pattern("(a").valid());
}

TEST(Pattern, OneThatBacktracksWithoutEndDoesNotFit) {
  EXPECT_FALSE(Pattern("(a+)+b").fits(std::string(60, 'a')));
}

}  // namespace
}  // namespace vav
