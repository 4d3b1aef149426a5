#include "search/engine.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <string>
#include <vector>

#include "opened_pages.h"

namespace vav {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

std::vector<SearchDocument> pages() {
  std::vector<SearchDocument> documents = {search_page("hot", "Hot mot anställda. Jämställdhet."),
                                           search_page("safety", "The agencies agreed on UKÄ.", "en"),
                                           search_page("vald", "Våld på arbetsplatsen hos UKÄ."),
                                           search_page("fi", "Väkivalta hot.", "fi")};
  documents[1].date_iso = "2025-05-08";
  documents[2].date_iso = "2024";
  return documents;
}

SearchAnswer answer(std::string_view query, std::size_t limit = 10) {
  const std::vector<SearchDocument> documents = pages();
  return search_documents(documents, build_search_indexes(documents, {"sv", "en"}, 1), query, limit);
}

std::vector<std::string> found(std::string_view query) {
  std::vector<std::string> ids;
  for (const SearchHit& hit : answer(query).hits) ids.push_back(pages()[hit.document].id);
  return ids;
}

TEST(SearchEngine, FindsWhatIsInALanguageWithoutRulesInTheFirstIndex) {
  EXPECT_THAT(found("väkivalta"), ElementsAre("fi"));
}

TEST(SearchEngine, MergesLanguages) {
  EXPECT_THAT(found("agreed"), ElementsAre("safety"));
  EXPECT_THAT(found("VA\u030ALDET"), ElementsAre("vald"));
  EXPECT_THAT(found("ukä"), UnorderedElementsAre("vald", "safety"));
  EXPECT_EQ(answer("ukä", 1).hits.size(), 1U);
  EXPECT_THAT(found("xyzzy"), IsEmpty());
}

TEST(SearchEngine, ShowsTheNewestWhereNothingIsAsked) {
  EXPECT_THAT(found(" \t"), ElementsAre("safety", "vald", "hot", "fi"));
}

TEST(SearchEngine, SuggestsWhatMayBeMeant) {
  EXPECT_EQ(answer("jämstäldhet ").suggestion, "jämställdhet ");
  EXPECT_EQ(answer("Hot och JÄMSTÄLDHET").suggestion, "Hot och jämställdhet");
  EXPECT_EQ(answer("jämställdhet").suggestion, "");
  // Known in one language is known.
  EXPECT_EQ(answer("agencies").suggestion, "");
  EXPECT_EQ(answer("xyzzyxyzzy").suggestion, "");
}

TEST(SearchEngine, TakesAnyText) {
  for (const std::string query : {"+", "-", "title:x~1", "<b>", "😀", "__proto__", "\xFF\xFE", "*", "\"", "\"\" -"})
    EXPECT_THAT(found(query), IsEmpty()) << query;
  EXPECT_THAT(found(std::string(100000, 'x')), IsEmpty());
  const std::vector<SearchDocument> documents = pages();
  const auto indexes = build_search_indexes(documents, {"sv"}, 1);
  const std::u16string lone = {u'h', u'o', u't', u' ', char16_t{0xD83D}};
  EXPECT_EQ(search_documents(documents, indexes, lone, 10).hits.size(), 2U);
  EXPECT_TRUE(search_documents(documents, {}, "hot", 10).hits.empty());
}

}  // namespace
}  // namespace vav
