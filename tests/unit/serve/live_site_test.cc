#include "serve/live_site.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <thread>

namespace vav {
namespace {

using std::chrono::milliseconds;
using News = LiveSite::News;

constexpr milliseconds at_once{0};
constexpr milliseconds long_enough{60'000};

Build good_build() {
  Build build;
  Diagnostics clashes;
  build.tree = std::make_unique<const OutputTree>(OutputTree::lay_out({}, clashes));
  return build;
}

TEST(LiveSite, KeepsTheLastGoodTree) {
  LiveSite live(2, "sv");
  EXPECT_EQ(live.current(), nullptr);
  live.publish(Build{});
  EXPECT_EQ(live.current()->number, 1U);
  EXPECT_EQ(live.current()->tree, nullptr);
  live.publish(good_build());
  const auto good = live.current();
  EXPECT_FALSE(good->stale);
  live.publish(Failure{"the disk is gone", ""});
  const auto now = live.current();
  EXPECT_EQ(now->number, 3U);
  EXPECT_EQ(now->tree, good->tree);
  EXPECT_TRUE(now->stale);
  EXPECT_THAT(findings_json(*now), testing::HasSubstr("the disk is gone"));
  EXPECT_THAT(findings_json(*good), testing::Not(testing::HasSubstr("gone")));
}

TEST(LiveSite, TellsOfANewSite) {
  LiveSite live(2, "sv");
  const auto stream = live.open_stream();
  EXPECT_EQ(live.wait(stream, 0, at_once), News::nothing);
  std::thread builder([&] { live.publish(good_build()); });
  EXPECT_EQ(live.wait(stream, 0, long_enough), News::site);
  builder.join();
  EXPECT_EQ(live.wait(stream, 1, at_once), News::nothing);
}

TEST(LiveSite, OneStreamTooManyEndsTheOldest) {
  LiveSite live(2, "sv");
  const auto first = live.open_stream();
  const auto second = live.open_stream();
  EXPECT_EQ(live.wait(first, 0, at_once), News::nothing);
  std::thread opener([&] { live.open_stream(); });
  EXPECT_EQ(live.wait(first, 0, long_enough), News::end);
  opener.join();
  EXPECT_EQ(live.wait(second, 0, at_once), News::nothing);
  live.close_stream(second);
  const auto another = live.open_stream();
  EXPECT_EQ(live.wait(another, 0, at_once), News::nothing);
}

TEST(LiveSite, EndsThemAll) {
  LiveSite live(2, "sv");
  const auto stream = live.open_stream();
  std::thread ender([&] { live.end_streams(); });
  EXPECT_EQ(live.wait(stream, 0, long_enough), News::end);
  ender.join();
  EXPECT_EQ(live.wait(live.open_stream(), 0, at_once), News::end);
}

}  // namespace
}  // namespace vav
