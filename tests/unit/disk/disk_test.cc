// What every Disk promises, run on a real folder and in memory alike.
#include "disk/disk.h"

#include <cstdlib>
#include <filesystem>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <memory>

namespace vav {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

// A disk with an empty folder to work in.
struct Bench {
  std::unique_ptr<Disk> disk;
  std::string folder;
  // Links are not part of Disk: vav never makes any.
  std::function<void(const std::string& path, const std::string& target)> add_link;
  std::function<void()> clean_up;
};

Bench real_bench() {
  std::string pattern = (std::filesystem::temp_directory_path() / "vav-disk-XXXXXX").string();
  const std::string folder = std::filesystem::canonical(::mkdtemp(pattern.data())).string();
  return {std::make_unique<RealDisk>(), folder,
          [](const std::string& path, const std::string& target) { std::filesystem::create_symlink(target, path); },
          [folder] { std::filesystem::remove_all(folder); }};
}

Bench memory_bench() {
  auto disk = std::make_unique<MemoryDisk>(MemoryDisk::Files{{"/bench/keep", ""}});
  EXPECT_TRUE(disk->remove("/bench/keep").ok());
  MemoryDisk* const memory = disk.get();
  return {std::move(disk), "/bench",
          [memory](const std::string& path, const std::string& target) { memory->add_link(path, target); }, [] {}};
}

class DiskTest : public testing::TestWithParam<std::pair<const char*, Bench (*)()>> {
 protected:
  void TearDown() override { bench.clean_up(); }

  Disk& disk() const { return *bench.disk; }
  std::string at(const std::string& path) const { return bench.folder + "/" + path; }
  void put(const std::string& path, const std::string& bytes) {
    const std::string folder = at(path).substr(0, at(path).rfind('/'));
    ASSERT_TRUE(disk().make_folder(folder).ok());
    ASSERT_TRUE(disk().write_file(at(path), bytes).ok());
  }
  void link(const std::string& path, const std::string& target) { bench.add_link(at(path), target); }
  std::string bytes_of(const std::string& path) {
    const auto bytes = disk().read_file(at(path));
    return bytes ? *bytes : "(" + bytes.failure().message + ")";
  }
  // "path" for files, "path/" for folders, "path@" for links.
  std::vector<std::string> listing(const std::string& folder = ".") {
    const auto entries = disk().list_tree(at(folder));
    if (!entries) return {entries.failure().message};
    std::vector<std::string> lines;
    for (const FileEntry& entry : *entries) {
      lines.push_back(entry.path);
      if (entry.type == FileType::folder) lines.back() += '/';
      if (entry.type == FileType::link) lines.back() += '@';
    }
    return lines;
  }

  Bench bench = GetParam().second();
};

INSTANTIATE_TEST_SUITE_P(Disks, DiskTest,
                         testing::Values(std::pair{"Real", &real_bench}, std::pair{"Memory", &memory_bench}),
                         [](const auto& suite) { return std::string(suite.param.first); });

TEST_P(DiskTest, ReadsWhatWasWritten) {
  const std::string large(3'000'000, 'x');
  put("a.txt", "one");
  put("a.txt", std::string("t\0wo", 4));
  put("empty", "");
  put("large", large);
  EXPECT_EQ(bytes_of("a.txt"), std::string("t\0wo", 4));
  EXPECT_EQ(bytes_of("empty"), "");
  EXPECT_EQ(bytes_of("large"), large);
}

TEST_P(DiskTest, SaysWhatCannotBeRead) {
  put("folder/a", "");
  EXPECT_EQ(bytes_of("no"), "(cannot read " + at("no") + ": No such file or directory)");
  EXPECT_EQ(bytes_of("folder"), "(cannot read " + at("folder") + ": Is a directory)");
  EXPECT_THAT(bytes_of("folder/a/b"), HasSubstr("folder/a"));
}

TEST_P(DiskTest, KnowsTypes) {
  put("folder/a", "");
  link("to-file", "folder/a");
  link("to-folder", "folder");
  link("to-nothing", "no");
  EXPECT_EQ(disk().type_of(at("folder")), FileType::folder);
  EXPECT_EQ(disk().type_of(at("folder/a")), FileType::file);
  EXPECT_EQ(disk().type_of(at("to-file")), FileType::file);
  EXPECT_EQ(disk().type_of(at("to-folder")), FileType::folder);
  EXPECT_EQ(disk().type_of(at("to-folder/a")), FileType::file);
  EXPECT_EQ(disk().type_of(at("to-file"), false), FileType::link);
  EXPECT_EQ(disk().type_of(at("to-nothing")), std::nullopt);
  EXPECT_EQ(disk().type_of(at("to-nothing"), false), FileType::link);
  EXPECT_EQ(disk().type_of(at("folder/a/b")), std::nullopt);
}

TEST_P(DiskTest, ListsSortedByBytesAndFollowsNoLink) {
  put("b/x", "");
  put("b-c", "");
  put("B/y/z", "");
  put("å", "");
  link("link", "B");
  link("b/broken", "no");
  EXPECT_THAT(listing(), ElementsAre("B/", "B/y/", "B/y/z", "b/", "b-c", "b/broken@", "b/x", "link@", "å"));
  EXPECT_THAT(listing("link"), ElementsAre("y/", "y/z"));
  EXPECT_THAT(listing("b-c"), ElementsAre("cannot list " + at("b-c") + ": Not a directory"));
  EXPECT_THAT(listing("no"), ElementsAre("cannot list " + at("no") + ": No such file or directory"));
}

TEST_P(DiskTest, WritesOnlyWhereThereIsAFolder) {
  put("folder/a", "old");
  EXPECT_EQ(disk().write_file(at("no/a"), "x").failure().message,
            "cannot write " + at("no/a") + ": No such file or directory");
  EXPECT_EQ(disk().write_file(at("folder"), "x").failure().message,
            "cannot write " + at("folder") + ": Is a directory");
  EXPECT_FALSE(disk().write_file(at("folder/a/b"), "x").ok());
  EXPECT_THAT(listing(), ElementsAre("folder/", "folder/a"));
  EXPECT_EQ(bytes_of("folder/a"), "old");
}

TEST_P(DiskTest, CopiesAndLinks) {
  put("a", "one");
  ASSERT_TRUE(disk().copy_file(at("a"), at("copy")).ok());
  ASSERT_TRUE(disk().link_file(at("a"), at("link")).ok());
  EXPECT_EQ(bytes_of("copy"), "one");
  EXPECT_EQ(bytes_of("link"), "one");
  EXPECT_EQ(disk().type_of(at("link"), false), FileType::file);
  EXPECT_FALSE(disk().link_file(at("a"), at("copy")).ok());
  EXPECT_FALSE(disk().link_file(at("no"), at("new")).ok());
  EXPECT_FALSE(disk().copy_file(at("no"), at("new")).ok());
  EXPECT_FALSE(disk().copy_file(at("."), at("new")).ok());
  EXPECT_THAT(listing(), ElementsAre("a", "copy", "link"));
  // The other name outlives the first.
  ASSERT_TRUE(disk().remove(at("a")).ok());
  EXPECT_EQ(bytes_of("link"), "one");
}

TEST_P(DiskTest, MakesFoldersWithParents) {
  EXPECT_TRUE(disk().make_folder(at("a/b/c")).ok());
  EXPECT_TRUE(disk().make_folder(at("a/b/c")).ok());
  EXPECT_TRUE(disk().make_folder(at("a/d/")).ok());
  EXPECT_THAT(listing(), ElementsAre("a/", "a/b/", "a/b/c/", "a/d/"));
  put("file", "");
  EXPECT_FALSE(disk().make_folder(at("file")).ok());
  EXPECT_FALSE(disk().make_folder(at("file/a")).ok());
}

TEST_P(DiskTest, RemovesWithoutFollowingLinks) {
  put("a/b/c", "");
  put("a/d", "");
  put("kept/e", "");
  link("a/b/link", at("kept"));
  link("link", "kept");
  EXPECT_TRUE(disk().remove(at("a")).ok());
  EXPECT_TRUE(disk().remove(at("a")).ok());
  EXPECT_TRUE(disk().remove(at("link")).ok());
  EXPECT_THAT(listing(), ElementsAre("kept/", "kept/e"));
  EXPECT_TRUE(disk().remove(at("kept/e")).ok());
  EXPECT_THAT(listing(), ElementsAre("kept/"));
  EXPECT_FALSE(disk().remove("/").ok());
}

TEST_P(DiskTest, RenamesFilesAndFolders) {
  put("a", "new");
  put("b", "old");
  put("folder/x", "x");
  put("other/y", "y");
  EXPECT_TRUE(disk().rename(at("a"), at("b")).ok());
  EXPECT_EQ(bytes_of("b"), "new");
  EXPECT_TRUE(disk().rename(at("folder"), at("moved")).ok());
  EXPECT_EQ(bytes_of("moved/x"), "x");
  EXPECT_FALSE(disk().rename(at("moved"), at("other")).ok());
  ASSERT_TRUE(disk().make_folder(at("empty")).ok());
  EXPECT_FALSE(disk().rename(at("moved"), at("empty")).ok());
  EXPECT_FALSE(disk().rename(at("b"), at("empty")).ok());
  EXPECT_FALSE(disk().rename(at("moved"), at("moved/below")).ok());
  EXPECT_FALSE(disk().rename(at("no"), at("new")).ok());
  EXPECT_FALSE(disk().rename(at("b"), at("no/b")).ok());
  EXPECT_THAT(listing(), ElementsAre("b", "empty/", "moved/", "moved/x", "other/", "other/y"));
}

TEST_P(DiskTest, ExchangesFolders) {
  put("a/x", "x");
  put("b/y/z", "z");
  const auto swapped = disk().exchange(at("a"), at("b"));
  if (!swapped && GetParam().first == std::string("Real")) GTEST_SKIP() << swapped.failure().message;
  EXPECT_THAT(listing(), ElementsAre("a/", "a/y/", "a/y/z", "b/", "b/x"));
  EXPECT_EQ(bytes_of("a/y/z"), "z");
  EXPECT_FALSE(disk().exchange(at("a"), at("no")).ok());
  EXPECT_FALSE(disk().exchange(at("a"), at("a/y")).ok());
}

TEST_P(DiskTest, ResolvesLinks) {
  put("real/folder/a", "");
  link("short", "real/folder");
  link("real/up", "../short/./..");
  link("absolute", at("short"));
  link("dangling", "real/later");
  link("circle", "circle");
  const auto real = [&](const std::string& path) {
    const auto resolved = disk().real_path(at(path));
    return resolved ? *resolved : resolved.failure().message;
  };
  EXPECT_EQ(real("short/a"), at("real/folder/a"));
  EXPECT_EQ(real("absolute/new"), at("real/folder/new"));
  EXPECT_EQ(real("absolute/new/and/newer"), at("real/folder/new/and/newer"));
  EXPECT_EQ(real("real/up"), at("real"));
  EXPECT_EQ(real("dangling"), at("real/later"));
  EXPECT_EQ(real("short/../x"), at("real/x"));
  EXPECT_EQ(real("real//folder/./"), at("real/folder"));
  EXPECT_THAT(real("circle"), HasSubstr("symbolic links"));
  EXPECT_THAT(real("real/folder/a/b"), HasSubstr("Not a directory"));
}

TEST_P(DiskTest, LocksOneAtATime) {
  auto first = disk().lock(at("."));
  ASSERT_TRUE(first.ok());
  if (GetParam().first == std::string("Real")) {
    EXPECT_THAT(disk().lock(at("."), 40).failure().message, HasSubstr("another run of vav"));
  }
  first = FolderLock();
  EXPECT_TRUE(disk().lock(at("."), 0).ok());
  EXPECT_FALSE(disk().lock(at("no")).ok());
}

}  // namespace
}  // namespace vav
