#include "base/parallel.h"

#include <gtest/gtest.h>
#include <vector>

namespace vav {
namespace {

TEST(ForEachIndex, DoesEveryItemOnce) {
  for (const int threads : {0, 1, 2, 8}) {
    std::vector<int> done(1000);
    for_each_index(done.size(), threads, [&](std::size_t i) { ++done[i]; });
    EXPECT_EQ(done, std::vector<int>(1000, 1)) << threads;
  }
}

TEST(ForEachIndex, NothingToDo) {
  for_each_index(0, 4, [](std::size_t) { FAIL(); });
  EXPECT_GE(default_threads(), 1);
}

}  // namespace
}  // namespace vav
