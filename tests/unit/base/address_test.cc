#include "base/address.h"

#include <gtest/gtest.h>

namespace vav {
namespace {

TEST(RelativeLink, ClimbsAsFarAsNeeded) {
  EXPECT_EQ(relative_link("moten/traff-2/index.html", "aktorer/uka/index.html"), "../../aktorer/uka/index.html");
  EXPECT_EQ(relative_link("index.html", "moten/index.html"), "moten/index.html");
  EXPECT_EQ(relative_link("moten/index.html", "index.html"), "../index.html");
  EXPECT_EQ(relative_link("moten/traff-2/index.html", "moten/traff-2/bild.png"), "bild.png");
  EXPECT_EQ(relative_link("a/index.html", "a/index.html"), "index.html");
}

TEST(RelativeLink, ANameThatStartsAlikeIsNotTheSameFolder) {
  EXPECT_EQ(relative_link("ab/index.html", "a/index.html"), "../a/index.html");
}

TEST(NormalPath, ResolvesDots) {
  EXPECT_EQ(normal_path("a/./b//../c"), "a/c");
  EXPECT_EQ(normal_path("../x"), "../x");
  EXPECT_EQ(normal_path("a/../../x"), "../x");
  EXPECT_EQ(normal_path("/a/../b"), "/b");
}

TEST(PathParts, FolderNameAndExtension) {
  EXPECT_EQ(folder_of("a/b/c.md"), "a/b");
  EXPECT_EQ(folder_of("c.md"), "");
  EXPECT_EQ(file_name("a/b/c.md"), "c.md");
  EXPECT_EQ(extension("a.b/c"), "");
  EXPECT_EQ(extension("a/c.tar.gz"), "gz");
  EXPECT_EQ(join_path("a/", "b"), "a/b");
  EXPECT_EQ(join_path("", "b"), "b");
}

}  // namespace
}  // namespace vav
