// Quotations with their citations, and the footer of a block quotation.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "parsed.h"

namespace vav {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// "place text -> target#fragment" of each.
std::vector<std::string> quotations(std::string_view text) {
  const Parsed parsed = parse(text);
  std::vector<std::string> all;
  for (const Quotation& one : parsed.document.quotations()) {
    const DocumentLink& link = parsed.document.links().at(one.link);
    all.push_back(Parsed::text_of(one.place) + " " + one.text + " -> " + link.target + "#" + link.fragment);
  }
  return all;
}

TEST(Quotations, ABlockWhoseLastLineTellsWhereItIsFrom) {
  EXPECT_THAT(quotations("> Ett *viktigt* ord,\n> och ett till.\n> — [[uka#sa]]\n"),
              ElementsAre("1:3+18 Ett viktigt ord, och ett till. -> uka#sa"));
  EXPECT_THAT(quotations("Före.\n\n> Ett.\n>\n> Två.\n>\n> – UKÄ, [inspelet](uka.md#sa)\n"),
              ElementsAre("3:3+4 Ett. Två. -> uka.md#sa"));
}
TEST(Quotations, ABlockWithoutSuchALineIsNone) {
  EXPECT_THAT(quotations("> Ett.\n> — någon\n"), IsEmpty());
  EXPECT_THAT(quotations("> Ett.\n> [[uka#sa]]\n"), IsEmpty());
  EXPECT_THAT(quotations("> — [[uka#sa]]\n"), IsEmpty());
  EXPECT_THAT(quotations("> Ett [[uka#sa]].\n>\n> Två.\n"), IsEmpty());
}
TEST(Quotations, WordsInMarksBeforeALinkInParentheses) {
  EXPECT_THAT(quotations("De sade ”ett ord” ([[uka#sa]]), sedan \"två\" ([[dig]])."),
              ElementsAre("1:10+7 ett ord -> uka#sa", "1:40+3 två -> dig#"));
  EXPECT_THAT(quotations("- De sade “ett\n  ord” ([texten](uka.md#sa))\n"), ElementsAre("1:12+3 ett ord -> uka.md#sa"));
}
TEST(Quotations, QuotationsWithinAQuotationBelongToIt) {
  for (const char* words : {"Ett: ”ja, nu” och två", "Ett: »ja, nu» och två", "Ett: »ja, nu« och två",
                            "Ett: \"ja, nu\" och två", "”Ja, nu” och två", "Ett: ”ja, nu”", "Ett (”ja, nu”), två"}) {
    EXPECT_THAT(quotations(std::string("”") + words + "” ([[uka]])"),
                ElementsAre(testing::HasSubstr(" " + std::string(words) + " -> ")))
        << words;
  }
  EXPECT_THAT(quotations("\"Ett: \"ja, nu\" och två\" ([[uka]])"),
              ElementsAre("1:2+21 Ett: \"ja, nu\" och två -> uka#"));
}
TEST(Quotations, BesideOthersAreApart) {
  EXPECT_THAT(quotations("Ordet ”mandat” är ett, ”tid” ett till ([[uka]]): \"a\", ”b”/”c” ([[uka]])."),
              ElementsAre("1:60+1 c -> uka#"));
  EXPECT_THAT(quotations("De sade « ett » och « två » ([[uka]])."), ElementsAre("1:22+5  två  -> uka#"));
}
// Rather too much is checked than too little.
TEST(Quotations, WhoseMarksDoNotMeetBeginAtTheFirst) {
  EXPECT_THAT(quotations("Så ”ett ord och ”två” ([[uka]])."), ElementsAre("1:5+16 ett ord och ”två -> uka#"));
  EXPECT_THAT(quotations("Så ”ett” ord och två” ([[uka]])."), ElementsAre("1:5+16 ett” ord och två -> uka#"));
}
TEST(Quotations, MayBeAsLongAsAParagraph) {
  std::string words;
  for (int i = 0; i < 5000; ++i) words += "ord ";
  EXPECT_THAT(quotations("Så ”" + words + "slut” ([[uka]])."), ElementsAre(testing::EndsWith(words + "slut -> uka#")));
}
TEST(Quotations, AnySpaceMayStandBeforeTheLink) {
  for (const char* space : {"", " ", "  ", "\n", "\u00A0", "\u202F", "\u00AD", "\u200B "}) {
    EXPECT_THAT(quotations(std::string("Så ”ett”") + space + "([[uka]])."), ElementsAre("1:5+3 ett -> uka#")) << space;
  }
}
TEST(Quotations, MarksAndLinksThatDoNotMeetAreNone) {
  EXPECT_THAT(quotations("Ordet ”mandat” [[uka#sa]]."), IsEmpty());
  EXPECT_THAT(quotations("Ordet ”mandat” i ([[uka#sa]])."), IsEmpty());
  EXPECT_THAT(quotations("Ordet mandat” ([[uka#sa]])."), IsEmpty());
  EXPECT_THAT(quotations("Ordet ”mandat” (se [[uka#sa]])."), IsEmpty());
}

TEST(Quotations, TheLineIsTheFooterOfTheBlock) {
  EXPECT_EQ(parse("> Ett.\n> — [[uka]]\n").html,
            "<blockquote>\n<p>Ett.</p>\n<footer>— <a href=\"uka\">uka</a></footer>\n</blockquote>\n");
  EXPECT_EQ(parse("> Ett.\n>\n> — [[uka]]\n").html,
            "<blockquote>\n<p>Ett.</p>\n<footer>— <a href=\"uka\">uka</a></footer>\n</blockquote>\n");
  EXPECT_EQ(parse("> Ett.\n").html, "<blockquote>\n<p>Ett.</p>\n</blockquote>\n");
}
TEST(Quotations, ABlockWithinABlockBelongsToTheOutermost) {
  EXPECT_THAT(quotations("> Ett.\n>\n> > Två.\n>\n> — [[uka]]\n"), ElementsAre("1:3+4 Ett. Två. -> uka#"));
}

}  // namespace
}  // namespace vav
