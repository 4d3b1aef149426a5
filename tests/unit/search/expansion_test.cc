#include "search/expansion.h"

#include <gtest/gtest.h>

#include "opened_pages.h"

namespace vav {
namespace {

OpenedPages pages() {
  SearchDocument agency = search_page("Universitetskanslersämbetet", "UKÄ granskar lärosäten.");
  agency.names = {"Universitetskanslersämbetet", "UKÄ", "Tillsyn och granskning"};
  return OpenedPages({agency, search_page("Möte", "Tillsyn och sedan granskning. Lönen och villkoren. Hon gör det.")});
}

TEST(ExpandQuery, LooksForTheOtherNames) {
  const OpenedPages some = pages();
  const ExpandedQuery query = some.expand(u"ukä");
  ASSERT_EQ(query.words.size(), 1U);
  ASSERT_EQ(query.words[0].sequences.size(), 2U);
  const Sequence& two = query.words[0].sequences[1];
  EXPECT_EQ(two.slots.size(), 2U);
  EXPECT_EQ(two.offsets, (std::vector<std::uint32_t>{0, 2}));
  EXPECT_EQ(two.weight, weight::alias);
  EXPECT_TRUE(query.documents.contains(0));
  // A name is the whole query or a part of it.
  EXPECT_TRUE(some.expand(u"ukä lönen").documents.empty());
  EXPECT_EQ(some.expand(u"ukä lönen").words[0].sequences.size(), 2U);
}

TEST(ExpandQuery, LeavesStopWordsOut) {
  const OpenedPages some = pages();
  EXPECT_EQ(some.expand(u"lönen och villkoren").words.size(), 2U);
  EXPECT_EQ(some.expand(u"och").words.size(), 0U);
  EXPECT_EQ(some.expand(u"lön lönen löner").words.size(), 1U);
  // One that bends in its own way says something.
  EXPECT_EQ(some.expand(u"man").words.size(), 1U);
}

TEST(ExpandQuery, KnowsWordsThatSayLittle) {
  const OpenedPages some = pages();
  EXPECT_TRUE(some.expand(u"gör").words.at(0).is_light);
  EXPECT_FALSE(some.expand(u"lönen").words.at(0).is_light);
}

TEST(ExpandQuery, CorrectsWhatIsNotKnown) {
  const OpenedPages some = pages();
  EXPECT_TRUE(some.expand(u"granskar").words.at(0).corrections.empty());
  const ExpandedQuery query = some.expand(u"granksar ");
  ASSERT_EQ(query.words.at(0).corrections.size(), 1U);
  EXPECT_EQ(query.words[0].corrections[0].surface, u"granskar");
  EXPECT_EQ(query.words[0].weighed.weights().begin()->second, weight::misspelt * weight::exact);
  EXPECT_EQ(query.words[0].own.size(), 1U);
}

TEST(ExpandQuery, HasPhrasesAndMinus) {
  const OpenedPages some = pages();
  const ExpandedQuery query = some.expand(u"\"tillsyn och granskning\" \"och\" -lönen");
  ASSERT_EQ(query.phrases.size(), 1U);
  EXPECT_EQ(query.phrases[0].offsets, (std::vector<std::uint32_t>{0, 2}));
  ASSERT_EQ(query.excluded.size(), 1U);
  EXPECT_EQ(some.term(query.excluded[0]), "lön");
  // Words that no page has stand in the phrase all the same.
  EXPECT_TRUE(some.expand(u"\"tillsyn xyzzy\"").phrases.at(0).slots.at(1).empty());
}

}  // namespace
}  // namespace vav
