#include "search/passages.h"

#include <gtest/gtest.h>
#include <string>

#include "opened_pages.h"

namespace vav {
namespace {

std::string text_of(const std::vector<SnippetPart>& parts) {
  std::string text;
  for (const SnippetPart& part : parts) text += part.marked ? "[" + part.text + "]" : part.text;
  return text;
}

SearchDocument page() {
  SearchDocument document = search_page("Hot mot anställda", "Ingress om arbetet.");
  document.summary = "Sammanfattning.";
  document.passages.push_back({"p1", "Våldet syns sällan. ”Hot”, anmäls!"});
  document.passages.push_back({"p2", "Hot på arbetsplatsen."});
  return document;
}

FoundPassage found(std::u16string_view query) {
  OpenedPages opened({page()});
  const PassageFinder finder(opened.vocabulary(), opened.index().pipeline(), opened.expand(query));
  return find_passage(finder, page());
}

TEST(FindPassage, PointsAtThePassageAndMarksWords) {
  const FoundPassage passage = found(u"anmäla sällan");
  EXPECT_EQ(passage.anchor, "p1");
  EXPECT_EQ(text_of(passage.snippet), "Våldet syns [sällan]. ”Hot”, [anmäls]!");
  EXPECT_EQ(text_of(found(u"våld hot").snippet), "[Våldet] syns sällan. ”[Hot]”, anmäls!");
}

TEST(FindPassage, PointsAtTheTopWhenTheTitleAnswersAsWell) {
  EXPECT_EQ(found(u"hot").anchor, "");
  EXPECT_EQ(text_of(found(u"hot").snippet), "Våldet syns sällan. ”[Hot]”, anmäls!");
}

TEST(FindPassage, ShowsTheSummaryWhenNoPassageAnswers) {
  EXPECT_EQ(text_of(found(u"xyzzy").snippet), "Sammanfattning.");
}

TEST(FindPassage, PrefersTheSummary) {
  SearchDocument document = search_page("Sida", "Ingress om lönen.");
  document.summary = "Sammanfattning om lönen.";
  document.passages.push_back({"p1", "Lönen och villkoren."});
  OpenedPages pages({document});
  const auto show = [&](std::u16string_view query) {
    const PassageFinder finder(pages.vocabulary(), pages.index().pipeline(), pages.expand(query));
    return find_passage(finder, document);
  };
  EXPECT_EQ(text_of(show(u"lönen").snippet), "Sammanfattning om [lönen].");
  EXPECT_EQ(show(u"lönen").anchor, "");
  EXPECT_EQ(show(u"lönen villkoren").anchor, "p1");
}

TEST(FindPassage, CutsLongPassages) {
  std::string filling;
  for (int i = 0; i < 50; ++i) filling += "fyllnad ";
  OpenedPages pages({search_page("Lång", filling + "ombud " + filling)});
  const PassageFinder finder(pages.vocabulary(), pages.index().pipeline(), pages.expand(u"ombud"));
  const std::string snippet = text_of(find_passage(finder, pages.index().document(0)).snippet);
  EXPECT_TRUE(snippet.starts_with("… fyllnad fyllnad fyllnad fyllnad fyllnad fyllnad [ombud] fyllnad")) << snippet;
  EXPECT_TRUE(snippet.ends_with("fyllnad …")) << snippet;
}

}  // namespace
}  // namespace vav
