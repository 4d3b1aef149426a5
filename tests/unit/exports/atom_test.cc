#include "exports/atom.h"

#include <gtest/gtest.h>

namespace vav {
namespace {

AtomFeed feed() {
  return {.id = "tag:x.se,2026:s/feed",
          .title = "T & U",
          .subtitle = "",
          .lang = "sv",
          .author = "A",
          .link = "index.html",
          .self = "atom.xml",
          .updated = "2026-11-22T00:00:00Z",
          .entries = {{.id = "tag:x.se,2026:s/item/a",
                       .title = "<A>\x01",
                       .lang = "sv",
                       .link = "a/index.html",
                       .summary = "",
                       .category = "note",
                       .category_label = "not",
                       .published = "",
                       .updated = "2026-11-22T00:00:00Z"}}};
}

TEST(Atom, WritesAFeed) {
  EXPECT_EQ(atom_xml(feed()),
            "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"sv\">\n"
            "  <id>tag:x.se,2026:s/feed</id>\n  <title>T &amp; U</title>\n  <updated>2026-11-22T00:00:00Z</updated>\n"
            "  <author><name>A</name></author>\n"
            "  <link rel=\"self\" type=\"application/atom+xml\" href=\"atom.xml\"/>\n"
            "  <link rel=\"alternate\" type=\"text/html\" href=\"index.html\"/>\n"
            "  <entry xml:lang=\"sv\">\n    <id>tag:x.se,2026:s/item/a</id>\n    <title>&lt;A&gt;\uFFFD</title>\n"
            "    <updated>2026-11-22T00:00:00Z</updated>\n"
            "    <link rel=\"alternate\" type=\"text/html\" href=\"a/index.html\"/>\n"
            "    <category term=\"note\" label=\"not\"/>\n  </entry>\n</feed>\n");
}

TEST(Atom, ADayIsItsFirstMoment) {
  EXPECT_EQ(atom_time(*parse_date("2026-11-22")), "2026-11-22T00:00:00Z");
}

}  // namespace
}  // namespace vav
