// What looks like personal data and what only resembles it, word by word.
#include "proofreading/personal_data.h"

#include <gmock/gmock.h>

namespace vav {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

using Finder = std::vector<PersonalDatum> (*)(std::string_view);

std::vector<std::string> words(Finder find, std::string_view text) {
  std::vector<std::string> found;
  for (const PersonalDatum& one : find(text)) found.emplace_back(text.substr(one.offset, one.length));
  return found;
}

// The numbers are those that the tax agency keeps for examples, or made by their rule.
TEST(PersonalNumbers, AreFoundInEveryForm) {
  for (const char* number : {"850709-9805", "8507099805", "19850709-9805", "198507099805", "850709+9805", "850709–9805",
                             "850709‑9805", "000229-0005", "19000228-0006", "701063-2391", "19701063-2391"}) {
    EXPECT_THAT(words(find_personal_numbers, number), ElementsAre(number));
    EXPECT_THAT(words(find_personal_numbers, std::string("född ") + number + "."), ElementsAre(number));
    EXPECT_THAT(words(find_personal_numbers, std::string("(") + number + ")"), ElementsAre(number));
  }
  EXPECT_THAT(words(find_personal_numbers, "850709-9805, 640823-3234"), ElementsAre("850709-9805", "640823-3234"));
  EXPECT_THAT(words(find_personal_numbers, "850709-9805,640823-3234"), ElementsAre("850709-9805", "640823-3234"));
}

TEST(PersonalNumbers, OthersAreLeftAlone) {
  for (const char* text : {"850709-9806",         // wrong check digit
                           "851309-9807",         // month 13
                           "850732-9806",         // day 32
                           "850792-9803",         // coordination number of the day 32
                           "850229-9806",         // no leap year
                           "202100-3989",         // an organisation: the month is 21
                           "2024-05-08",          // a date
                           "ALLM 2024/8",         // a diary number
                           "A2023/00672",         //
                           "978-91-7000-123-4",   // ISBN
                           "1850709-9805",        // a longer number
                           "850709-98051",        //
                           "85070998050",         // eleven digits
                           "17850709-9805",       // the eighteenth century
                           "id850709-9805",       // part of a word
                           "850709-9805x",        //
                           "2024–2026",           // years
                           "1 000 000 000",       // money
                           "0.8507099805",        // a fraction
                           "12345-850709-9805"})  // part of a longer number
    EXPECT_THAT(words(find_personal_numbers, text), IsEmpty()) << text;
}

TEST(Emails, AreFoundWhole) {
  EXPECT_THAT(words(find_emails, "Skriv till anna.berg@skola.se."), ElementsAre("anna.berg@skola.se"));
  EXPECT_THAT(words(find_emails, "[Anna](mailto:anna.berg@skola.se)"), ElementsAre("anna.berg@skola.se"));
  EXPECT_THAT(words(find_emails, "a@b.se, c-d@e.f.se"), ElementsAre("a@b.se", "c-d@e.f.se"));
  EXPECT_THAT(words(find_emails, "åsa.öst@skola.se"), ElementsAre("åsa.öst@skola.se"));
  for (const char* text : {"@anna", "anna@", "anna@skola", "a @ b.se", "https://example.org/@anna", "anna@1.2"})
    EXPECT_THAT(words(find_emails, text), IsEmpty()) << text;
}

TEST(Emails, OfRolesAreKnownByTheirWords) {
  for (const char* email :
       {"info@uka.se", "Registrator@UKA.se", "press@x.y.se", "jamstalldhet.info@x.se", "no-reply@x.se", "uka@uka.se",
        "info2@x.se", "anna@example.org", "anna.berg@sub.example.com", "anna@kommun.invalid"})
    EXPECT_TRUE(is_functional_email(email)) << email;
  for (const char* email : {"anna.berg@uka.se", "anna@uka.se", "aberg@uka.se", "infoanna@uka.se", "anna@gmail.com"})
    EXPECT_FALSE(is_functional_email(email)) << email;
}

TEST(Phones, AreFoundInSwedishForms) {
  for (const char* phone :
       {"08-123 45 67", "08-12 34 56", "031-123 45 67", "0150-123 45", "070-123 45 67", "070-1234567", "0701234567",
        "070 123 45 67", "08 123 45 67", "+46 8 123 45 67", "+46 (0)8-123 45 67", "+46701234567", "+46-70-123 45 67",
        "0046 70 123 45 67", "010–123 45 67", "08-123\u00A045\u00A067"}) {
    EXPECT_THAT(words(find_phones, phone), ElementsAre(phone));
    EXPECT_THAT(words(find_phones, std::string("ring ") + phone + ", tack"), ElementsAre(phone));
    EXPECT_THAT(words(find_phones, std::string("(") + phone + ")."), ElementsAre(phone));
  }
  EXPECT_THAT(words(find_phones, "08-123 45 67 2024"), ElementsAre("08-123 45 67"));
}

TEST(Phones, OtherNumbersAreLeftAlone) {
  for (const char* text :
       {"2025-05-08",    "2025-05-08 10.30", "05-08-2025",    "08-12-24 10 30", "kl. 08 00 12 30",   "ALLM 2024/8",
        "A2023/00672",   "2024/0812-345678", "2024–2026",     "2023-2024",      "1 000 000 kr",      "40 000",
        "0,5 procent",   "0.8507099805",     "5–7",           "SOU 2025:73",    "978-91-7000-123-4", "007",
        "001-123 45 67", "010-20",           "x08-123 45 67", "sidorna 08-12",  "+47 22 12 34 56"})
    EXPECT_THAT(words(find_phones, text), IsEmpty()) << text;
}

TEST(Phones, AreComparedAsTheyAreDialled) {
  for (const char* phone : {"+46 (0)8-123 45 67", "+46 8 123 45 67", "0046 8 1234567", "08-123 45 67", "081234567"})
    EXPECT_EQ(dialled(phone), "081234567") << phone;
}

}  // namespace
}  // namespace vav
