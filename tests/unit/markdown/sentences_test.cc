#include "markdown/sentences.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/text.h"
#include "parsed.h"

namespace vav {
namespace {

std::string around(std::string_view text, std::string_view word) {
  const std::size_t begin = text.find(word);
  return sentence_around(text, begin, begin + word.size());
}

TEST(Sentences, EndAtPointsBeforeACapital) {
  constexpr std::string_view text = "Ett här. Två är xx! Tre? ”Fyra” yy. 5 är zz. ”Sju” sist.";
  EXPECT_EQ(around(text, "här"), "Ett här.");
  EXPECT_EQ(around(text, "xx"), "Två är xx!");
  EXPECT_EQ(around(text, "yy"), "”Fyra” yy.");
  EXPECT_EQ(around(text, "zz"), "5 är zz.");
  EXPECT_EQ(around(text, "sist"), "”Sju” sist.");
  EXPECT_EQ(around("Sa ”hej.” Åsa X gick. Nej.", "X"), "Åsa X gick.");
}

TEST(Sentences, DoNotEndAtAbbreviationsAndOrdinals) {
  for (const std::string point : {"t.ex.", "bl.a.", "m.fl.", "kl.", "dnr", "s.", "nr.", "ca.", "dvs.", "osv.", "Dvs.",
                                  "(t.ex.", "den 8.", "A."}) {
    const std::string text = "Först detta " + point + " Skolverket X här. Sedan.";
    EXPECT_EQ(around(text, "X"), "Först detta " + point + " Skolverket X här.") << point;
  }
  EXPECT_EQ(around("Det var 2025. Sedan kom X.", "X"), "Sedan kom X.");
  EXPECT_EQ(around("Se x.se. därför X.", "X"), "Se x.se. därför X.");
}

TEST(Sentences, LongOnesAreCutAtWords) {
  std::string text;
  for (int i = 0; i < 200; ++i) text += "ordå" + std::to_string(i) + (i == 100 ? " LÄNK " : " ");
  const std::string sentence = around(text, "LÄNK");
  EXPECT_THAT(sentence, testing::HasSubstr(" LÄNK "));
  EXPECT_THAT(sentence, testing::StartsWith("…ordå"));
  EXPECT_LE(count_characters(sentence), 302U);
  EXPECT_GE(count_characters(sentence), 270U);
  EXPECT_FALSE(find_invalid_utf8(sentence));
  EXPECT_THAT(around(text, "ordå0"), testing::StartsWith("ordå0 ordå1 "));
  EXPECT_GE(count_characters(around(text, "ordå0 ")), 270U);
}

TEST(Sentences, OfLinksComeFromTheirParagraphItemOrCell) {
  const Parsed parsed = parse(
      "Före. Här är [[a|*länken*]] i `kod`\npå två rader. Efter.\n\n- punkt [b](c)\n\n| x | se [[d]] |\n|---|---|\n| e "
      "| f |\n");
  EXPECT_EQ(parsed.document.links()[0].sentence, "Här är *länken* i kod på två rader.");
  EXPECT_EQ(parsed.document.links()[1].sentence, "punkt b");
  EXPECT_EQ(parsed.document.links()[2].sentence, "se d");
}

TEST(Sentences, OfEmptyAndOddRanges) {
  EXPECT_EQ(sentence_around("", 0, 0), "");
  EXPECT_EQ(sentence_around("a", 1, 1), "a");
  EXPECT_EQ(sentence_around("A. B", 3, 3), "A. B");
  EXPECT_EQ(count_characters(sentence_around(std::string(900, 'x'), 10, 890)), 302U);
}

}  // namespace
}  // namespace vav
