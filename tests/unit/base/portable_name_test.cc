#include "base/portable_name.h"

#include <gtest/gtest.h>

namespace vav {
namespace {

TEST(NameFault, FindsWhatWindowsCannotHold) {
  for (const char* name : {"con", "CON", "nul.txt", "Aux.tar.gz", "lpt9", "com1.html"}) {
    EXPECT_EQ(name_fault(name), NameFault::device) << name;
  }
  for (const char* name : {"a:b", "a?", "<a", "a|b", "a\\b", "\"", "*"}) {
    EXPECT_EQ(name_fault(name), NameFault::forbidden_character) << name;
  }
  for (const char* name : {"a.", "a ", "."}) EXPECT_EQ(name_fault(name), NameFault::bad_end) << name;
  for (const char* name : {"a\nb", "\x7F"}) EXPECT_EQ(name_fault(name), NameFault::control_character) << name;
  EXPECT_EQ(forbidden_in("a:b?"), ':');
}

TEST(NameFault, LeavesOtherNamesAlone) {
  for (const char* name : {"index.html", "console", "com0", "com10", "lpt", "läge å.png", "a.con", "SHA256SUMS"}) {
    EXPECT_EQ(name_fault(name), NameFault::none) << name;
  }
}

}  // namespace
}  // namespace vav
