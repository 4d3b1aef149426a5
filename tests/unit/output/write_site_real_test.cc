// write_site() on real file systems: where a folder can be swapped, on a mount point, on an overlay.
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/mount.h>
#include <sys/stat.h>

#include "output/output_tree.h"
#include "site_writing.h"

namespace vav {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

const Content first_site = {{"index.html", "start"}, {"moten/a/index.html", "a"}, {"assets/x.js", "x"}, {"turns", "f"}};
const Content second_site = {{"index.html", "start"}, {"b/index.html", "b"}, {"assets/x.js", "new"}, {"turns/x", "f"}};

class RealSiteTest : public testing::Test {
 protected:
  RealSiteTest() {
    std::string pattern = (std::filesystem::temp_directory_path() / "vav-output-XXXXXX").string();
    root = ::mkdtemp(pattern.data());
  }
  void TearDown() override {
    for (const std::string& mounted : mounts) ::umount2(mounted.c_str(), MNT_DETACH);
    std::filesystem::remove_all(root);
  }
  std::string at(const std::string& name) const { return root + "/" + name; }
  Result<WriteReport> write(const Content& content, const std::string& folder) {
    return write_site(disk, tree_of(content), folder, 2);
  }
  // "" or why not. Needs root.
  std::string mount(const char* type, const std::string& folder, const std::string& options) {
    std::filesystem::create_directories(folder);
    if (::mount(type, folder.c_str(), type, 0, options.c_str()) < 0) return std::strerror(errno);
    mounts.push_back(folder);
    return "";
  }
  static timespec time_of(const std::string& path) {
    struct stat status{};
    EXPECT_EQ(::stat(path.c_str(), &status), 0) << path;
    return status.st_mtim;
  }
  static std::vector<std::string> names_in(const std::string& folder) {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) names.push_back(entry.path().filename());
    std::ranges::sort(names);
    return names;
  }

  RealDisk disk;
  std::string root;
  std::vector<std::string> mounts;
};

TEST_F(RealSiteTest, ReplacesASite) {
  ASSERT_TRUE(write(first_site, at("build/site")).ok());
  ASSERT_EQ(::chmod(at("build/site").c_str(), 0750), 0);
  const timespec long_ago[] = {{1'000'000, 0}, {1'000'000, 0}};
  ASSERT_EQ(::utimensat(AT_FDCWD, at("build/site/index.html").c_str(), long_ago, 0), 0);
  const auto report = write(second_site, at("build/site"));
  ASSERT_TRUE(report.ok()) << report.failure().message;
  EXPECT_THAT(report->note, IsEmpty());
  EXPECT_EQ(content_of(disk, at("build/site")), with_sums(disk, second_site));
  EXPECT_EQ(time_of(at("build/site/index.html")).tv_sec, 1'000'000);
  EXPECT_THAT(names_in(at("build")), testing::ElementsAre("site"));
  struct stat status{};
  ASSERT_EQ(::stat(at("build/site").c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 07777U, 0750U);
}

TEST_F(RealSiteTest, SumsAreReadBySha256sum) {
  ASSERT_TRUE(write(first_site, at("site")).ok());
  const std::string command = "cd '" + at("site") + "' && sha256sum --strict --quiet -c SHA256SUMS";
  EXPECT_EQ(std::system(command.c_str()), 0);
}

TEST_F(RealSiteTest, KeepsALinkedFolderALink) {
  std::filesystem::create_directory(at("www"));
  std::filesystem::create_symlink("www", at("site"));
  ASSERT_TRUE(write(first_site, at("site")).ok());
  ASSERT_TRUE(write(second_site, at("site/")).ok());
  EXPECT_TRUE(std::filesystem::is_symlink(at("site")));
  EXPECT_EQ(content_of(disk, at("www")), with_sums(disk, second_site));
  EXPECT_THAT(names_in(root), testing::ElementsAre("site", "www"));
}

TEST_F(RealSiteTest, LeavesForeignFilesAlone) {
  ASSERT_TRUE(write(first_site, at("site")).ok());
  ASSERT_TRUE(disk.write_file(at("site/notes.txt"), "mine").ok());
  const auto before = content_of(disk, root);
  EXPECT_THAT(write(second_site, at("site")).failure().message, HasSubstr("did not write: notes.txt"));
  EXPECT_EQ(content_of(disk, root), before);
}

TEST_F(RealSiteTest, RefusesAFile) {
  ASSERT_TRUE(disk.write_file(at("site"), "mine").ok());
  EXPECT_THAT(write(first_site, at("site")).failure().message, HasSubstr("is a file"));
  EXPECT_FALSE(write(first_site, at("site/below")).ok());
  EXPECT_EQ(disk.read_file(at("site")).value(), "mine");
}

TEST_F(RealSiteTest, ReplacesFileByFileOnAMountPoint) {
  const std::string refusal = mount("tmpfs", at("site"), "size=1m");
  if (!refusal.empty()) GTEST_SKIP() << "mounting a tmpfs (needs root): " << refusal;
  ASSERT_TRUE(write(first_site, at("site")).ok());
  const timespec before = time_of(at("site/index.html"));
  const auto report = write(second_site, at("site"));
  ASSERT_TRUE(report.ok()) << report.failure().message;
  EXPECT_THAT(report->note, HasSubstr("one by one, since the folder could not be swapped in one step: it is a mount"));
  EXPECT_EQ(content_of(disk, at("site")), with_sums(disk, second_site));
  EXPECT_EQ(time_of(at("site/index.html")).tv_nsec, before.tv_nsec);
  EXPECT_THAT(names_in(root), testing::ElementsAre("site"));
}

TEST_F(RealSiteTest, KeepsTheOldSiteOnAFullDisk) {
  Content large = second_site;
  large["data/large"] = std::string(3U << 20U, 'x');
  for (const std::string folder : {"site", "volume/site"}) {
    const std::string mounted = folder == "site" ? at("site") : at("volume");
    const std::string refusal = mount("tmpfs", mounted, "size=1m");
    if (!refusal.empty()) GTEST_SKIP() << "mounting a tmpfs (needs root): " << refusal;
    ASSERT_TRUE(write(first_site, at(folder)).ok());
    const auto report = write(large, at(folder));
    ASSERT_FALSE(report.ok());
    EXPECT_THAT(report.failure().message, HasSubstr("No space left on device"));
    EXPECT_EQ(content_of(disk, at(folder)), with_sums(disk, first_site));
  }
  EXPECT_THAT(names_in(at("volume")), testing::ElementsAre("site"));
}

TEST_F(RealSiteTest, ReplacesASiteOfALowerLayer) {
  for (const char* layer : {"layers/lower", "layers/upper", "layers/work"})
    std::filesystem::create_directories(at(layer));
  ASSERT_TRUE(write(first_site, at("layers/lower/site")).ok());
  // An upper layer on a plain file system of its own: some overlays refuse another overlay as their upper layer.
  const std::string refusal =
      mount("overlay", at("merged"),
            "lowerdir=" + at("layers/lower") + ",upperdir=" + at("layers/upper") + ",workdir=" + at("layers/work"));
  if (!refusal.empty()) GTEST_SKIP() << "mounting an overlay (needs root): " << refusal;
  const auto report = write(second_site, at("merged/site"));
  ASSERT_TRUE(report.ok()) << report.failure().message;
  EXPECT_EQ(content_of(disk, at("merged/site")), with_sums(disk, second_site));
  EXPECT_THAT(names_in(at("merged")), testing::ElementsAre("site"));
  RecordProperty("note", report->note);
  if (!report->note.empty()) {
    EXPECT_THAT(report->note, HasSubstr("one by one"));
  }
}

}  // namespace
}  // namespace vav
