#include "disk/folder_watch.h"

#include <chrono>
#include <condition_variable>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <mutex>
#include <thread>

namespace vav {
namespace {

namespace fs = std::filesystem;
using std::chrono::milliseconds;

constexpr std::chrono::seconds patience{20};
// Where news would be a fault: on a busy machine they may be late.
constexpr milliseconds long_quiet{1500};

// A watched folder, and a thread that counts what is told.
class FolderWatchTest : public testing::Test {
 protected:
  void SetUp() override {
    std::string pattern = (fs::temp_directory_path() / "vav-watch-XXXXXX").string();
    top = ::mkdtemp(pattern.data());
    fs::create_directories(top / "content/moten");
    fs::create_directories(top / "content/.git/objects");
    write("content/moten/a.md", "1");
    start();
  }
  void TearDown() override {
    stop();
    fs::remove_all(top);
  }

  void start() {
    auto opened = FolderWatch::open({(top / "content").string(), (top / "theme").string()});
    ASSERT_TRUE(opened.ok());
    watch = std::move(*opened);
    waiter = std::thread([this] {
      while (watch->wait()) {
        const std::lock_guard lock(mutex);
        ++told;
        changed.notify_all();
      }
    });
  }
  void stop() {
    watch->cancel();
    waiter.join();
  }

  void write(const std::string& path, const std::string& text) const { std::ofstream(top / path) << text; }

  // Whether `change` is told.
  template <typename Change>
  bool tells(const Change& change) {
    std::unique_lock lock(mutex);
    const int before = told;
    lock.unlock();
    change();
    lock.lock();
    return changed.wait_for(lock, patience, [&] { return told > before; });
  }
  // Lets what is still being told run out, so that the next news is of the next change.
  void settle(milliseconds quiet = milliseconds(300)) {
    std::unique_lock lock(mutex);
    while (changed.wait_for(lock, quiet, [&, before = told] { return told > before; })) {
    }
  }

  fs::path top;
  std::unique_ptr<FolderWatch> watch;
  std::thread waiter;
  std::mutex mutex;
  std::condition_variable changed;
  int told = 0;
};

TEST_F(FolderWatchTest, EveryWayOfSaving) {
  EXPECT_TRUE(tells([&] { write("content/moten/a.md", "2"); }));
  settle();
  EXPECT_TRUE(tells([&] { write("content/vav.yaml", "new"); }));
  settle();
  EXPECT_TRUE(tells([&] {
    write("content/moten/.a.md.tmp", "3");
    fs::rename(top / "content/moten/.a.md.tmp", top / "content/moten/a.md");
  }));
  settle();
  EXPECT_TRUE(tells([&] { fs::remove(top / "content/moten/a.md"); }));
}

TEST_F(FolderWatchTest, FoldersThatAreMadeLater) {
  EXPECT_TRUE(tells([&] { fs::create_directories(top / "content/x/y/z"); }));
  settle();
  EXPECT_TRUE(tells([&] { write("content/x/y/z/a.md", "1"); }));
  settle();
  EXPECT_TRUE(tells([&] { fs::rename(top / "content/x", top / "content/w"); }));
  settle();
  EXPECT_TRUE(tells([&] { write("content/w/y/z/a.md", "2"); }));
}

TEST_F(FolderWatchTest, AFolderThatMovedAwayIsLeftAlone) {
  fs::create_directories(top / "elsewhere");
  EXPECT_TRUE(tells([&] { fs::rename(top / "content/moten", top / "elsewhere/moten"); }));
  settle(long_quiet);
  const int before = told;
  write("elsewhere/moten/a.md", "2");
  settle();
  EXPECT_EQ(told, before);
}

TEST_F(FolderWatchTest, AWatchedFolderComesAndGoes) {
  EXPECT_TRUE(tells([&] { fs::create_directories(top / "theme/templates"); }));
  settle();
  EXPECT_TRUE(tells([&] { write("theme/templates/page.html", "x"); }));
  settle();
  EXPECT_TRUE(tells([&] { fs::rename(top / "content", top / "old"); }));
  settle();
  EXPECT_TRUE(tells([&] { fs::create_directories(top / "content/moten"); }));
  settle();
  EXPECT_TRUE(tells([&] { write("content/moten/a.md", "2"); }));
}

TEST_F(FolderWatchTest, HiddenNamesAreNotTold) {
  EXPECT_TRUE(tells([&] { fs::create_directories(top / "theme"); }));
  settle(long_quiet);
  const int before = told;
  write("content/moten/.a.md.swp", "x");
  write("content/.git/index", "x");
  write("content/.git/objects/ab", "x");
  settle();
  EXPECT_EQ(told, before);
}

TEST_F(FolderWatchTest, AHundredFilesAtATimeAreOneChange) {
  EXPECT_TRUE(tells([&] { fs::create_directories(top / "theme"); }));
  settle(long_quiet);
  const int before = told;
  for (int i = 0; i < 100; ++i) write("content/moten/" + std::to_string(i) + ".md", "x");
  settle();
  EXPECT_GE(told, before + 1);
  EXPECT_LE(told, before + 10);
}

TEST(FolderWatchEnd, CancelComesThroughAtAnyTime) {
  auto watch = FolderWatch::open({"/nonexistent/vav"});
  ASSERT_TRUE(watch.ok());
  (*watch)->cancel();
  EXPECT_FALSE((*watch)->wait());
  EXPECT_FALSE((*watch)->wait());
}

}  // namespace
}  // namespace vav
