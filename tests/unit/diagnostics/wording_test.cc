#include "diagnostics/wording.h"

#include <gtest/gtest.h>

#include "diagnostics/swedish.h"

namespace vav {
namespace {

TEST(Wording, EnglishUnlessSwedishIsAskedFor) {
  const Wording words{"yes", "ja"};
  EXPECT_EQ(words.in("sv"), "ja");
  for (const char* language : {"en", "fi", "", "SV", "sv_SE"}) EXPECT_EQ(words.in(language), "yes") << language;
}

TEST(Wording, IsEmptyWithoutWords) {
  EXPECT_TRUE(Wording{}.empty());
  EXPECT_FALSE(as_written("x").empty());
}

TEST(Wording, AsWrittenIsTheSameInBoth) {
  EXPECT_EQ(as_written("site {}"), (Wording{"site {}", "site {}"}));
}

TEST(Say, FillsBothLanguages) {
  EXPECT_EQ(say("the field '{}'", "å"), (Wording{"the field 'å'", "fältet 'å'"}));
  EXPECT_EQ(say("'{}' of {} must be {}, not a {}", "a", "b", "c", "d"),
            (Wording{"'a' of b must be c, not a d", "'a' i b ska vara c, inte d"}));
  EXPECT_EQ(say("rename the file"), (Wording{"rename the file", "byt namn på filen"}));
}

TEST(Say, TakesTextCharactersAndNumbers) {
  const std::string text = "a";
  EXPECT_EQ(say("the name \"{}\" holds {}", text, ':').swedish, "namnet \"a\" innehåller :");
  EXPECT_EQ(say("the name \"{}\" holds {}", std::string_view(text), ':').english, "the name \"a\" holds :");
  EXPECT_EQ(say("more than {} values", 10'000).swedish, "fler än 10000 värden");
  EXPECT_EQ(say("more than {} values", std::size_t{7}).english, "more than 7 values");
  EXPECT_EQ(say("more than {} values", -1).english, "more than -1 values");
}

TEST(Say, AWordingInsideIsFilledInItsOwnLanguage) {
  EXPECT_EQ(say("{} must have the key '{}'", say("the relation '{}'", "x"), "to"),
            (Wording{"the relation 'x' must have the key 'to'", "sambandet 'x' ska ha nyckeln 'to'"}));
}

TEST(Say, WhatIsFilledInIsNotReadAsAPlace) {
  EXPECT_EQ(say("the field '{}'", "{}"), (Wording{"the field '{}'", "fältet '{}'"}));
  EXPECT_EQ(say("unknown name '{}'", "{0} {"), (Wording{"unknown name '{0} {'", "okänt namn '{0} {'"}));
}

TEST(Say, DoubledBracesAreBraces) {
  EXPECT_EQ(say("a }} is missing"), (Wording{"a } is missing", "en } saknas"}));
  EXPECT_EQ(say("'{{{{' is not closed: '}}}}' is missing").swedish, "'{{' är inte avslutad: '}}' saknas");
}

TEST(Say, ASentenceWithoutSwedishStaysEnglish) {
  EXPECT_EQ(swedish_for("nobody has said {} yet"), "");
  EXPECT_EQ(wording::fill("nobody has said {} yet", {"x"}),
            (Wording{"nobody has said x yet", "nobody has said x yet"}));
}

TEST(TypeWord, NamesEveryTypeInBothLanguages) {
  const std::vector<std::pair<Value, Wording>> cases = {{Value(), {"nothing", "ett tomt värde"}},
                                                        {Value(true), {"flag", "sant eller falskt (true/false)"}},
                                                        {Value(1), {"number", "ett tal"}},
                                                        {Value(0.5), {"number", "ett tal"}},
                                                        {Value("x"), {"text", "en text"}},
                                                        {Value(List{}), {"list", "en lista"}},
                                                        {Value(Entries{}), {"map", "en nyckelgrupp"}}};
  for (const auto& [value, words] : cases) EXPECT_EQ(type_word(value), words) << words.english;
}

TEST(DidYouMean, NamesTheNearest) {
  EXPECT_EQ(did_you_mean("titel", {"summary", "title"}), (Wording{"did you mean 'title'?", "menade du 'title'?"}));
}

TEST(DidYouMean, SaysNothingWhenNoneIsNearOrTheWordIsVeryLong) {
  EXPECT_TRUE(did_you_mean("titel", {"published"}).empty());
  EXPECT_TRUE(did_you_mean("titel", {}).empty());
  EXPECT_FALSE(did_you_mean(std::string(80, 'x'), {std::string(79, 'x')}).empty());
  EXPECT_TRUE(did_you_mean(std::string(81, 'x'), {std::string(81, 'x')}).empty());
}

// tests/architecture compares the sentences of the code with the table; here the table itself.
TEST(Swedish, EveryEntryIsFoundAndHasWords) {
  for (const auto part :
       {wording::swedish_content(), wording::swedish_theme(), wording::swedish_site(), wording::swedish_kinds()}) {
    EXPECT_FALSE(part.empty());
    for (const wording::Translation& one : part) {
      EXPECT_FALSE(one.swedish.empty()) << one.english;
      EXPECT_EQ(swedish_for(one.english), one.swedish);
    }
  }
}

}  // namespace
}  // namespace vav
