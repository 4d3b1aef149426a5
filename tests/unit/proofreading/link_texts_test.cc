#include "proofreading/link_texts.h"

#include <gtest/gtest.h>

namespace vav {
namespace {

TEST(LinkTexts, WithoutWords) {
  for (const char* text : {"", " ", "→", "»", "…", ". ."}) EXPECT_TRUE(is_without_words(text)) << text;
  for (const char* text : {"a", "1", "å"}) EXPECT_FALSE(is_without_words(text)) << text;
}

TEST(LinkTexts, ThatSayNothing) {
  for (const char* text :
       {"här", "Här", "HÄR.", "läs mer", "Läs mer »", "läs  mer…", "klicka här!", "here", "Click here", "read more",
        "link", "länk", "https://example.org/a", "www.example.org", "(här)"})
    EXPECT_TRUE(is_poor_link_text(text)) << text;
  for (const char* text : {"härom året", "läs mer om träff 2", "rapporten", "Länkarna mellan leden", "www och vi",
                           "mer pengar", "registrator@uka.se"})
    EXPECT_FALSE(is_poor_link_text(text)) << text;
}

TEST(Pictures, NamedByTheirFile) {
  EXPECT_TRUE(is_file_name("bild.png", "bild.png"));
  EXPECT_TRUE(is_file_name("Foto.JPG", "x.png"));
  EXPECT_TRUE(is_file_name("IMG_2041", "a/b.jpg"));
  EXPECT_TRUE(is_file_name("bild 3", "b.jpg"));
  EXPECT_TRUE(is_file_name("traff-2", "bilder/traff-2.png"));
  EXPECT_FALSE(is_file_name("karta", "karta.png"));
  EXPECT_FALSE(is_file_name("Karta över länet i filen a.png", "a.png"));
  EXPECT_FALSE(is_file_name("Bild 3 visar tråden", "b.png"));
}

}  // namespace
}  // namespace vav
