#include "base/unicode.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <string>
#include <vector>

namespace vav {
namespace {

TEST(Normalisation, ComposesDecomposedLetters) {
  EXPECT_EQ(to_nfc("o\u0308"), "ö");
}

TEST(Fold, DropsCaseAndMarks) {
  EXPECT_EQ(fold("UKÄ"), "uka");
  EXPECT_EQ(fold("Skellefteå É"), "skelleftea e");
}

TEST(Capitalize, ChangesTheFirstCharacterAlone) {
  EXPECT_EQ(capitalize("åtgärd A"), "Åtgärd A");
  EXPECT_EQ(capitalize(""), "");
}

TEST(Slug, FollowsTheOneRuleForAddresses) {
  EXPECT_EQ(to_slug("Antagning & rekrytering – höst"), "antagning-rekrytering-host");
  EXPECT_EQ(to_slug("Åtgärder för kaféer"), "atgarder-for-kafeer");
  EXPECT_EQ(to_slug("–"), "");
}

TEST(Utf16, RoundTrip) {
  EXPECT_EQ(to_utf8(to_utf16("åäö 😀")), "åäö 😀");
}

TEST(Collation, SwedishPutsItsLettersLast) {
  const Collator sv("sv");
  std::vector<std::string> words = {"öga", "ål", "ärt", "zon", "Abba", "wasa", "vas", "apa", "édith", "eka"};
  std::ranges::sort(words, {}, [&](const std::string& word) { return sv.sort_key(word); });
  EXPECT_EQ(words, (std::vector<std::string>{"Abba", "apa", "édith", "eka", "vas", "wasa", "zon", "ål", "ärt", "öga"}));
}

TEST(Collation, NumbersSortAsNumbers) {
  const Collator sv("sv");
  EXPECT_LT(sv.sort_key("Åtgärd 2"), sv.sort_key("Åtgärd 10"));
}

TEST(Register, LettersOfSwedishStandForThemselves) {
  const Collator sv("sv");
  EXPECT_EQ(sv.register_letter("åtgärd"), "Å");
  EXPECT_EQ(sv.register_letter("”Är det så?”"), "Ä");
  EXPECT_EQ(sv.register_letter("édith"), "E");
  EXPECT_EQ(sv.register_letter("2025"), "#");
  EXPECT_EQ(sv.register_letter("…"), "#");
}

}  // namespace
}  // namespace vav
