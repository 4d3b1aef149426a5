#include "pages/source_file.h"

#include "../sample_site.h"

namespace vav {
namespace {

struct Collected {
  Sources sources;
  Diagnostics diagnostics;
};

Collected collect(const std::map<std::string, std::string>& files) {
  const MemoryDisk disk(files);
  Collected result;
  auto sources = collect_sources(disk, "/c", sample::config(), 2, result.diagnostics);
  EXPECT_TRUE(sources);
  if (sources) result.sources = *sources;
  return result;
}

TEST(Sources, FolderDecidesTheKindAndNameTheId) {
  const Collected result = collect({{"/c/vav.yaml", ""},
                                    {"/c/sessions/one.md", "x"},
                                    {"/c/sv/sessions/one.md", "y"},
                                    {"/c/sessions/_index.md", "z"}});
  ASSERT_EQ(result.sources.pages.size(), 3U);
  EXPECT_EQ(result.sources.pages[0].role, SourceRole::list_intro);
  EXPECT_EQ(result.sources.pages[1].id, "one");
  EXPECT_EQ(result.sources.pages[2].lang, "sv");
  EXPECT_TRUE(result.diagnostics.empty());
}

TEST(Sources, ReadmeAndHiddenNamesAreNeverPages) {
  const Collected result = collect({{"/c/README.md", "x"},
                                    {"/c/sessions/README.md", "x"},
                                    {"/c/sessions/_draft.md", "x"},
                                    {"/c/.git/a.md", "x"},
                                    {"/c/theme/a.md", "x"},
                                    {"/c/baselines/a.json", "{}"}});
  EXPECT_TRUE(result.sources.pages.empty());
  EXPECT_TRUE(result.sources.files.empty());
  EXPECT_TRUE(result.diagnostics.empty());
}

TEST(Sources, OtherFilesAreKeptForPagesToName) {
  EXPECT_EQ(collect({{"/c/sessions/b.png", "x"}, {"/c/sessions/one.md", "x"}}).sources.files,
            std::vector<std::string>{"sessions/b.png"});
}

TEST(Sources, EveryMarkdownFileIsAPageOrAFinding) {
  const std::vector<std::tuple<std::string, std::string, std::string>> cases = {
      {"/c/sesions/one.md", "unknown-folder", "did you mean the folder 'sessions'?"},
      {"/c/one.md", "unknown-folder", ""},
      {"/c/sessions/deep/one.md", "unknown-folder", ""},
      {"/c/sessions/Träff 2.md", "bad-file-name", "name the file traff-2.md"},
      {"/c/sessions/-x.md", "bad-file-name", "name the file x.md"},
  };
  for (const auto& [path, id, hint] : cases) {
    const Collected result = collect({{path, "x"}});
    ASSERT_EQ(result.diagnostics.all().size(), 1U) << path;
    EXPECT_EQ(result.diagnostics.all()[0].id, id) << path;
    if (!hint.empty()) {
      EXPECT_EQ(result.diagnostics.all()[0].hint.english, hint);
    }
    EXPECT_TRUE(result.sources.pages.empty());
  }
}

TEST(Sources, AFolderNamedAsAPageIsAFinding) {
  const Collected result = collect({{"/c/sessions/x.md/y.txt", "x"}});
  ASSERT_EQ(result.diagnostics.all().size(), 1U);
  EXPECT_EQ(result.diagnostics.all()[0].id, "bad-file-name");
}

TEST(Sources, ByteOrderMarkIsDroppedAndBadUtf8Found) {
  const Collected result = collect({{"/c/sessions/a.md", "\xEF\xBB\xBF---\n"}, {"/c/sessions/b.md", "ok\nå\xff"}});
  EXPECT_EQ(result.sources.pages[0].text, "---\n");
  EXPECT_EQ(sample::ids_and_places(result.diagnostics), std::vector<std::string>{"bad-utf8 2:2 1"});
}

}  // namespace
}  // namespace vav
