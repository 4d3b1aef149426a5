#include "output/output_tree.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/hash.h"

namespace vav {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

OutputFile made(const std::string& path, const std::string& made_by, const std::string& bytes = "") {
  return {path, bytes, {}, made_by};
}

std::vector<std::string> paths_of(const OutputTree& tree) {
  std::vector<std::string> paths;
  for (const OutputFile& file : tree.files()) paths.push_back(file.path);
  return paths;
}

TEST(OutputTree, SortsAndFinds) {
  Diagnostics found;
  const auto tree = OutputTree::lay_out({made("b/index.html", "b"), made("a-c", "x"), made("a/b", "y")}, found);
  EXPECT_TRUE(found.empty());
  EXPECT_THAT(paths_of(tree), ElementsAre("a-c", "a/b", "b/index.html"));
  ASSERT_NE(tree.find("a/b"), nullptr);
  EXPECT_EQ(tree.find("a/b")->made_by, "y");
  EXPECT_EQ(tree.find("a"), nullptr);
  EXPECT_EQ(tree.find("c"), nullptr);
}

// The message of the only finding.
std::string clash(std::vector<OutputFile> files, std::size_t files_left) {
  Diagnostics found;
  const auto tree = OutputTree::lay_out(std::move(files), found);
  EXPECT_EQ(tree.files().size(), files_left);
  if (found.all().size() != 1) return std::to_string(found.all().size()) + " findings";
  EXPECT_EQ(found.all()[0].id, "duplicate-output");
  EXPECT_EQ(found.all()[0].span.path, "second");
  return found.all()[0].message.english;
}

TEST(OutputTree, NamesBothMakersOfOnePath) {
  EXPECT_EQ(clash({made("a.html", "first"), made("b", "x"), made("a.html", "second")}, 2),
            R"("a.html" is written by first and by second)");
  EXPECT_EQ(clash({made("SHA256SUMS", "second")}, 0), R"("SHA256SUMS" is written by vav itself and by second)");
}

TEST(OutputTree, RefusesWhatDiffersInCaseOnly) {
  EXPECT_EQ(clash({made("Åsa.pdf", "first"), made("åsa.pdf", "second")}, 1),
            R"("Åsa.pdf", written by first, and "åsa.pdf", written by second, are one file on Windows and macOS)");
  EXPECT_EQ(clash({made("A/x", "first"), made("a/y", "second")}, 1),
            R"(the folders of "A/x", written by first, and "a/y", written by second, differ in case only)");
}

TEST(OutputTree, RefusesAFileThatIsAFolderToo) {
  EXPECT_EQ(clash({made("a", "first"), made("a/b/c", "second")}, 1),
            R"("a", written by first, would have to be a folder too, for "a/b/c", written by second)");
  EXPECT_EQ(clash({made("a/b/c", "first"), made("a/b", "second")}, 1),
            R"("a/b", written by second, would have to be a folder too, for "a/b/c", written by first)");
}

TEST(OutputTree, TakesPathsThatAreNotUtf8) {
  Diagnostics found;
  EXPECT_EQ(OutputTree::lay_out({made("a\xFF", "x"), made("b", "y")}, found).files().size(), 2U);
}

TEST(Checksums, ListsEveryFileSorted) {
  const MemoryDisk disk(MemoryDisk::Files{{"/theme/logo.svg", "<svg/>"}});
  Diagnostics found;
  const auto tree =
      OutputTree::lay_out({made("b", "x", "bytes"), {"a/logo.svg", "", "/theme/logo.svg", "the theme"}}, found);
  const std::string expected = sha256("<svg/>") + "  a/logo.svg\n" + sha256("bytes") + "  b\n";
  EXPECT_EQ(checksums(disk, tree, 1).value(), expected);
  EXPECT_EQ(checksums(disk, tree, 4).value(), expected);
}

TEST(Checksums, TakesTheHashOfTheMaker) {
  Diagnostics found;
  const auto tree = OutputTree::lay_out({{"a", "bytes", "", "x", "HASH"}}, found);
  EXPECT_EQ(checksums(MemoryDisk(), tree, 1).value(), "HASH  a\n");
}

TEST(Checksums, FailsWhenAFileToCopyIsGone) {
  Diagnostics found;
  const auto tree = OutputTree::lay_out({{"a", "", "/no", "x"}}, found);
  EXPECT_THAT(checksums(MemoryDisk(), tree, 2).failure().message, HasSubstr("/no"));
}

}  // namespace
}  // namespace vav
