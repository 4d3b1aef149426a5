// What a document tells those who check how it is written.
#include "markdown/prose.h"

#include <gmock/gmock.h>

#include "markdown/sentences.h"
#include "parsed.h"

namespace vav {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> sentences(std::string_view text, int first_line = 1) {
  std::vector<std::string> all;
  const Parsed parsed = parse(text, first_line);
  for (const Sentence& one : parsed.document.prose().sentences)
    all.push_back(Parsed::text_of(one.place) + " " + std::to_string(one.words));
  return all;
}

std::vector<std::string> look_alikes(std::string_view text) {
  std::vector<std::string> all;
  const Parsed parsed = parse(text);
  for (const LookAlike& one : parsed.document.prose().look_alikes)
    all.push_back(std::to_string(static_cast<int>(one.form)) + " " + Parsed::text_of(one.place));
  return all;
}

std::vector<std::string> set_apart(const std::string& text) {
  std::vector<std::string> all;
  const Parsed parsed = parse(text);
  for (const SourcePart& one : parsed.document.prose().set_apart)
    all.push_back((one.form == SourcePart::Form::code ? "code " : "hidden ") +
                  text.substr(one.begin, one.end - one.begin));
  return all;
}

TEST(Prose, SentencesHavePlacesAndWords) {
  EXPECT_THAT(sentences("Ett två. Tre\nfyra – fem.\n", 7), ElementsAre("7:1+8 2", "7:10+3 3"));
  EXPECT_THAT(sentences("- Å *två* [tre](x.md) `fyra`. Fem.\n"), ElementsAre("1:3+27 4", "1:31+4 1"));
  EXPECT_THAT(sentences("Träff 2. Sedan den 8 maj.\n"), ElementsAre("1:1+8 2", "1:10+16 4"));
  EXPECT_THAT(sentences("# Rubrik\n\n| a |\n|---|\n| b |\n\n    kod\n"), IsEmpty());
}

TEST(Prose, BoldParagraphs) {
  EXPECT_THAT(look_alikes("**Å b**\n\n**C** {#d}\n\n__*E* f__\n"), ElementsAre("0 1:3+3", "0 3:3+1", "0 5:4+4"));
  EXPECT_THAT(look_alikes("**A.**\n\n**A?**\n\n**”A.”**\n\n**A** b\n\n**A** **B**\n\n- **A**\n\n> **A**\n\n*A*\n"),
              IsEmpty());
}

TEST(Prose, HeadersOfTables) {
  EXPECT_THAT(look_alikes("| | |\n|-|-|\n|a|b|\n"), ElementsAre("1 1:1+1"));
  EXPECT_THAT(look_alikes("|a| |\n|-|-|\n|a|b|\n"), ElementsAre("2 1:4+1"));
  EXPECT_THAT(look_alikes("| [[x\\|y]] | | c |\n|-|-|-|\n|a|b|c|\n"), ElementsAre("2 1:13+1"));
  EXPECT_THAT(look_alikes("|a| |\n|-|-|\n|a||\n"), IsEmpty());
  EXPECT_THAT(look_alikes("|a|b|\n|-|-|\n|a||\n"), IsEmpty());
}

TEST(Prose, WhatIsSetApart) {
  EXPECT_THAT(set_apart("a `b` c\n\n```\nd\n```\n"), ElementsAre("code b", "code ```\nd\n```\n"));
  EXPECT_THAT(set_apart("a\n\n::: internal\nb\n:::\n"), ElementsAre("hidden ::: internal", "hidden b", "hidden :::"));
  EXPECT_THAT(set_apart("a\n"), IsEmpty());
}

}  // namespace
}  // namespace vav
