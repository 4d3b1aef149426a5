#include "diagnostics/print.h"

#include <gtest/gtest.h>
#include <set>

namespace vav {
namespace {

Diagnostic sample() {
  return {"unknown-reference",
          Severity::error,
          {"moten/traff-2.md", {2, 3, 3}},
          {"no page 'ukä'", "ingen sida 'ukä'"},
          say("did you mean '{}'?", "uka")};
}

TEST(Text, PathLineCaretAndHint) {
  const SourceText source = [](const std::string&) { return std::string_view("---\nå ukä b\n"); };
  EXPECT_EQ(to_text(sample(), {}, source),
            "moten/traff-2.md:2:3: error: [unknown-reference] no page 'ukä'\n"
            "  å ukä b\n"
            "    ^~~\n"
            "  hint: did you mean 'uka'?\n");
}

TEST(Text, TabsStayUnderTabs) {
  const SourceText source = [](const std::string&) { return std::string_view("x\n\tukä\n"); };
  Diagnostic tabbed = sample();
  tabbed.span.place = {2, 2, 1};
  EXPECT_NE(to_text(tabbed, {}, source).find("  \tukä\n  \t^\n"), std::string::npos);
}

TEST(Text, APlaceThatIsNotKnownLeavesOutLineAndCaret) {
  Diagnostic whole_file = sample();
  whole_file.span.place = {};
  EXPECT_EQ(to_text(whole_file, {}, {}),
            "moten/traff-2.md: error: [unknown-reference] no page 'ukä'\n  hint: did you mean 'uka'?\n");
}

TEST(Text, TheFrameIsTheSameInSwedish) {
  Diagnostic warning = sample();
  warning.severity = Severity::warning;
  EXPECT_EQ(to_text(warning, {.colour = false, .path_prefix = "content/", .language = "sv"}, {}),
            "content/moten/traff-2.md:2:3: warning: [unknown-reference] ingen sida 'ukä'\n  hint: menade du 'uka'?\n");
  EXPECT_TRUE(to_text(sample(), {.colour = true, .path_prefix = {}, .language = "sv"}, {})
                  .starts_with("moten/traff-2.md:2:3: \033[1;31merror:\033[0m [unknown-reference] ingen sida"));
}

TEST(Json, OneArrayOfAllKeys) {
  Diagnostics all;
  all.add("unknown-reference", sample().span, {"m", "ms"}, {"h", "hs"});
  EXPECT_EQ(to_json(all),
            "[\n  {\n    \"id\": \"unknown-reference\",\n    \"severity\": \"error\",\n    \"path\": "
            "\"moten/traff-2.md\",\n    \"line\": 2,\n"
            "    \"column\": 3,\n    \"length\": 3,\n    \"message\": \"m\",\n    \"hint\": \"h\"\n  }\n]\n");
  EXPECT_EQ(to_json(Diagnostics{}), "[]\n");
}

TEST(Json, KeysAndSeverityAreTheSameInSwedish) {
  Diagnostics all;
  all.add("unused-file", {"a.pdf", {}}, {"m", "ms"}, {"h", "hs"});
  EXPECT_EQ(to_json(all, "sv"),
            "[\n  {\n    \"id\": \"unused-file\",\n    \"severity\": \"warning\",\n    \"path\": \"a.pdf\",\n    "
            "\"line\": 0,\n"
            "    \"column\": 0,\n    \"length\": 1,\n    \"message\": \"ms\",\n    \"hint\": \"hs\"\n  }\n]\n");
}

TEST(Sarif, NamesRuleAndRegion) {
  Diagnostics all;
  all.add("unknown-reference", sample().span, {"m", "ms"}, {"h", "hs"});
  const std::string sarif = to_sarif(all);
  EXPECT_NE(sarif.find("\"version\": \"2.1.0\""), std::string::npos);
  EXPECT_NE(sarif.find("\"ruleId\": \"unknown-reference\""), std::string::npos);
  EXPECT_NE(sarif.find("\"startLine\": 2"), std::string::npos);
  EXPECT_NE(sarif.find("\"endColumn\": 6"), std::string::npos);
  EXPECT_NE(to_sarif(all, "en", "en mapp").find("\"uri\": \"en%20mapp/"), std::string::npos);
}

TEST(Sarif, TellsResultsAndRulesInSwedish) {
  Diagnostics all;
  all.add("unknown-reference", sample().span, {"m", "ms"}, {"h", "hs"});
  const std::string sarif = to_sarif(all, "sv");
  EXPECT_NE(sarif.find("\"text\": \"ms hs\""), std::string::npos);
  EXPECT_NE(sarif.find("\"level\": \"error\""), std::string::npos);
  EXPECT_NE(sarif.find("\"text\": \"Två sidor har samma id.\""), std::string::npos);
  EXPECT_EQ(sarif.find("Two pages"), std::string::npos);
  EXPECT_NE(to_sarif(all).find("\"text\": \"m h\""), std::string::npos);
  EXPECT_NE(to_sarif(all).find("\"text\": \"Two pages have the same id.\""), std::string::npos);
}

TEST(Catalogue, IdsAreUniqueAndExplained) {
  std::set<std::string_view> ids;
  for (const DiagnosticKind& kind : diagnostic_kinds()) {
    EXPECT_TRUE(ids.insert(kind.id).second) << kind.id;
    EXPECT_FALSE(kind.explanation.empty()) << kind.id;
    EXPECT_EQ(kind.explained().english, kind.explanation);
    EXPECT_FALSE(kind.explained().swedish.empty()) << kind.id;
    EXPECT_NE(kind.explained().swedish, kind.explanation) << kind.id;
    EXPECT_EQ(kind.id.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-"), std::string_view::npos) << kind.id;
  }
}

}  // namespace
}  // namespace vav
