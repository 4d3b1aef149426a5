#include "authoring/yaml_text.h"

#include <gtest/gtest.h>

#include "yaml/parse.h"

namespace vav {
namespace {

TEST(YamlText, StandsAsItIsWhereThatIsSafe) {
  for (const char* text : {"Möte", "Träff 2, eftermiddag", "UKÄ (myndighet)", "Ålder & kön", "It's here", "a:b", "C#",
                           "2024 års rapport", "”Citat” i rubriken", "– tankstreck", "(parentes)", "10 åtgärder"})
    EXPECT_EQ(yaml_text(text), text);
}

TEST(YamlText, IsQuotedWhereYamlNeedsIt) {
  EXPECT_EQ(yaml_text("UKÄ: kunskap"), "\"UKÄ: kunskap\"");
  EXPECT_EQ(yaml_text("Slut:"), "\"Slut:\"");
  EXPECT_EQ(yaml_text("nu #1"), "\"nu #1\"");
  EXPECT_EQ(yaml_text("- punkt"), "\"- punkt\"");
  EXPECT_EQ(yaml_text("2025"), "\"2025\"");
  EXPECT_EQ(yaml_text("2025-05-08"), "\"2025-05-08\"");
  EXPECT_EQ(yaml_text("Nej"), "Nej");
  EXPECT_EQ(yaml_text("No"), "\"No\"");
  EXPECT_EQ(yaml_text(""), "\"\"");
}

TEST(YamlText, MarksGoIntoTheOtherSortOfQuotes) {
  EXPECT_EQ(yaml_text("\"Ljus\": nu"), "'\"Ljus\": nu'");
  EXPECT_EQ(yaml_text("\"Ljus\" som 'mörker'"), R"('"Ljus" som ''mörker''')");
}

TEST(YamlText, IsReadAsTheSameText) {
  const std::string far = "åäö " + std::string(5000, 'x') + ": \"slut\"";
  for (const std::string& text : {std::string("a: b"),     std::string("# a"),
                                  std::string("'a'"),      std::string(R"("a" \ b)"),
                                  std::string("[a]"),      std::string("{a}"),
                                  std::string("&a"),       std::string("*a"),
                                  std::string("!a"),       std::string("|"),
                                  std::string("> a"),      std::string("% a"),
                                  std::string("@a"),       std::string("`a`"),
                                  std::string("?"),        std::string("? a"),
                                  std::string("-"),        std::string("---"),
                                  std::string("..."),      std::string("~"),
                                  std::string("null"),     std::string("TRUE"),
                                  std::string("0x1F"),     std::string("1e3"),
                                  std::string("010"),      std::string(".inf"),
                                  std::string(" a "),      std::string("a\tb"),
                                  std::string("a\nb"),     std::string("a\u0085b"),
                                  std::string("a\u2028b"), std::string("\uFEFFa"),
                                  std::string("\u00A0a"),  std::string("😀 a"),
                                  std::string("«FYLL I»"), std::string("a ''b''"),
                                  std::string(", a"),      far}) {
    Diagnostics diagnostics;
    const Value map = parse_yaml("title: " + yaml_text(text) + "\nnext: 1\n", "a.md", 1, {}, diagnostics);
    EXPECT_TRUE(diagnostics.empty()) << text << ": " << diagnostics.all().front().message.english;
    EXPECT_EQ(map.at("title").text_or_empty(), text);
    EXPECT_EQ(map.at("next"), Value(1)) << text;
  }
}

}  // namespace
}  // namespace vav
