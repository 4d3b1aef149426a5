#include "pages/former_address.h"

#include <gtest/gtest.h>

namespace vav {
namespace {

// "address|fragment|passage" with "-" for a passage that is not said; "none" when the text is no former address.
std::string read(std::string_view text) {
  const auto former = read_former_address(text);
  if (!former) return "none";
  return former->address + "|" + former->fragment + "|" + former->passage.value_or("-");
}

TEST(FormerAddress, IsAPageOrAPlaceAndMaySayWhereItLeads) {
  EXPECT_EQ(read("moten/gammal"), "moten/gammal||-");
  EXPECT_EQ(read("/moten/gammal/"), "moten/gammal||-");
  EXPECT_EQ(read("gammal.html -> ny"), "gammal.html||ny");
  EXPECT_EQ(read("moten/gammal#a"), "moten/gammal|a|-");
  EXPECT_EQ(read("moten/gammal/#a -> #b"), "moten/gammal|a|b");
  EXPECT_EQ(read("#a->b"), "|a|b");
  EXPECT_EQ(read("#a ->"), "|a|");
  EXPECT_EQ(read("#å"), "|å|-");
}

TEST(FormerAddress, LeadsNowhereElse) {
  for (const char* bad : {"", "#", "-> b", "../ut", "https://example.org/", "Moten/x", "moten//x", "#a b", "#a\"b",
                          "#a#b", "moten/x#<b>", "#a -> b c"})
    EXPECT_EQ(read(bad), "none") << bad;
}

}  // namespace
}  // namespace vav
