// What only a real disk can do: full devices, pipes, file times, permissions.
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include "disk/disk.h"

namespace vav {
namespace {

using testing::HasSubstr;

class RealDiskTest : public testing::Test {
 protected:
  RealDiskTest() {
    std::string pattern = (std::filesystem::temp_directory_path() / "vav-disk-XXXXXX").string();
    root = ::mkdtemp(pattern.data());
  }
  void TearDown() override { std::filesystem::remove_all(root); }
  std::string at(const std::string& name) const { return root + "/" + name; }

  RealDisk disk;
  std::string root;
};

TEST_F(RealDiskTest, ReportsAFullDisk) {
  if (!std::filesystem::exists("/dev/full")) GTEST_SKIP() << "no /dev/full on this system";
  // Through a link, so that the clean-up after the failure removes the link and not the device.
  std::filesystem::create_symlink("/dev/full", at("full"));
  const auto written = disk.write_file(at("full"), "bytes");
  ASSERT_FALSE(written.ok());
  EXPECT_EQ(written.failure().message, "cannot write " + at("full") + ": No space left on device");
  EXPECT_THAT(written.failure().hint, HasSubstr("disk is full"));
  EXPECT_FALSE(std::filesystem::is_symlink(at("full")));
  EXPECT_TRUE(std::filesystem::exists("/dev/full"));
}

TEST_F(RealDiskTest, DoesNotWaitForAPipe) {
  ASSERT_EQ(::mkfifo(at("pipe").c_str(), 0600), 0);
  EXPECT_THAT(disk.read_file(at("pipe")).failure().message, HasSubstr("not a regular file"));
  EXPECT_EQ(disk.type_of(at("pipe")), FileType::other);
  EXPECT_EQ(disk.list_tree(root)->at(0).type, FileType::other);
}

TEST_F(RealDiskTest, ReadsFilesWhoseSizeIsNotKnown) {
  EXPECT_THAT(disk.read_file("/proc/self/status").value(), HasSubstr("Name:"));
}

TEST_F(RealDiskTest, KeepsTimesInLinks) {
  ASSERT_TRUE(disk.write_file(at("a"), "one").ok());
  const timespec long_ago[] = {{1'000'000, 0}, {1'000'000, 5}};
  ASSERT_EQ(::utimensat(AT_FDCWD, at("a").c_str(), long_ago, 0), 0);
  ASSERT_TRUE(disk.link_file(at("a"), at("b")).ok());
  EXPECT_EQ(std::filesystem::last_write_time(at("a")), std::filesystem::last_write_time(at("b")));

  // Another file system: a copy with the same time. /dev/shm is one on most systems.
  const std::string elsewhere = "/dev/shm/vav-disk-test-" + std::to_string(::getpid());
  if (!std::filesystem::is_directory("/dev/shm")) GTEST_SKIP() << "no /dev/shm: copying in place of a link not tried";
  ASSERT_TRUE(disk.link_file(at("a"), elsewhere).ok());
  struct stat status{};
  ASSERT_EQ(::stat(elsewhere.c_str(), &status), 0);
  EXPECT_EQ(status.st_mtim.tv_sec, 1'000'000);
  EXPECT_EQ(disk.read_file(elsewhere).value(), "one");
  EXPECT_FALSE(disk.link_file(at("a"), elsewhere).ok());
  EXPECT_TRUE(disk.remove(elsewhere).ok());
}

TEST_F(RealDiskTest, CopiesPermissions) {
  ASSERT_TRUE(disk.make_folder(at("a")).ok());
  ASSERT_TRUE(disk.make_folder(at("b")).ok());
  ASSERT_EQ(::chmod(at("a").c_str(), 0751), 0);
  disk.copy_permissions(at("a"), at("b"));
  struct stat status{};
  ASSERT_EQ(::stat(at("b").c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 07777U, 0751U);
}

TEST_F(RealDiskTest, SaysWhenItMayNot) {
  if (::geteuid() == 0) GTEST_SKIP() << "root may write everywhere";
  ASSERT_TRUE(disk.make_folder(at("closed")).ok());
  ASSERT_EQ(::chmod(at("closed").c_str(), 0500), 0);
  const auto written = disk.write_file(at("closed/a"), "");
  EXPECT_THAT(written.failure().message, HasSubstr("Permission denied"));
  EXPECT_THAT(written.failure().hint, HasSubstr("permissions"));
}

TEST_F(RealDiskTest, KnowsMountPoints) {
  EXPECT_TRUE(disk.is_mount_point("/"));
  EXPECT_FALSE(disk.is_mount_point(root));
  EXPECT_FALSE(disk.is_mount_point(at("no")));
}

TEST_F(RealDiskTest, ResolvesFromTheCurrentFolder) {
  const auto before = std::filesystem::current_path();
  std::filesystem::current_path(root);
  const std::string here = std::filesystem::canonical(root).string();
  EXPECT_EQ(disk.real_path(".").value(), here);
  EXPECT_EQ(disk.real_path("build/site").value(), here + "/build/site");
  std::filesystem::current_path(before);
}

}  // namespace
}  // namespace vav
