#include "serve/request.h"

#include <gtest/gtest.h>

namespace vav {
namespace {

TEST(Host, NamesThisServer) {
  EXPECT_TRUE(is_own_host("127.0.0.1:4321", 4321));
  EXPECT_TRUE(is_own_host("localhost:4321", 4321));
  EXPECT_TRUE(is_own_host("LocalHost:4321", 4321));
  EXPECT_TRUE(is_own_host("localhost", 80));
}

TEST(Host, NamesAnother) {
  for (const char* host : {"", "localhost", "127.0.0.1", "localhost:80", "localhost:43210", "evil.example:4321",
                           "localhost:4321.evil.example", "127.0.0.1.evil.example:4321", "[::1]:4321",
                           "127.0.0.1:4321 ", "user@localhost:4321"}) {
    EXPECT_FALSE(is_own_host(host, 4321)) << host;
  }
}

TEST(Origin, IsOursOrNone) {
  EXPECT_TRUE(is_own_origin("", 4321));
  EXPECT_TRUE(is_own_origin("http://localhost:4321", 4321));
  for (const char* origin : {"null", "https://localhost:4321", "http://evil.example", "http://localhost:1"})
    EXPECT_FALSE(is_own_origin(origin, 4321)) << origin;
}

TEST(Target, NamesAPath) {
  EXPECT_EQ(path_of_target("/"), "");
  EXPECT_EQ(path_of_target("/?q=1"), "");
  EXPECT_EQ(path_of_target("/moten/"), "moten/");
  EXPECT_EQ(path_of_target("/moten/traff-2/index.html?q=a/../b"), "moten/traff-2/index.html");
  EXPECT_EQ(path_of_target("/a#b"), "a");
  EXPECT_EQ(path_of_target("/bild%20p%C3%A5%20v%c3%a4ven.png"), "bild på väven.png");
  EXPECT_EQ(path_of_target("/100%25.csv"), "100%.csv");
  EXPECT_EQ(path_of_target("/..."), "...");
}

TEST(Target, NeverClimbsOut) {
  for (const char* target :
       {"",        "index.html", "http://127.0.0.1/",  "*",       "//",     "//etc/passwd", "/a//b", "/..", "/../x",
        "/a/../b", "/a/./b",     "/%2e%2e/etc/passwd", "/.%2E/x", "/a%2fb", "/a%2F..%2F",   "/%",    "/%2", "/%zz",
        "/a%00",   "/a%00.html", "/%0d%0aX: y",        "/a%7f",   "/%ff",   "/%c3"}) {
    EXPECT_EQ(path_of_target(target), std::nullopt) << target;
  }
}

TEST(Target, IsWrittenWithEscapes) {
  EXPECT_EQ(target_of_path("moten/träff 1/"), "/moten/tr%C3%A4ff%201/");
  EXPECT_EQ(path_of_target(target_of_path("a?b#c%d\"e")), "a?b#c%d\"e");
}

}  // namespace
}  // namespace vav
