// write_site() in memory: what it writes, what it refuses.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "output/output_tree.h"
#include "site_writing.h"

namespace vav {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

const Content first_site = {{"index.html", "start"}, {"moten/a/index.html", "a"}, {"assets/x.js", "x"}};
const Content second_site = {{"index.html", "start"}, {"moten/b/index.html", "b"}, {"assets/x.js", "new"}};

std::string refusal(Disk& disk, const std::string& folder) {
  const auto report = write_site(disk, tree_of(first_site), folder, 2);
  return report ? "written" : report.failure().message;
}

TEST(WriteSite, WritesIntoAMissingFolder) {
  MemoryDisk disk;
  const auto report = write_site(disk, tree_of(first_site), "/build/out/site", 2);
  ASSERT_TRUE(report.ok()) << report.failure().message;
  EXPECT_EQ(report->written, 4U);
  EXPECT_EQ(report->unchanged, 0U);
  EXPECT_THAT(report->note, IsEmpty());
  EXPECT_EQ(content_of(disk, "/build/out/site"), with_sums(disk, first_site));
  EXPECT_EQ(disk.list_tree("/build/out").value()[0].path, "site");
}

TEST(WriteSite, WritesIntoAnEmptyFolder) {
  MemoryDisk disk;
  ASSERT_TRUE(disk.make_folder("/site/empty/below").ok());
  ASSERT_TRUE(write_site(disk, tree_of(first_site), "/site", 2).ok());
  EXPECT_EQ(content_of(disk, "/site"), with_sums(disk, first_site));
}

TEST(WriteSite, WritesNothingWhenNothingChanged) {
  MemoryDisk disk;
  ASSERT_TRUE(write_site(disk, tree_of(first_site), "/site", 2).ok());
  const std::size_t before = disk.changes();
  const auto report = write_site(disk, tree_of(first_site), "/site", 2);
  ASSERT_TRUE(report.ok());
  EXPECT_EQ(disk.changes(), before);
  EXPECT_EQ(report->written, 0U);
  EXPECT_EQ(report->unchanged, 4U);
}

TEST(WriteSite, KeepsTimesOfUnchangedFiles) {
  MemoryDisk disk;
  ASSERT_TRUE(write_site(disk, tree_of(first_site), "/site", 2).ok());
  const std::size_t start = disk.version_of("/site/index.html");
  const std::size_t script = disk.version_of("/site/assets/x.js");
  const auto report = write_site(disk, tree_of(second_site), "/site", 2);
  ASSERT_TRUE(report.ok()) << report.failure().message;
  EXPECT_EQ(content_of(disk, "/"), [&] {
    Content all;
    for (const auto& [path, bytes] : with_sums(disk, second_site)) all["site/" + path] = bytes;
    return all;
  }());
  EXPECT_EQ(disk.version_of("/site/index.html"), start);
  EXPECT_GT(disk.version_of("/site/assets/x.js"), script);
  EXPECT_EQ(report->written, 3U);
  EXPECT_EQ(report->unchanged, 1U);
  EXPECT_EQ(report->removed, 1U);
}

TEST(WriteSite, PutsRightWhatSomeoneChanged) {
  MemoryDisk disk;
  ASSERT_TRUE(write_site(disk, tree_of(first_site), "/site", 2).ok());
  ASSERT_TRUE(disk.write_file("/site/index.html", "changed by hand").ok());
  ASSERT_TRUE(disk.remove("/site/assets").ok());
  const auto report = write_site(disk, tree_of(first_site), "/site", 2);
  ASSERT_TRUE(report.ok());
  EXPECT_EQ(report->written, 2U);
  EXPECT_EQ(content_of(disk, "/site"), with_sums(disk, first_site));
}

TEST(WriteSite, CopiesFiles) {
  MemoryDisk disk(MemoryDisk::Files{{"/content/a.pdf", "pdf"}});
  Diagnostics found;
  const auto tree = OutputTree::lay_out({{"index.html", "x", "", "x"}, {"a.pdf", "", "/content/a.pdf", "y"}}, found);
  ASSERT_TRUE(write_site(disk, tree, "/site", 2).ok());
  EXPECT_EQ(disk.read_file("/site/a.pdf").value(), "pdf");
  EXPECT_EQ(write_site(disk, tree, "/site", 2)->written, 0U);
  ASSERT_TRUE(disk.write_file("/content/a.pdf", "newer").ok());
  EXPECT_EQ(write_site(disk, tree, "/site", 2)->written, 2U);
  EXPECT_EQ(disk.read_file("/site/a.pdf").value(), "newer");
  ASSERT_TRUE(disk.remove("/content/a.pdf").ok());
  EXPECT_THAT(write_site(disk, tree, "/site", 2).failure().message, HasSubstr("/content/a.pdf"));
}

TEST(WriteSite, KeepsALinkedFolderALink) {
  MemoryDisk disk;
  ASSERT_TRUE(disk.make_folder("/srv/www").ok());
  disk.add_link("/site", "srv/www");
  disk.add_link("/later", "srv/later");
  ASSERT_TRUE(write_site(disk, tree_of(first_site), "/site", 2).ok());
  ASSERT_TRUE(write_site(disk, tree_of(first_site), "/later", 2).ok());
  EXPECT_EQ(disk.type_of("/site", false), FileType::link);
  EXPECT_EQ(content_of(disk, "/srv/www"), with_sums(disk, first_site));
  EXPECT_EQ(content_of(disk, "/srv/later"), with_sums(disk, first_site));
}

TEST(WriteSite, RefusesFoldersOfOthers) {
  MemoryDisk disk(MemoryDisk::Files{{"/home/letter.txt", ""}, {"/home/b", ""}, {"/home/c/d", ""}, {"/home/e", ""}});
  const auto report = write_site(disk, tree_of(first_site), "/home", 2);
  EXPECT_EQ(report.failure().message, "/home holds files that vav did not write: b, c/d, e and 1 more");
  EXPECT_THAT(report.failure().hint, HasSubstr("--out"));
  EXPECT_EQ(disk.changes(), 0U);
}

TEST(WriteSite, RefusesASiteWithAForeignFile) {
  MemoryDisk disk;
  ASSERT_TRUE(write_site(disk, tree_of(first_site), "/site", 2).ok());
  ASSERT_TRUE(disk.write_file("/site/moten/mine.txt", "").ok());
  const std::size_t before = disk.changes();
  EXPECT_EQ(refusal(disk, "/site"), "/site holds files that vav did not write: moten/mine.txt");
  EXPECT_EQ(disk.changes(), before);
  // A link in place of a page of ours is not ours.
  ASSERT_TRUE(disk.remove("/site/moten/mine.txt").ok());
  ASSERT_TRUE(disk.remove("/site/index.html").ok());
  disk.add_link("/site/index.html", "assets/x.js");
  EXPECT_EQ(refusal(disk, "/site"), "/site holds files that vav did not write: index.html");
}

TEST(WriteSite, RefusesSumsThatAreNotOfVav) {
  const std::string hash(64, '0');
  MemoryDisk download(MemoryDisk::Files{{"/iso/disk.iso", "x"}, {"/iso/SHA256SUMS", hash + "  disk.iso\n"}});
  EXPECT_EQ(refusal(download, "/iso"), "/iso holds files that vav did not write: SHA256SUMS, disk.iso");
  MemoryDisk broken(MemoryDisk::Files{{"/s/index.html", "x"}, {"/s/SHA256SUMS", hash + "  index.html\nbroken\n"}});
  EXPECT_EQ(refusal(broken, "/s"), "/s holds files that vav did not write: SHA256SUMS, index.html");
}

TEST(WriteSite, RefusesWhatIsNoFolder) {
  MemoryDisk disk(MemoryDisk::Files{{"/file", ""}});
  EXPECT_EQ(refusal(disk, "/file"), "/file is a file, not a folder");
  EXPECT_THAT(refusal(disk, "/file/site"), HasSubstr("Not a directory"));
  EXPECT_THAT(refusal(disk, "/"), HasSubstr("whole file system"));
  EXPECT_EQ(disk.changes(), 0U);
}

}  // namespace
}  // namespace vav
