#include "search/search_index.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "opened_pages.h"

namespace vav {
namespace {

using ::testing::ElementsAre;

TEST(SearchIndex, ReadsWhatWasPacked) {
  SearchDocument second = search_page("Hot", "Lön och lön. Hot!");
  second.passages.push_back({"p1", "Lön"});
  OpenedPages pages({search_page("Lön", "Villkor"), second});
  const std::uint32_t wage = pages.vocabulary().itself(pages.word(u"lön ")).terms().at(0);
  const std::vector<FieldPostings>& fields = pages.index().postings_of(wage);
  ASSERT_EQ(fields.size(), 2U);
  EXPECT_EQ(fields[0].field, 0U);
  EXPECT_THAT(fields[0].documents, ElementsAre(0U));
  EXPECT_THAT(fields[1].documents, ElementsAre(1U));
  // Stop words count, and passages lie apart.
  EXPECT_THAT(fields[1].places_of(0), ElementsAre(0U, 2U, 4U + text_gap));
  EXPECT_EQ(&pages.index().postings_of(wage), &fields);
}

TEST(SearchIndex, WeighsLengths) {
  OpenedPages pages({search_page("a", "lön mål"), search_page("b", "lön mål hot våld bok namn")});
  constexpr std::size_t body = 4;
  EXPECT_EQ(pages.index().length(body, 0), 2U);
  EXPECT_DOUBLE_EQ(pages.index().length_part(body, 0), 1.2 * (0.25 + 0.75 * 0.5));
  EXPECT_DOUBLE_EQ(pages.index().length_part(body, 1), 1.2 * (0.25 + 0.75 * 1.5));
}

}  // namespace
}  // namespace vav
