#include "config/gap.h"

#include <gtest/gtest.h>

namespace vav {
namespace {

TEST(Gap, IsFoundUnlessItIsSpokenOf) {
  EXPECT_EQ(find_gap("a «FILL IN» b")->offset, 2U);
  EXPECT_EQ(find_gap("«FILL IN» «FYLL I»")->mark, gap_mark("en"));
  EXPECT_EQ(find_gap("«FYLL I» «FILL IN»")->mark, gap_mark("sv"));
  EXPECT_FALSE(find_gap("Write where it says `«FILL IN»`."));
  EXPECT_TRUE(find_gap("`«FILL IN»` and «FILL IN»"));
  EXPECT_FALSE(find_gap("«fyll i» fyll i"));
}

}  // namespace
}  // namespace vav
