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

TEST(RelativeLink, LeadsToAFolderOnTheWeb) {
  EXPECT_EQ(relative_link("moten/x/index.html", "aktorer/uka/index.html#vad", Target::web), "../../aktorer/uka/#vad");
  EXPECT_EQ(relative_link("moten/x/index.html", "index.html", Target::web), "../../");
  EXPECT_EQ(relative_link("index.html", "index.html", Target::web), "./");
  EXPECT_EQ(relative_link("a/index.html", "a/b.png", Target::web), "b.png");
  EXPECT_EQ(relative_link("a/index.html", "404.html", Target::web), "../404.html");
  EXPECT_EQ(relative_link("a/index.html", "b/index.html#x", Target::disk), "../b/index.html#x");
  EXPECT_EQ(shown_address("index.html", Target::web), "");
  EXPECT_EQ(shown_address("moten/index.html", Target::disk), "moten/index.html");
}

TEST(BaseUrl, IsAnAddressThatServersTakeAsItIs) {
  EXPECT_EQ(normal_base_url("https://example.org"), "https://example.org/");
  EXPECT_EQ(normal_base_url("http://127.0.0.1:8080/a/b"), "http://127.0.0.1:8080/a/b/");
  EXPECT_EQ(root_of("https://example.org/a/b/"), "/a/b/");
  EXPECT_EQ(root_of(""), "/");
  for (const char* bad : {"", "example.org", "ftp://example.org/", "https://", "https:///a/", "https://e.org/a?b",
                          "https://e.org/a b/", "https://e.org/a;b/", "https://e.org/../", "https://e.org//a/"})
    EXPECT_EQ(normal_base_url(bad), std::nullopt) << bad;
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
