#include "base/word_break.h"

#include <gtest/gtest.h>

namespace vav {
namespace {

TEST(WordBreak, LettersAreInLowerCaseAndJointsBeforeThem) {
  const auto word = parse_word_break("Universitets|kanslers|Ämbetet");
  ASSERT_TRUE(word);
  EXPECT_EQ(word->letters, U"universitetskanslersämbetet");
  EXPECT_EQ(word->joints, (std::vector<std::size_t>{12, 20}));
  EXPECT_EQ(parse_word_break("a\u030A|b")->letters, U"åb") << "composed, as pages are";
}

TEST(WordBreak, OneWordWithAJointOrMoreEachBetweenTwoLetters) {
  for (const char* written :
       {"", "|", "ord", "|ord", "ord|", "o||rd", "två|ord här", "arbets-|miljö", "arbets\u00AD|miljö", "a|b\n"})
    EXPECT_FALSE(parse_word_break(written)) << written;
}

}  // namespace
}  // namespace vav
