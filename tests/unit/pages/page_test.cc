#include "pages/page.h"

#include "../sample_site.h"
#include "pages/front_matter.h"

namespace vav {
namespace {

using sample::ids_and_places;

struct Parsed {
  Page page;
  Diagnostics diagnostics;
};

Parsed parse(const std::string& kind, const std::string& text) {
  prime_markdown_parser();
  const SiteConfig config = sample::config();
  SourceFile source{.path = "x/some-page.md",
                    .text = text,
                    .fingerprint = "f",
                    .kind = *config.schema.find_kind(kind),
                    .id = "some-page"};
  Parsed result;
  result.page = parse_page(source, config, result.diagnostics);
  return result;
}

using Found = std::vector<std::string>;

TEST(SplitFrontMatter, CutsBetweenTheFences) {
  const SplitSource parts = split_front_matter("---\na: 1\n---\nbody\n");
  EXPECT_TRUE(parts.found);
  EXPECT_EQ(parts.front_matter, "a: 1\n");
  EXPECT_EQ(parts.body, "body\n");
  EXPECT_EQ(parts.body_line, 4);
}

TEST(SplitFrontMatter, WindowsLineEndsAndNoBody) {
  const SplitSource parts = split_front_matter("---\r\na: 1\r\n---");
  EXPECT_TRUE(parts.found);
  EXPECT_EQ(parts.body, "");
}

TEST(SplitFrontMatter, ARulerLaterOnIsNoFrontMatter) {
  EXPECT_FALSE(split_front_matter("text\n---\na\n---\n").found);
  EXPECT_FALSE(split_front_matter("---\na: 1\n").found);
  EXPECT_FALSE(split_front_matter("").found);
}

TEST(Page, FieldsOfEveryType) {
  const Parsed result = parse(
      "session", "---\ntitle: T\ndate: 2025\nseats: 3\nopen: true\nsite: https://x.se\ntags: [red, blue]\n---\n## H\n");
  EXPECT_EQ(ids_and_places(result.diagnostics), Found{});
  ASSERT_EQ(result.page.fields.size(), 5U);
  EXPECT_EQ(result.page.fields[0].values[0], Value("2025")) << "a year alone is a partial date";
  EXPECT_EQ(result.page.fields[4].values.size(), 2U);
  EXPECT_TRUE(result.page.document.has_anchor("h"));
}

TEST(Page, ReferencesAloneInListsAndWithTheirOwnFields) {
  const Parsed result = parse("note",
                              "---\ntitle: T\nsession: one#p\nby: [a, {ref: B, certainty: likely, note: n}]\nsource: "
                              "{ref: w, section: s}\n---\n");
  EXPECT_EQ(ids_and_places(result.diagnostics), Found{});
  ASSERT_EQ(result.page.references.size(), 4U);
  EXPECT_EQ(result.page.references[0].target.text, "one");
  EXPECT_EQ(result.page.references[0].passage, "p");
  EXPECT_EQ(result.page.references[2].extra.at("certainty"), Value("likely"));
  EXPECT_EQ(result.page.references[3].extra.at("section"), Value("s"));
}

TEST(Page, EachMistakeHasItsPlace) {
  const std::vector<std::tuple<std::string, std::string, Found>> cases = {
      {"session", "---\ntitle: T\n---\n", {"missing-field 1:1 3"}},
      {"note", "---\ntitle: T\n---\n", {"missing-field 1:1 3"}},
      {"page", "---\nsummary: x\n---\n", {"missing-field 1:1 3"}},
      {"page", "---\n---\n", {"missing-field 1:1 3"}},
      {"page", "---\ntitle: T\nsummry: x\n---\n", {"unknown-key 3:1 6"}},
      {"session", "---\ntitle: T\ndate: 2025-02-30\n---\n", {"bad-date 3:7 10"}},
      {"page", "---\ntitle: T\npublished: 2025-05\n---\n", {"bad-date 3:12 7"}},
      {"session", "---\ntitle: T\ndate: 2025\nseats: många\n---\n", {"bad-value 4:8 5"}},
      {"session", "---\ntitle: T\ndate: 2025\nopen: ja\n---\n", {"bad-value 4:7 2"}},
      {"session", "---\ntitle: T\ndate: 2025\nsite: x.se\n---\n", {"bad-value 4:7 4"}},
      {"session", "---\ntitle: T\ndate: 2025\ntags: [red, gren]\n---\n", {"bad-value 4:13 4"}},
      {"page", "---\ntitle: 2025\n---\n", {"bad-value 2:8 4", "missing-field 1:1 3"}},
      {"page", "---\ntitle: [a]\n---\n", {"bad-value 2:8 1", "missing-field 1:1 3"}},
      {"note", "---\ntitle: T\nsession: [a, b]\n---\n", {"bad-value 3:10 1"}},
      {"note", "---\ntitle: T\nsession: {certainty: likely}\n---\n", {"bad-value 3:10 1"}},
      {"note", "---\ntitle: T\nsession: {ref: a, sure: yes}\n---\n", {"unknown-key 3:19 4"}},
      {"page", "---\ntitle: T\nvisibility: secret\n---\n", {"bad-value 3:13 6"}},
      {"page", "title: T\n", {"no-front-matter 1:1 1"}},
      {"page", "---\ntitle: A: B\n---\n", {"yaml-colon 2:9 1"}},
      {"page", "---\ntitle: T\n---\n<b>x</b>\n", {"raw-html 4:1 3", "raw-html 4:5 4"}},
  };
  for (const auto& [kind, text, expected] : cases) {
    EXPECT_EQ(ids_and_places(parse(kind, text).diagnostics), expected) << text;
  }
}

TEST(Page, TextIsNormalised) {
  EXPECT_EQ(parse("page", "---\ntitle: UKA\u0308\n---\n").page.title, "UKÄ");
}

TEST(LeftOut, SaysWhy) {
  const Date day{2026, 11, 22};
  const auto reason = [&](const std::string& key, bool drafts = false) {
    return std::string(reason_left_out(parse("page", "---\ntitle: T\n" + key + "\n---\n").page, day, drafts));
  };
  EXPECT_EQ(reason("draft: true"), "draft");
  EXPECT_EQ(reason("draft: true", true), "");
  EXPECT_EQ(reason("visibility: internal", true), "internal") << "never, also with drafts";
  EXPECT_EQ(reason("expires: 2026-11-21"), "expired");
  EXPECT_EQ(reason("expires: 2026-11-22"), "");
  EXPECT_EQ(reason("published: 2026-11-23"), "not yet published");
  EXPECT_EQ(reason("published: 2026-11-22"), "");
}

}  // namespace
}  // namespace vav
