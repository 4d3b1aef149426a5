// The switches that MemoryDisk has for tests.
#include <gtest/gtest.h>

#include "disk/disk.h"

namespace vav {
namespace {

TEST(MemoryDisk, RefusesOnce) {
  MemoryDisk disk(MemoryDisk::Files{{"/a", "old"}});
  disk.fail_after(1, MemoryDisk::Refusal::once);
  EXPECT_TRUE(disk.write_file("/b", "").ok());
  EXPECT_FALSE(disk.write_file("/a", "new").ok());
  // A write that fails half-way has destroyed what was there.
  EXPECT_EQ(disk.type_of("/a"), std::nullopt);
  EXPECT_TRUE(disk.write_file("/a", "new").ok());
  EXPECT_EQ(disk.changes(), 3U);
}

TEST(MemoryDisk, IsFull) {
  MemoryDisk disk(MemoryDisk::Files{{"/a", ""}, {"/b", ""}});
  disk.fail_after(0, MemoryDisk::Refusal::space);
  EXPECT_FALSE(disk.make_folder("/folder").ok());
  EXPECT_FALSE(disk.link_file("/a", "/c").ok());
  EXPECT_TRUE(disk.rename("/a", "/b").ok());
  EXPECT_TRUE(disk.remove("/b").ok());
}

TEST(MemoryDisk, RefusesAllChanges) {
  MemoryDisk disk(MemoryDisk::Files{{"/a/x", "x"}, {"/b/y", "y"}});
  disk.refuse_writes();
  EXPECT_FALSE(disk.write_file("/a/x", "").ok());
  EXPECT_FALSE(disk.remove("/b").ok());
  EXPECT_FALSE(disk.exchange("/a", "/b").ok());
  EXPECT_FALSE(disk.rename("/b/y", "/b/z").ok());
  EXPECT_TRUE(disk.read_file("/b/y").ok());
}

TEST(MemoryDisk, CountsVersions) {
  MemoryDisk disk(MemoryDisk::Files{{"/a", "one"}});
  const std::size_t first = disk.version_of("/a");
  ASSERT_TRUE(disk.link_file("/a", "/b").ok());
  EXPECT_EQ(disk.version_of("/b"), first);
  ASSERT_TRUE(disk.write_file("/a", "one").ok());
  EXPECT_GT(disk.version_of("/a"), first);
  EXPECT_EQ(disk.version_of("/no"), 0U);
}

}  // namespace
}  // namespace vav
