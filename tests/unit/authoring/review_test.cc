// Pins written into files: no other byte changes, in any way of writing a reference; all files or none.
#include "authoring/review.h"

#include <algorithm>
#include <fmt/format.h>
#include <gtest/gtest.h>

#include "../sample_site.h"
#include "authoring/pins.h"
#include "markdown/document.h"

namespace vav {
namespace {

constexpr const char* old_pin = "a00000000000";
constexpr const char* new_pin = "b11111111111";

// The front matter of a finding with the pins of all its references set; why not, when they cannot be.
std::string pinned(const std::string& front_matter, const std::string& mark = "", const std::string& end = "\n") {
  prime_markdown_parser();
  const SiteConfig config = sample::config();
  const std::string text = "---" + end + front_matter + "---" + end + "Text." + end;
  Diagnostics diagnostics;
  SourceFile source{.path = "findings/f.md", .text = text, .kind = *config.schema.find_kind("finding"), .id = "f"};
  const Page page = parse_page(source, config, diagnostics);
  EXPECT_TRUE(diagnostics.empty());
  std::vector<NewPin> pins;
  for (std::size_t i = 0; i < page.references.size(); ++i) pins.push_back({i, new_pin});
  const Result<std::string> result = with_pins(mark + text, page, pins, config);
  if (!result) return result.failure().message;
  const std::string head = mark + "---" + end;
  EXPECT_TRUE(result->starts_with(head));
  return result->substr(head.size(), result->rfind("---") - head.size());
}

TEST(Pins, AreRenewedWithinTheirQuotationMarks) {
  for (const std::string quote : {"", "\"", "'"}) {
    const std::string before = "title: F\n# ä\nrests_on:\n  - {ref: n#said,   pin: " + quote;
    const std::string after = quote + ", note: 'å, b'}  # kept\n";
    EXPECT_EQ(pinned(fmt::format("{}{}{}", before, old_pin, after)), fmt::format("{}{}{}", before, new_pin, after));
  }
}
TEST(Pins, AreRenewedBehindAByteOrderMarkAndWithAnyLineEnd) {
  const std::string before = "title: F\r\nrests_on:\r\n  - ref: n\r\n    pin: ";
  EXPECT_EQ(pinned(before + old_pin + "\r\n", "\xEF\xBB\xBF", "\r\n"), before + new_pin + "\r\n");
}
TEST(Pins, AreAddedAfterTheTarget) {
  EXPECT_EQ(pinned("title: F\nrests_on: [{ref: 'n#said', note: x}, {ref: m}]\n"),
            "title: F\nrests_on: [{ref: 'n#said', pin: b11111111111, note: x}, {ref: m, pin: b11111111111}]\n");
  EXPECT_EQ(pinned("title: F\nrests_on:\n  - ref: n#said  # why\n    note: x\n  - note: y\n    ref: m\n"),
            "title: F\nrests_on:\n  - ref: n#said  # why\n    pin: b11111111111\n    note: x\n  - note: y\n    ref: m\n"
            "    pin: b11111111111\n");
  EXPECT_EQ(pinned("title: F\r\nrests_on:\r\n  ref: n\r\n", "", "\r\n"),
            "title: F\r\nrests_on:\r\n  ref: n\r\n  pin: b11111111111\r\n");
}
TEST(Pins, MakeAMapOfABareName) {
  EXPECT_EQ(pinned("title: F\nrests_on: n#said  # why\n"),
            "title: F\nrests_on: {ref: n#said, pin: b11111111111}  # why\n");
  EXPECT_EQ(pinned("title: F\nrests_on: [n, \"Å, m\"]\n"),
            "title: F\nrests_on: [{ref: n, pin: b11111111111}, {ref: \"Å, m\", pin: b11111111111}]\n");
  EXPECT_EQ(pinned("title: F\nrests_on:\n- En, två [tre]\n"),
            "title: F\nrests_on:\n- {ref: \"En, två [tre]\", pin: b11111111111}\n");
}
TEST(Pins, AreNotWrittenWhereAReferenceRunsOverSeveralLines) {
  EXPECT_EQ(pinned("title: F\nrests_on: >\n  n\n"), "findings/f.md:3:11: the pin cannot be written here");
  EXPECT_EQ(pinned("title: F\nrests_on: a long\n  name\n"), "findings/f.md:3:11: the pin cannot be written here");
}

class ReviewTest : public testing::Test {
 protected:
  ReviewTest()
      : disk({{"/c/notes/n.md", "---\ntitle: N\nsession: one\n---\nNow. {#said}\n"},
              {"/c/sessions/one.md", "---\ntitle: One\ndate: 2025\n---\n"},
              {"/c/findings/f.md", std::string("---\ntitle: F\nrests_on: {ref: n#said, pin: ") + old_pin + "}\n---\n"},
              {"/c/en/findings/g.md", std::string("---\ntitle: G\ntranslation_of: f\nrests_on: {ref: n#said, pin: ") +
                                          old_pin + "}\n---\n"}}) {
    prime_markdown_parser();
    config.languages = {"sv", "en"};
    config.lang = config.default_lang = "sv";
    sources = collect_sources(disk, "/c", config, 1, diagnostics)->pages;
    for (const SourceFile& source : sources) pages.push_back(parse_page(source, config, diagnostics));
    on_site.assign(pages.size(), true);
    routes = assign_addresses(pages, config, diagnostics);
    graph = weave_graph({pages, on_site, routes, config, {}}, 1, diagnostics);
    EXPECT_TRUE(diagnostics.empty());
    suspects = Suspects(pages, graph, config.schema, diagnostics);
  }

  Result<void> review() {
    const auto item = static_cast<std::size_t>(std::ranges::find(pages, "f", &Page::id) - pages.begin());
    const ReviewInputs inputs{config, pages, graph, suspects};
    return write_pins(disk, "/c", links_to_review(item, false, inputs), inputs);
  }

  MemoryDisk disk;
  SiteConfig config = sample::config();
  Diagnostics diagnostics;
  std::vector<SourceFile> sources;
  std::vector<Page> pages;
  std::vector<bool> on_site;
  Routes routes;
  KnowledgeGraph graph;
  Suspects suspects;
};

TEST_F(ReviewTest, RenewsTheItemInEveryLanguage) {
  ASSERT_TRUE(review());
  const std::string pin = pin_of("Now.");
  EXPECT_EQ(*disk.read_file("/c/findings/f.md"), "---\ntitle: F\nrests_on: {ref: n#said, pin: " + pin + "}\n---\n");
  EXPECT_EQ(*disk.read_file("/c/en/findings/g.md"),
            "---\ntitle: G\ntranslation_of: f\nrests_on: {ref: n#said, pin: " + pin + "}\n---\n");
}
TEST_F(ReviewTest, WritesAllFilesOrNone) {
  const std::vector<FileEntry> tree = *disk.list_tree("/c");
  const std::string f = *disk.read_file("/c/findings/f.md");
  const std::string g = *disk.read_file("/c/en/findings/g.md");
  for (std::size_t calls = 0; calls < 4; ++calls) {
    disk.fail_after(calls, MemoryDisk::Refusal::once);
    EXPECT_FALSE(review()) << calls;
    EXPECT_EQ(*disk.read_file("/c/findings/f.md"), f) << calls;
    EXPECT_EQ(*disk.read_file("/c/en/findings/g.md"), g) << calls;
    EXPECT_EQ(disk.list_tree("/c")->size(), tree.size()) << calls;
  }
}

}  // namespace
}  // namespace vav
