#include "search/vocabulary.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <map>
#include <string>

#include "opened_pages.h"

namespace vav {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Pair;
using ::testing::UnorderedElementsAre;

using Weights = std::map<std::string, double>;

OpenedPages pages(const std::string& words) {
  return OpenedPages({search_page("", words)});
}

Weights weights_of(const OpenedPages& pages, const WeighedTerms& found) {
  Weights weights;
  for (const auto& [term, weight] : found.weights()) weights[pages.term(term)] = weight;
  return weights;
}

Weights itself(const OpenedPages& pages, std::u16string_view word) {
  return weights_of(pages, pages.vocabulary().itself(pages.word(word)));
}

Weights longer(const OpenedPages& pages, std::u16string_view text) {
  const ReaderWord word = pages.word(text);
  WeighedTerms found;
  pages.vocabulary().add_longer(word, pages.vocabulary().itself(word), found);
  return weights_of(pages, found);
}

TEST(MeantBy, ForgivesMissingDiacriticsOnly) {
  EXPECT_TRUE(meant_by(u"vald", u"våld"));
  EXPECT_TRUE(meant_by(u"våld", u"våld"));
  EXPECT_FALSE(meant_by(u"våld", u"vald"));
  EXPECT_FALSE(meant_by(u"värld", u"världs"));
}

TEST(Vocabulary, FindsFormsOfAWord) {
  const OpenedPages some = pages("hus huset jämställt jämställd män städer handböcker våld vald");
  EXPECT_THAT(itself(some, u"huset"), UnorderedElementsAre(Pair("hus", 0.95), Pair("huset", 1)));
  EXPECT_THAT(itself(some, u"jämställda"), UnorderedElementsAre(Pair("jämställd", 1), Pair("jämställt", 0.95)));
  EXPECT_THAT(itself(some, u"man"), UnorderedElementsAre(Pair("män", 0.95)));
  EXPECT_THAT(itself(some, u"stad"), UnorderedElementsAre(Pair("städ", 0.95)));
  // The last part of a compound bends as it does alone.
  EXPECT_THAT(itself(some, u"handbok"), UnorderedElementsAre(Pair("handböck", 0.95)));
  // What a reader wrote with a diacritic is no other word.
  EXPECT_THAT(itself(some, u"våld"), UnorderedElementsAre(Pair("våld", 1)));
  EXPECT_THAT(itself(some, u"vald"), UnorderedElementsAre(Pair("vald", 1), Pair("våld", 0.95)));
}

TEST(Vocabulary, FindsPartsOfWhatIsPutTogether) {
  const OpenedPages some = pages("och/eller U2024/117 SCB");
  EXPECT_THAT(itself(some, u"117"), UnorderedElementsAre(Pair("u2024/117", 0.85)));
  EXPECT_THAT(itself(some, u"scb:s"), UnorderedElementsAre(Pair("scb", 0.85)));
  EXPECT_THAT(itself(some, u"118"), IsEmpty());
}

TEST(Vocabulary, FindsRelatives) {
  const OpenedPages some = pages("segregation segregering");
  WeighedTerms found;
  some.vocabulary().add_relatives(some.word(u"segregation").stem, found);
  EXPECT_THAT(weights_of(some, found), UnorderedElementsAre(Pair("segregation", 0.5), Pair("segregering", 0.5)));
}

TEST(Vocabulary, FindsCompoundsWithAWord) {
  const OpenedPages some = pages("villkor arbetsvillkor arbete villkorslista lista ovillkorad");
  EXPECT_THAT(longer(some, u"villkor "), UnorderedElementsAre(Pair("arbetsvillk", 0.6), Pair("villkorslist", 0.4)));
}

TEST(Vocabulary, FindsWhatAReaderHasBegun) {
  const OpenedPages some = pages("granskning samverkan");
  EXPECT_THAT(longer(some, u"samv"), UnorderedElementsAre(Pair("samverkan", 0.75 + 0.2 * 4 / 9)));
  EXPECT_THAT(longer(some, u"samv "), IsEmpty());
  EXPECT_THAT(longer(some, u"s"), IsEmpty());
}

TEST(Vocabulary, TakesCompoundsApart) {
  const OpenedPages some = pages("löner villkor");
  const auto splits = some.vocabulary().splits(some.word(u"lönevillkor"), false);
  ASSERT_EQ(splits.size(), 1U);
  ASSERT_EQ(splits[0].narrow.size(), 2U);
  EXPECT_EQ(some.term(splits[0].narrow[0].at(0)), "lön");
  EXPECT_EQ(some.term(splits[0].narrow[1].at(0)), "villk");
  EXPECT_TRUE(some.vocabulary().splits(some.word(u"löneåtgärd"), false).empty());
}

TEST(Vocabulary, KeepsALongFirstPart) {
  const OpenedPages some = pages("arbetsmiljö");
  EXPECT_THAT(weights_of(some, some.vocabulary().long_first_part(some.word(u"arbetsmiljölagstiftning"))),
              UnorderedElementsAre(Pair("arbetsmiljö", 1)));
  EXPECT_EQ(some.vocabulary().long_first_part(some.word(u"miljölagstiftning")).size(), 0U);
}

TEST(Vocabulary, CorrectsOneTypingError) {
  const OpenedPages some({search_page("", "jämställdhet trakasserier"), search_page("x", "trakasserier")});
  const auto corrected = [&](std::u16string_view word) {
    std::vector<std::string> surfaces;
    for (const Correction& one : some.vocabulary().corrections(some.word(word)))
      surfaces.push_back(to_utf8(one.surface));
    return surfaces;
  };
  EXPECT_THAT(corrected(u"jmäställdhet"), ElementsAre("jämställdhet"));   // swapped
  EXPECT_THAT(corrected(u"jämställlldhet"), IsEmpty());                   // two too many
  EXPECT_THAT(corrected(u"jämställldhet"), ElementsAre("jämställdhet"));  // one too many
  EXPECT_THAT(corrected(u"trakaserier"), ElementsAre("trakasserier"));    // one missing
  EXPECT_THAT(corrected(u"trakxsserier"), ElementsAre("trakasserier"));   // one wrong
  EXPECT_THAT(corrected(u"hott"), IsEmpty());
  EXPECT_THAT(corrected(u"trakaserier1"), IsEmpty());
}

}  // namespace
}  // namespace vav
