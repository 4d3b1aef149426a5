// All or nothing: the disk refuses at every step in turn, in every way, and the site is either the old one or the new
// one.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "output/output_tree.h"
#include "site_writing.h"

namespace vav {
namespace {

using Refusal = MemoryDisk::Refusal;

// Between these, files come, go and change, a file becomes a folder and a folder becomes a file.
const Content old_site = {{"index.html", "old"},    {"same.html", "same"},      {"assets/old.js", "old"},
                          {"becomes-folder", "f"},  {"turns/deep/a.html", "a"}, {"turns/b.html", "b"},
                          {"data/site.json", "old"}};
const Content new_site = {{"index.html", "new"},    {"same.html", "same"},
                          {"assets/new.js", "new"}, {"becomes-folder/index.html", "f"},
                          {"turns", "now a file"},  {"data/site.json", "new"}};

struct Case {
  const char* name;
  bool has_old_site;
  bool can_exchange;
  Refusal refusal;
};

class FailureTest : public testing::TestWithParam<Case> {
 protected:
  // The disk as it is before the run.
  static std::unique_ptr<MemoryDisk> fresh_disk() {
    auto disk = std::make_unique<MemoryDisk>(MemoryDisk::Files{{"/other", "of someone else"}});
    if (GetParam().has_old_site) {
      EXPECT_TRUE(write_site(*disk, tree_of(old_site), "/build/site", 1).ok());
    }
    if (!GetParam().can_exchange) disk->refuse_exchange();
    return disk;
  }
  static Content whole_disk(const MemoryDisk& disk) { return content_of(disk, "/"); }
};

// A disk that refuses everything cannot be cleaned up either; but the site itself must be whole, unless its files are
// replaced one by one, and the next run must get along with what is there.
TEST_P(FailureTest, LeavesTheOldSiteOrTheNewOne) {
  const auto undisturbed = fresh_disk();
  const Content before = whole_disk(*undisturbed);
  const Content old_content = content_of(*undisturbed, "/build/site");
  const auto first = write_site(*undisturbed, tree_of(new_site), "/build/site", 1);
  ASSERT_TRUE(first.ok()) << first.failure().message;
  const Content after = whole_disk(*undisturbed);
  const Content new_content = content_of(*undisturbed, "/build/site");
  ASSERT_EQ(new_content, with_sums(*undisturbed, new_site));

  const bool can_clean_up = GetParam().refusal != Refusal::all;
  std::size_t failed = 0;
  for (std::size_t step = 0;; ++step) {
    SCOPED_TRACE("step " + std::to_string(step));
    ASSERT_LT(step, 1000U);
    const auto disk = fresh_disk();
    const std::size_t changes = disk->changes();
    disk->fail_after(step, GetParam().refusal);
    const auto report = write_site(*disk, tree_of(new_site), "/build/site", 1);
    const bool was_disturbed = disk->changes() - changes > step;
    disk->fail_after(0, Refusal::nothing);
    if (!report) ++failed;
    if (!report && can_clean_up) {
      EXPECT_TRUE(whole_disk(*disk) == before) << report.failure().message;
    }
    if (!report && !can_clean_up && GetParam().can_exchange && GetParam().has_old_site) {
      EXPECT_EQ(content_of(*disk, "/build/site"), old_content);
    }
    if (report && report->note.empty()) {
      EXPECT_EQ(whole_disk(*disk), after);
    }
    if (report && GetParam().can_exchange) {
      EXPECT_EQ(content_of(*disk, "/build/site"), new_content);
    }

    // The run after it, on a sound disk.
    const auto next = write_site(*disk, tree_of(new_site), "/build/site", 1);
    ASSERT_TRUE(next.ok()) << next.failure().message;
    EXPECT_EQ(whole_disk(*disk), after);
    if (!was_disturbed) break;
  }
  EXPECT_GT(failed, 5U);
}

INSTANTIATE_TEST_SUITE_P(
    Ways, FailureTest,
    testing::Values(Case{"FirstSiteOnce", false, true, Refusal::once},
                    Case{"FirstSiteSpace", false, true, Refusal::space},
                    Case{"FirstSiteAll", false, true, Refusal::all}, Case{"ExchangeOnce", true, true, Refusal::once},
                    Case{"ExchangeSpace", true, true, Refusal::space}, Case{"ExchangeAll", true, true, Refusal::all},
                    Case{"InPlaceOnce", true, false, Refusal::once}, Case{"InPlaceSpace", true, false, Refusal::space},
                    Case{"InPlaceAll", true, false, Refusal::all}),
    [](const auto& suite) { return std::string(suite.param.name); });

// A run that was killed while it replaced file by file is undone first, so that the site does not stay half of each.
TEST(KilledRun, IsUndoneByARunThatFails) {
  for (std::size_t step = 0; step < 60; ++step) {
    SCOPED_TRACE("step " + std::to_string(step));
    MemoryDisk disk;
    ASSERT_TRUE(write_site(disk, tree_of(old_site), "/site", 1).ok());
    const Content old_content = content_of(disk, "/site");
    disk.refuse_exchange();
    disk.fail_after(step, Refusal::all);
    const bool was_killed = !write_site(disk, tree_of(new_site), "/site", 1).ok();
    disk.fail_after(0, Refusal::nothing);
    // Fails after the undoing, before it writes.
    Diagnostics found;
    const auto broken = OutputTree::lay_out({{"a", "", "/no", "x"}}, found);
    ASSERT_FALSE(write_site(disk, broken, "/site", 1).ok());
    if (was_killed) {
      EXPECT_EQ(content_of(disk, "/site"), old_content);
    }
  }
}

}  // namespace
}  // namespace vav
