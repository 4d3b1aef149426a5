#include "authoring/content_change.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace vav {
namespace {

const MemoryDisk::Files before = {{"/c/a.md", "a"}, {"/c/b.md", "b"}, {"/c/old.md", "old"}};
const ContentChange change{{{"a.md", "a2"}, {"b.md", "b2"}, {"new.md", "old2"}}, {"old.md"}};

MemoryDisk::Files files_of(const MemoryDisk& disk) {
  MemoryDisk::Files files;
  const auto entries = disk.list_tree("/c");
  for (const FileEntry& entry : *entries) {
    const auto bytes = disk.read_file("/c/" + entry.path);
    if (bytes) files["/c/" + entry.path] = *bytes;
  }
  return files;
}

TEST(ContentChange, IsDoneWhole) {
  MemoryDisk disk(before);
  ASSERT_TRUE(apply_change(disk, "/c", change));
  EXPECT_EQ(files_of(disk), (MemoryDisk::Files{{"/c/a.md", "a2"}, {"/c/b.md", "b2"}, {"/c/new.md", "old2"}}));
}

TEST(ContentChange, IsNotDoneAtAllWhereTheDiskRefuses) {
  for (const auto refusal : {MemoryDisk::Refusal::once, MemoryDisk::Refusal::space}) {
    std::size_t refused = 0;
    for (std::size_t calls = 0; calls < 30; ++calls) {
      MemoryDisk disk(before);
      disk.fail_after(calls, refusal);
      if (apply_change(disk, "/c", change)) continue;
      ++refused;
      MemoryDisk::Files left = files_of(disk);
      // A file that could not be removed either is hidden.
      std::erase_if(left, [](const auto& file) { return file.first.starts_with("/c/."); });
      EXPECT_EQ(left, before) << calls;
    }
    EXPECT_GT(refused, 5U);
  }
}

TEST(OverlayDisk, IsTheDiskAfterAChange) {
  const MemoryDisk disk(before);
  OverlayDisk after(disk, overlay_of(change, "/c/"));
  EXPECT_EQ(*after.read_file("/c/./a.md"), "a2");
  EXPECT_EQ(*after.read_file("/c/new.md"), "old2");
  EXPECT_FALSE(after.read_file("/c/old.md"));
  EXPECT_EQ(after.type_of("/c/old.md"), std::nullopt);
  EXPECT_EQ(after.type_of("/c/new.md"), FileType::file);
  std::vector<std::string> paths;
  const auto entries = after.list_tree("/c");
  for (const FileEntry& entry : *entries) paths.push_back(entry.path);
  EXPECT_THAT(paths, testing::ElementsAre("a.md", "b.md", "new.md"));
  EXPECT_FALSE(after.write_file("/c/a.md", "x"));
  EXPECT_EQ(*disk.read_file("/c/a.md"), "a");
}

}  // namespace
}  // namespace vav
