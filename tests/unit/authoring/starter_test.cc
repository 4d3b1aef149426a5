#include "authoring/starter.h"

#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "config/site_config.h"
#include "markdown/document.h"
#include "pages/page.h"

namespace vav {
namespace {

class Starter : public testing::TestWithParam<const char*> {};

// That the whole site builds is shown with the real program (tests/properties/authoring_test.py).
TEST_P(Starter, IsReadWithoutAFinding) {
  const std::vector<StarterFile> files = starter_files(GetParam(), {2026, 11, 22});
  MemoryDisk disk;
  ASSERT_TRUE(disk.make_folder("/c"));
  for (const StarterFile& file : files) {
    ASSERT_TRUE(disk.make_folder(
        "/c/" + file.path.substr(0, file.path.rfind('/') == std::string::npos ? 0 : file.path.rfind('/'))));
    ASSERT_TRUE(disk.write_file("/c/" + file.path, file.text));
    EXPECT_EQ(file.text.find("$TODAY"), std::string::npos) << file.path;
  }
  EXPECT_EQ(files.back().path, "vav.yaml");
  prime_markdown_parser();
  Diagnostics diagnostics;
  const auto config = read_config(disk, "/c", diagnostics);
  ASSERT_TRUE(config);
  EXPECT_EQ(config->lang, GetParam());
  const Result<Sources> sources = collect_sources(disk, "/c", *config, 1, diagnostics);
  ASSERT_TRUE(sources);
  EXPECT_EQ(sources->pages.size(), files.size() - 2);
  for (const SourceFile& source : sources->pages) {
    const Page page = parse_page(source, *config, diagnostics);
    EXPECT_FALSE(page.summary.empty()) << page.path;
    EXPECT_EQ(page.published, (Date{2026, 11, 22})) << page.path;
  }
  EXPECT_TRUE(diagnostics.empty()) << diagnostics.all().front().message.english;
}

INSTANTIATE_TEST_SUITE_P(Languages, Starter, testing::Values("sv", "en"),
                         [](const auto& one) { return std::string(one.param); });

TEST(StarterTwins, HaveTheSameParts) {
  const auto parts = [](std::string_view language) {
    std::vector<std::size_t> counts;
    for (const StarterFile& file : starter_files(language, {2026, 11, 22}))
      counts.push_back(static_cast<std::size_t>(std::ranges::count(file.text, '\n')));
    return counts;
  };
  EXPECT_EQ(parts("sv"), parts("en"));
}

}  // namespace
}  // namespace vav
