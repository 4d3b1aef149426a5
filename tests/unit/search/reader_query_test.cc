#include "search/reader_query.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <string>
#include <vector>

#include "search/language_rules.h"

namespace vav {
namespace {

using ::testing::ElementsAre;

ReaderQuery parsed(std::u16string_view text) {
  static const TokenPipeline pipeline({"sv"});
  return parse_reader_query(pipeline, language_rules("sv").months, text);
}

std::u16string surfaces(const std::vector<ReaderWord>& words) {
  std::u16string joined;
  for (const ReaderWord& word : words) joined += (joined.empty() ? u"" : u" ") + word.surface;
  return joined;
}

std::u16string words_of(std::u16string_view text) {
  return surfaces(parsed(text).words);
}

TEST(ReaderQuery, TakesWordsApart) {
  const ReaderQuery query = parsed(u"Våldet på (LÄROSÄTENA)");
  EXPECT_EQ(surfaces(query.words), u"våldet på lärosätena");
  EXPECT_EQ(query.words[2].stem, u"lärosäten");
  EXPECT_EQ(query.words[2].place, 2U);
  EXPECT_TRUE(query.words[1].stop);
  EXPECT_FALSE(query.words[0].stop);
  EXPECT_EQ(words_of(u"va\u030Ald"), u"våld");
  EXPECT_EQ(words_of(u" \u2028!?"), u"");
  EXPECT_EQ(words_of(u""), u"");
}

TEST(ReaderQuery, KnowsWhatMayBeUnfinished) {
  EXPECT_TRUE(parsed(u"våld ho").words[1].last);
  EXPECT_FALSE(parsed(u"våld ho").words[0].last);
  EXPECT_FALSE(parsed(u"våld ho ").words[1].last);
  EXPECT_FALSE(parsed(u"”våld ho”").words[1].last);
}

TEST(ReaderQuery, FindsPhrases) {
  const ReaderQuery query = parsed(u"om ”hot och våld” samt \"lön");
  EXPECT_EQ(surfaces(query.words), u"om hot och våld samt lön");
  EXPECT_THAT(query.phrases, ElementsAre(ElementsAre(1U, 2U, 3U), ElementsAre(5U)));
  EXPECT_EQ(query.words[3].place - query.words[1].place, 2U);
  EXPECT_GT(query.words[4].place - query.words[3].place, 60U);
  EXPECT_TRUE(parsed(u"\"\" «!»").phrases.empty());
}

TEST(ReaderQuery, TakesOutWordsWithAMinus) {
  const ReaderQuery query = parsed(u"hot -Våldet \u2212lön e-post -! - a");
  EXPECT_EQ(surfaces(query.excluded), u"våldet lön");
  EXPECT_EQ(query.excluded[0].stem, u"våldet");
  EXPECT_EQ(surfaces(query.words), u"hot e post a");
  EXPECT_EQ(surfaces(parsed(u"-a -b").excluded), u"a b");
}

TEST(ReaderQuery, TakesOutPhrasesWithAMinus) {
  const ReaderQuery query = parsed(u"träff -\"hot och våld\" \u2212”lön” \"arbete\"");
  EXPECT_EQ(surfaces(query.words), u"träff arbete");
  EXPECT_THAT(query.phrases, ElementsAre(ElementsAre(1U)));
  ASSERT_EQ(query.excluded_phrases.size(), 2U);
  EXPECT_EQ(surfaces(query.excluded_phrases[0]), u"hot och våld");
  EXPECT_EQ(surfaces(query.excluded_phrases[1]), u"lön");
  EXPECT_TRUE(query.excluded.empty());
  EXPECT_TRUE(parsed(u"e-post\"hot\"").excluded_phrases.empty());
}

TEST(ReaderQuery, WritesDatesInWords) {
  EXPECT_EQ(words_of(u"2025-05-08"), u"8 maj 2025");
  EXPECT_EQ(words_of(u"träff 2025-12-31 2025-01-01"), u"träff 31 december 2025 1 januari 2025");
  EXPECT_EQ(words_of(u"8/5 2025 och 08/05 2025"), u"8 maj 2025 och 8 maj 2025");
  EXPECT_EQ(words_of(u"2025-05"), u"maj 2025");
  EXPECT_EQ(words_of(u"2025-13"), u"2025 13");
  EXPECT_EQ(words_of(u"2025-00-08"), u"2025 00 08");
  EXPECT_EQ(words_of(u"12025-05-08 123/4 2025"), u"12025 05 08 123/4 2025");
  EXPECT_EQ(words_of(u"2025-05-08."), u"2025 05 08");
}

TEST(ReaderQuery, HasBounds) {
  EXPECT_EQ(words_of(std::u16string(100000, u'x')).size(), 1000U);
  std::u16string many;
  for (int i = 0; i < 200; ++i) many += u"a ";
  EXPECT_EQ(parsed(many).words.size(), 32U);
  EXPECT_EQ(parsed(std::u16string(1, char16_t{0xD83D})).words.size(), 0U);
}

}  // namespace
}  // namespace vav
