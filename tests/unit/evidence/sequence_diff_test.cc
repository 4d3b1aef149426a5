#include "evidence/sequence_diff.h"

#include <gtest/gtest.h>
#include <random>

#include "base/text.h"

namespace vav {
namespace {

using Words = std::vector<std::string>;

// "=2 -1+2": two kept, then one replaced by two.
std::string told(const Words& before, const Words& after) {
  std::string all;
  for (const DiffRun& run : compare_sequences(before, after)) {
    if (!all.empty()) all += ' ';
    if (run.kept)
      all += "=" + std::to_string(run.after_end - run.after_begin);
    else
      all += "-" + std::to_string(run.before_end - run.before_begin) + "+" +
             std::to_string(run.after_end - run.after_begin);
  }
  return all;
}

std::string marked(const std::string& before, const std::string& after) {
  std::string all;
  for (const WordRun& run : compare_words(before, after)) {
    const char* sign = run.fate == WordRun::Fate::kept ? "" : run.fate == WordRun::Fate::removed ? "-" : "+";
    all += (all.empty() ? "" : "|") + (sign + run.text);
  }
  return all;
}

TEST(SequenceDiff, FindsWhatStaysInOrder) {
  EXPECT_EQ(told({}, {}), "");
  EXPECT_EQ(told({"a"}, {"a"}), "=1");
  EXPECT_EQ(told({}, {"a", "b"}), "-0+2");
  EXPECT_EQ(told({"a", "b"}, {}), "-2+0");
  EXPECT_EQ(told({"a", "b", "c"}, {"a", "x", "y", "c"}), "=1 -1+2 =1");
  EXPECT_EQ(told({"a", "b", "c", "d"}, {"b", "d", "e"}), "-1+0 =1 -1+0 =1 -0+1");
  EXPECT_EQ(told({"a", "b"}, {"b", "a"}), "-1+0 =1 -0+1");
}

// Whatever the sequences: the runs cover both, in order, and what is kept is equal.
TEST(SequenceDiff, RunsCoverBothSequences) {
  std::mt19937 random(7);
  const auto make = [&] {
    Words words(random() % 12);
    for (std::string& word : words) word = std::string(1, static_cast<char>('a' + random() % 3));
    return words;
  };
  for (int round = 0; round < 500; ++round) {
    const Words before = make();
    const Words after = make();
    std::size_t before_at = 0;
    std::size_t after_at = 0;
    bool kept_last = false;
    bool is_first = true;
    for (const DiffRun& run : compare_sequences(before, after)) {
      ASSERT_EQ(run.before_begin, before_at);
      ASSERT_EQ(run.after_begin, after_at);
      ASSERT_TRUE(is_first || run.kept != kept_last);
      if (run.kept) {
        ASSERT_EQ(run.before_end - run.before_begin, run.after_end - run.after_begin);
        for (std::size_t i = 0; run.before_begin + i < run.before_end; ++i)
          ASSERT_EQ(before[run.before_begin + i], after[run.after_begin + i]);
      }
      before_at = run.before_end;
      after_at = run.after_end;
      kept_last = run.kept;
      is_first = false;
    }
    ASSERT_EQ(before_at, before.size());
    ASSERT_EQ(after_at, after.size());
  }
}

TEST(SequenceDiff, WhatWouldTakeTooLongIsReplaced) {
  const Words before(2000, "a");
  Words after(2000, "b");
  after[1000] = "a";
  EXPECT_EQ(told(before, after), "-2000+2000");
}

TEST(WordDiff, TellsWordsThatCameAndWent) {
  EXPECT_EQ(marked("Staten ska ge stöd", "Staten ska ge ett bättre stöd"), "Staten ska ge|+ett bättre|stöd");
  EXPECT_EQ(marked("en gammal text", "en ny text"), "en|-gammal|+ny|text");
  EXPECT_EQ(marked("", "ny"), "+ny");
  EXPECT_EQ(marked("a  b\n c", "a b c"), "a b c");
}

}  // namespace
}  // namespace vav
