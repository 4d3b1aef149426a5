#include "theme/stylesheet.h"

#include <gtest/gtest.h>

namespace vav {
namespace {

TEST(Stylesheet, LosesCommentsAndNeedlessWhiteSpace) {
  EXPECT_EQ(compact_stylesheet("/* one */\n.a,\n.b > c {\n  color: red;\n  margin: 0 auto;\n}\n\n/* two */\n"),
            ".a,.b>c{color:red;margin:0 auto}");
  EXPECT_EQ(compact_stylesheet("@media (min-width: 40rem) and (max-width: 75.99rem) { a { b: c } }"),
            "@media (min-width:40rem) and (max-width:75.99rem){a{b:c}}");
  EXPECT_EQ(compact_stylesheet("@media (width >= 40rem) { a:has( > b) > :hover { c: d } }"),
            "@media (width>= 40rem){a:has(>b)>:hover{c:d}}");
  EXPECT_EQ(compact_stylesheet(""), "");
  EXPECT_EQ(compact_stylesheet(" /* only */ "), "");
}

TEST(Stylesheet, KeepsSpaceThatMeansSomething) {
  for (const char* same :
       {"a :hover{b:c}", ".a .b{c:d}", "a{width:calc(1px + -2px)}", "a{margin:-1px -2px}",
        "a{transition:color 1s!important}", "a{b:var(--x) (1 + 2)}", "ul li+li{b:c}", "a:not(.b) c{d:e}"})
    EXPECT_EQ(compact_stylesheet(same), same);
}

TEST(Stylesheet, KeepsStringsAddressesAndEscapes) {
  for (const char* same : {"a::before{content:\"  /* no;  comment */ }\"}", "a{content:'\\'  ;  '}",
                           "a{b:url(x.png?a;  b:c)}", "a{b:url(\"x)  y.png\")}", ".a\\  b{c:d}"})
    EXPECT_EQ(compact_stylesheet(same), same);
  // A string or a comment that never ends takes the rest, as in browsers.
  EXPECT_EQ(compact_stylesheet("a { content: \"x  y"), "a{content:\"x  y");
  EXPECT_EQ(compact_stylesheet("a{b:c}/* x"), "a{b:c}");
}

TEST(Stylesheet, ACommentStillPartsTwoNames) {
  EXPECT_EQ(compact_stylesheet("a/* x */b{c:d}"), "a/**/b{c:d}");
  EXPECT_EQ(compact_stylesheet("a /* x */ b{c:d}"), "a b{c:d}");
  EXPECT_EQ(compact_stylesheet("a{b:c/* x */;d:e}"), "a{b:c;d:e}");
}

}  // namespace
}  // namespace vav
