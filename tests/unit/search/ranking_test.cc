#include "search/ranking.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <string>
#include <vector>

#include "opened_pages.h"
#include "search/rounding.h"

namespace vav {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> found(OpenedPages& pages, std::u16string_view query) {
  std::vector<std::string> titles;
  for (const RankedDocument& hit : rank_documents(pages.index(), pages.expand(query)))
    titles.push_back(pages.title(hit.document));
  return titles;
}

TEST(RoundHalfUp, IsJavaScripts) {
  EXPECT_EQ(round_half_up(2.5), 3);
  EXPECT_EQ(round_half_up(-2.5), -2);
  EXPECT_EQ(round_half_up(0.49999999999999994), 0);
}

TEST(RankDocuments, PutsDocumentsWithAllWordsFirst) {
  OpenedPages pages({search_page("Hot", "Hot hot hot."), search_page("Båda", "Hot och våld i arbetet."),
                     search_page("Våld", "Våld.")});
  EXPECT_EQ(found(pages, u"hot våld").front(), "Båda");
  const auto hits = rank_documents(pages.index(), pages.expand(u"hot våld"));
  ASSERT_EQ(hits.size(), 3U);
  EXPECT_EQ(hits[0].missing, 0);
  EXPECT_EQ(hits[1].missing, 1);
  EXPECT_THAT(found(pages, u"xyzzy"), IsEmpty());
}

TEST(RankDocuments, PrefersTitles) {
  OpenedPages pages({search_page("Sidan", "Lärosäte lärosäte lärosäte."), search_page("Lärosäte i stad", "Text."),
                     search_page("Lärosäte", "Text.")});
  EXPECT_THAT(found(pages, u"lärosäte"), ElementsAre("Lärosäte", "Lärosäte i stad", "Sidan"));
}

TEST(RankDocuments, PrefersWhatHasTheName) {
  SearchDocument agency = search_page("Statistiska centralbyrån", "Statistik.");
  agency.names = {"Statistiska centralbyrån", "SCB"};
  OpenedPages pages({search_page("SCB", "SCB."), agency});
  EXPECT_EQ(found(pages, u"scb").size(), 2U);
  EXPECT_EQ(found(pages, u"centralbyrån scb").front(), "Statistiska centralbyrån");
}

TEST(RankDocuments, PutsOutdatedPagesBack) {
  SearchDocument old = search_page("Gammal", "Om heltid.");
  old.outdated = true;
  OpenedPages pages({old, search_page("Färsk", "Om heltid.")});
  EXPECT_THAT(found(pages, u"heltid"), ElementsAre("Färsk", "Gammal"));
}

TEST(RankDocuments, HeedsPhrasesAndMinus) {
  OpenedPages pages(
      {search_page("A", "Hot och våld."), search_page("B", "Våld och hot."), search_page("C", "Hot om våld på väg.")});
  EXPECT_THAT(found(pages, u"\"hot och våld\""), ElementsAre("A", "C"));
  EXPECT_THAT(found(pages, u"\"våld hot\""), IsEmpty());
  EXPECT_THAT(found(pages, u"våld -väg"), ElementsAre("A", "B"));
  EXPECT_THAT(found(pages, u"\"våld\" \"xyzzy\""), IsEmpty());
}

TEST(RankDocuments, PrefersNeighbours) {
  const std::string far = " ett två tre fyra fem sex sju åtta nio tio elva tolv ";
  OpenedPages pages(
      {search_page("Långt", "Trygg" + far + "arbetsplats"), search_page("Intill", "Trygg arbetsplats" + far)});
  EXPECT_THAT(found(pages, u"trygg arbetsplats"), ElementsAre("Intill", "Långt"));
}

TEST(RankDocuments, FindsThePartsOfACompound) {
  OpenedPages pages({search_page("Nära", "Löner och andra villkor."), search_page("Lön", "Löner."),
                     search_page("Villkor", "Villkor.")});
  EXPECT_THAT(found(pages, u"lönevillkor"), ElementsAre("Nära"));
}

TEST(RankDocuments, FindsAWordThatEveryPageHas) {
  std::vector<SearchDocument> documents;
  for (int i = 0; i < 1200; ++i) documents.push_back(search_page("Sida " + std::to_string(i), "Mål."));
  OpenedPages pages(std::move(documents));
  const auto hits = rank_documents(pages.index(), pages.expand(u"mål"));
  ASSERT_EQ(hits.size(), 1200U);
  EXPECT_EQ(hits[0].missing, 0);
  EXPECT_EQ(hits[0].document, 0U);
}

}  // namespace
}  // namespace vav
