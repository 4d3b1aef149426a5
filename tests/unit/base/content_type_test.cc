#include "base/content_type.h"

#include <gtest/gtest.h>

namespace vav {
namespace {

TEST(ContentType, OfEveryFileOfASite) {
  EXPECT_EQ(content_type("index.html"), "text/html; charset=utf-8");
  EXPECT_EQ(content_type("assets/site.1a2b3c4d.css"), "text/css; charset=utf-8");
  EXPECT_EQ(content_type("assets/search.js"), "text/javascript; charset=utf-8");
  EXPECT_EQ(content_type("manifest.json"), "application/json");
  EXPECT_EQ(content_type("assets/mark.svg"), "image/svg+xml");
  EXPECT_EQ(content_type("Bild.JPG"), "image/jpeg");
  EXPECT_EQ(content_type("atom.xml"), "application/atom+xml");
  EXPECT_EQ(content_type("moten/atom.xml"), "application/atom+xml");
  EXPECT_EQ(content_type("sitemap.xml"), "application/xml");
  EXPECT_EQ(content_type("SHA256SUMS"), "text/plain; charset=utf-8");
  EXPECT_EQ(content_type("x.exe"), "application/octet-stream");
}

}  // namespace
}  // namespace vav
