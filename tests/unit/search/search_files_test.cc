#include "search/search_files.h"

#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <string>
#include <vector>

#include "opened_pages.h"

namespace vav {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

std::vector<SearchDocument> pages() {
  return {search_page("Hot mot anställda", "Våldet syns sällan. Hot anmäls."),
          search_page("Safety", "The agencies agreed.", "en"),
          search_page("Våld på arbetsplatsen", "Det's 'citat' \\ och våldsamt."),
          search_page("Väkivalta", "Ei.", "fi")};
}

// A part's name without its fingerprint.
std::string without_fingerprint(const std::string& path) {
  const std::size_t dash = path.rfind('-');
  return dash == std::string::npos ? path : path.substr(0, dash);
}

TEST(SearchFiles, WritesOneFolderALanguage) {
  const std::vector<SearchDocument> documents = pages();
  const std::vector<SearchFile> files =
      search_files(documents, {}, build_search_indexes(documents, {"sv", "fi", "en"}, 1), 1);
  std::vector<std::string> paths;
  for (const SearchFile& file : files) {
    paths.push_back(without_fingerprint(file.path));
    if (file.path == "search/sv/options.json") {
      EXPECT_THAT(file.bytes, StartsWith(R"({"ref":"id","fields":[{"name":"title","boost":8},)"));
    } else if (file.path == "search/sv/head.js") {
      EXPECT_THAT(file.bytes,
                  StartsWith(R"(vavSearch.receive("sv","head",'{"format":1,"language":"sv","documents":3,)"));
    } else if (file.path.starts_with("search/sv/parts/x-")) {
      // A JavaScript string of JSON: both escape.
      EXPECT_THAT(file.bytes, HasSubstr(R"(Det\'s \'citat\' \\\\ och)"));
    }
  }
  for (const std::string language : {"sv", "en"}) {
    const std::string folder = "search/" + language + "/";
    for (const std::string name : {"documents.json", "index.json", "options.json", "head.js", "parts/n", "parts/p",
                                   "parts/t", "parts/v", "parts/x"})
      EXPECT_EQ(std::count(paths.begin(), paths.end(), folder + name), 1) << folder + name;
  }
  EXPECT_EQ(paths.size(), 18U);
}

}  // namespace
}  // namespace vav
