#include "search/search_files.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <string>
#include <vector>

namespace vav {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

SearchDocument page(const std::string& id, const std::string& lang, const std::string& title, const std::string& text) {
  SearchDocument document;
  document.id = id;
  document.lang = lang;
  document.title = title;
  document.address = id + "/index.html";
  document.passages = {{"", "Ingress."}, {"p1", text}};
  return document;
}

std::vector<SearchDocument> pages() {
  return {page("hot", "sv", "Hot mot anställda", "Våldet syns sällan. Hot anmäls."),
          page("safety", "en", "Safety", "The agencies agreed."),
          page("vald", "sv", "Våld på arbetsplatsen", "Det's 'citat' \\ och våldsamt."),
          page("fi", "fi", "Väkivalta", "Ei.")};
}

std::vector<std::string> found(std::string_view query) {
  const std::vector<SearchDocument> documents = pages();
  std::vector<std::string> ids;
  for (const SearchHit& hit :
       search_documents(documents, build_search_indexes(documents, {"sv", "en"}, 1), query, 10)) {
    ids.push_back(documents[hit.document].id);
  }
  return ids;
}

std::string text_of(const std::vector<SnippetPart>& parts) {
  std::string text;
  for (const SnippetPart& part : parts) text += part.marked ? "[" + part.text + "]" : part.text;
  return text;
}

TEST(SearchFiles, WritesOneFolderALanguage) {
  const std::vector<SearchDocument> documents = pages();
  std::vector<std::string> paths;
  const std::vector<SearchFile> files =
      search_files(documents, build_search_indexes(documents, {"sv", "fi", "en"}, 1), 1);
  paths.reserve(files.size());
  for (const SearchFile& file : files) paths.push_back(file.path);
  EXPECT_THAT(
      paths, ElementsAre("search/sv/documents.json", "search/sv/index.js", "search/sv/index.json",
                         "search/sv/options.json", "search/sv/pages.js", "search/en/documents.json",
                         "search/en/index.js", "search/en/index.json", "search/en/options.json", "search/en/pages.js"));
  EXPECT_EQ(
      files[3].bytes,
      R"({"ref":"id","fields":[{"name":"title","boost":8},{"name":"aliases","boost":8},{"name":"headings","boost":3},)"
      R"({"name":"summary","boost":3},{"name":"body","boost":1},{"name":"kind","boost":1}],"lang":"sv"})"
      "\n");
  // A JavaScript string of JSON: both escape.
  EXPECT_THAT(files[4].bytes, HasSubstr(R"(Det\'s \'citat\' \\\\ och)"));
  EXPECT_TRUE(files[4].bytes.starts_with(R"(vavSearch.receive("sv","pages",'[{"id":"hot",)"));
}

TEST(SearchDocuments, RanksAllWordsFirst) {
  EXPECT_THAT(found("våld"), ElementsAre("vald", "hot"));
  EXPECT_THAT(found("hot våld"), ElementsAre("hot", "vald"));
  EXPECT_THAT(found("agreed"), ElementsAre("safety"));
  EXPECT_THAT(found("VA\u030ALDSA"), ElementsAre("vald"));
  EXPECT_THAT(found("xyzzy"), ElementsAre());
}

TEST(SearchDocuments, TakesAnyText) {
  for (const std::string query :
       {"UKÄ: x", "rapport^", "+", "-", "SCB:s", "title:x~1", "<b>", "😀", "__proto__", "\xFF\xFE", "*", ""}) {
    EXPECT_THAT(found(query), ElementsAre()) << query;
  }
  EXPECT_THAT(found(std::string(100000, 'x')), ElementsAre());
  EXPECT_THAT(found("+våld^2 \xED\xA0\xBD"), ElementsAre());
  std::string many = "hot";
  for (int i = 0; i < 100; ++i) many += " ord" + std::to_string(i);
  EXPECT_THAT(found(many), ElementsAre("hot"));
  const std::vector<SearchDocument> documents = pages();
  const auto indexes = build_search_indexes(documents, {"sv"}, 1);
  EXPECT_EQ(search_documents(documents, indexes, std::u16string{u'h', u'o', u't', u' ', char16_t{0xD83D}}, 10).size(),
            1U);
  EXPECT_TRUE(search_documents(documents, {}, "hot", 10).empty());
}

TEST(SearchDocuments, PointsAtThePassageAndMarksWords) {
  const std::vector<SearchDocument> documents = pages();
  const auto indexes = build_search_indexes(documents, {"sv", "en"}, 1);
  const std::vector<SearchHit> hits = search_documents(documents, indexes, "anmäla sällan", 10);
  ASSERT_EQ(hits.size(), 1U);
  EXPECT_EQ(hits[0].anchor, "p1");
  EXPECT_EQ(text_of(hits[0].snippet), "Våldet syns [sällan]. Hot [anmäls].");
  // The title answers as well: the top of the page.
  EXPECT_EQ(search_documents(documents, indexes, "hot", 1).at(0).anchor, "");
}

TEST(SearchDocuments, CutsLongPassages) {
  std::string text;
  for (int i = 0; i < 50; ++i) text += "fyllnad ";
  const std::vector<SearchDocument> documents = {page("lang", "sv", "Lång", text + "ombud " + text)};
  const std::vector<SearchHit> hits =
      search_documents(documents, build_search_indexes(documents, {"sv"}, 1), "ombud", 10);
  ASSERT_EQ(hits.size(), 1U);
  const std::string snippet = text_of(hits[0].snippet);
  EXPECT_TRUE(snippet.starts_with("… fyllnad fyllnad fyllnad fyllnad fyllnad fyllnad [ombud] fyllnad")) << snippet;
  EXPECT_TRUE(snippet.ends_with("fyllnad …")) << snippet;
}

}  // namespace
}  // namespace vav
