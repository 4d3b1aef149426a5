#include "authoring/new_page.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "../sample_site.h"
#include "authoring/new_file.h"
#include "markdown/document.h"
#include "pages/page.h"

namespace vav {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

class NewPageTest : public testing::Test {
 protected:
  NewPageTest()
      : disk({{"/c/vav.yaml", sample::config_text},
              {"/c/sessions/first.md", "---\ntitle: First\n---\n"},
              {"/c/people/ann.md", ""}}) {}

  Result<NewPage> plan(PageRequest request) {
    request.today = {2026, 11, 22};
    Diagnostics unheeded;
    pages = collect_sources(disk, "/c", config, 1, unheeded)->pages;
    return plan_page(request, config, pages, disk, "/c");
  }

  std::string refusal(const PageRequest& request) {
    const Result<NewPage> page = plan(request);
    return page ? "made " + page->path : page.failure().message + " / " + page.failure().hint;
  }

  MemoryDisk disk;
  SiteConfig config = sample::config();
  std::vector<SourceFile> pages;
};

TEST_F(NewPageTest, LiesInTheFolderOfItsKind) {
  EXPECT_EQ(plan({.kind = "note", .title = "Åsa säger: öka!"})->path, "notes/asa-sager-oka.md");
  EXPECT_EQ(plan({.kind = "note", .title = "x", .id = "my-note"})->path, "notes/my-note.md");
  EXPECT_EQ(plan({.kind = "page", .title = "About"})->path, "pages/about.md");
}

TEST_F(NewPageTest, HasWhatItsKindWants) {
  const std::string text = plan({.kind = "note", .title = "Say: \"yes\""})->text;
  EXPECT_THAT(text, HasSubstr("\ntitle: 'Say: \"yes\"'\n"));
  EXPECT_THAT(text, HasSubstr("\npublished: 2026-11-22\n"));
  EXPECT_THAT(text, HasSubstr("\nsummary: «FILL IN»  # "));
  EXPECT_THAT(text, HasSubstr("\nsession: «FILL IN»  # At: id of a page of the kind session (such as first)\n"));
  EXPECT_THAT(text,
              HasSubstr("\n# by: [«FILL IN»]  # By: id of a page of the kind person (such as ann), one or several\n"));
  EXPECT_THAT(text, HasSubstr("\n# source: [{ref: «FILL IN», section: «FILL IN», pages: «FILL IN»}]  # Sources: "));
  EXPECT_THAT(text, HasSubstr("{ref: id, certainty: …}: certainty (likely), note\n"));
  EXPECT_THAT(text, Not(HasSubstr("rests_on")));
}

TEST_F(NewPageTest, TellsTheFormOfEachField) {
  const std::string text = plan({.kind = "session", .title = "Second"})->text;
  EXPECT_THAT(text, HasSubstr("\ndate: «FILL IN»  # Date: date such as 2025-05-08, 2025-05 or 2025\n"));
  EXPECT_THAT(text, HasSubstr("\n# seats: «FILL IN»  # Seats: number\n"));
  EXPECT_THAT(text, HasSubstr("\n# open: true  # Open: true or false\n"));
  EXPECT_THAT(text, HasSubstr("\n# tags: [«FILL IN»]  # Tags: red or blue, one or several\n"));
}

TEST_F(NewPageTest, ExactlyTheGapsAreFound) {
  const Result<NewPage> made = plan({.kind = "note", .title = "x"});
  prime_markdown_parser();
  Diagnostics found;
  parse_page({.path = made->path, .text = made->text, .kind = *config.schema.find_kind("note"), .id = "x"}, config,
             found);
  EXPECT_THAT(sample::ids_and_places(found),
              ElementsAre("unfilled-gap 4:10 9", "unfilled-gap 6:10 9", testing::StartsWith("unfilled-gap ")));
}

TEST_F(NewPageTest, TheIdComesFromTheTitleAndFitsAFileName) {
  std::string title;
  for (int i = 0; i < 100; ++i) title += "ord ";
  const std::string path = plan({.kind = "note", .title = title})->path;
  EXPECT_LE(path.size(), std::string("notes/.md").size() + 60);
  EXPECT_TRUE(path.ends_with("-ord.md")) << path;
  EXPECT_EQ(plan({.kind = "note", .title = std::string(200, 'x')})->path, "notes/" + std::string(60, 'x') + ".md");
}

TEST_F(NewPageTest, ATitleIsOneLine) {
  EXPECT_THAT(plan({.kind = "note", .title = "  one\n\ttwo\x01 "})->text, HasSubstr("\ntitle: one two\n"));
}

TEST_F(NewPageTest, AKindGoesByItsFolderAndItsLabelsToo) {
  for (const char* kind : {"person", "people", "Person"})
    EXPECT_EQ(plan({.kind = kind, .title = "Someone new"})->path, "people/someone-new.md") << kind;
}

TEST_F(NewPageTest, Refuses) {
  EXPECT_EQ(refusal({.kind = "nots", .title = "x"}),
            "there is no kind 'nots' / did you mean 'note'? kinds: session, note, finding, person, work, page");
  EXPECT_THAT(refusal({.kind = "zzzzzz", .title = "x"}), HasSubstr("/ kinds: session"));
  EXPECT_EQ(refusal({.kind = "note", .title = " \n"}), "a page needs a title / ");
  EXPECT_THAT(refusal({.kind = "note", .title = "!?"}), HasSubstr("name it with --id"));
  EXPECT_THAT(refusal({.kind = "note", .title = "\xFF"}), HasSubstr("not valid UTF-8"));
  EXPECT_THAT(refusal({.kind = "note", .title = "x", .id = "../x"}), HasSubstr("cannot be the id of a page"));
  EXPECT_THAT(refusal({.kind = "note", .title = "x", .id = "Åsa"}), HasSubstr("/ --id asa"));
  EXPECT_EQ(refusal({.kind = "note", .title = "First"}),
            "the id 'first' is taken by sessions/first.md / choose another one with --id");
  EXPECT_THAT(refusal({.kind = "page", .title = "Notes"}), HasSubstr("the list of 'note' has the address notes/"));
  EXPECT_THAT(refusal({.kind = "note", .title = "x", .lang = "../"}), HasSubstr("no language code"));
}

TEST_F(NewPageTest, RefusesWhatLiesThereAlready) {
  ASSERT_TRUE(disk.make_folder("/c/notes/x.md"));
  EXPECT_THAT(refusal({.kind = "note", .title = "x"}), HasSubstr("/c/notes/x.md is there already"));
}

TEST_F(NewPageTest, AnotherLanguageHasAFolderOfItsOwnAndKnowsItsTwin) {
  const Result<NewPage> twin = plan({.kind = "session", .title = "Första", .id = "first", .lang = "sv"});
  EXPECT_EQ(twin->path, "sv/sessions/first.md");
  EXPECT_THAT(twin->text, HasSubstr("\ntranslation_of: first\n"));
  EXPECT_THAT(plan({.kind = "session", .title = "Ny", .lang = "sv"})->text,
              HasSubstr("\n# translation_of: «FILL IN»  # "));
  EXPECT_EQ(plan({.kind = "session", .title = "Ny", .lang = "en"})->path, "sessions/ny.md");
  config.languages = {"en", "fi"};
  EXPECT_THAT(refusal({.kind = "session", .title = "Ny", .lang = "sv"}), HasSubstr("/ languages: en, fi"));
}

TEST(CreateFile, IsWholeOrNotThere) {
  MemoryDisk disk(MemoryDisk::Files{{"/c/vav.yaml", ""}});
  ASSERT_TRUE(create_file(disk, "/c", "notes/x.md", "text"));
  EXPECT_EQ(*disk.read_file("/c/notes/x.md"), "text");
  EXPECT_EQ(disk.list_tree("/c/notes")->size(), 1U);
  EXPECT_FALSE(create_file(disk, "/c", "notes/x.md", "other"));
  EXPECT_EQ(*disk.read_file("/c/notes/x.md"), "text");
  EXPECT_EQ(disk.list_tree("/c/notes")->size(), 1U);
  disk.refuse_writes();
  EXPECT_FALSE(create_file(disk, "/c", "notes/y.md", "text"));
  EXPECT_FALSE(disk.type_of("/c/notes/y.md"));
}

TEST(CreateFile, NeverLeavesTheFolder) {
  MemoryDisk disk(MemoryDisk::Files{{"/c/vav.yaml", ""}, {"/elsewhere/a.md", ""}});
  disk.add_link("/c/notes", "/elsewhere");
  const Result<void> made = create_file(disk, "/c", "notes/x.md", "text");
  ASSERT_FALSE(made);
  EXPECT_THAT(made.failure().message, HasSubstr("leads out of"));
  EXPECT_FALSE(disk.type_of("/elsewhere/x.md"));
}

}  // namespace
}  // namespace vav
