#include "yaml/parse.h"

#include <gtest/gtest.h>

#include "base/text.h"

namespace vav {
namespace {

struct Read {
  Value value;
  std::vector<Diagnostic> found;
};

Read read(std::string_view text, int first_line = 1, const YamlLimits& limits = {}) {
  Diagnostics diagnostics;
  Value value = parse_yaml(text, "x.md", first_line, limits, diagnostics);
  return {value, diagnostics.all()};
}

std::string only_id(const Read& result) {
  return result.found.size() == 1 ? result.found[0].id : std::to_string(result.found.size()) + " findings";
}

TEST(Yaml, TypesOfPlainScalars) {
  const Value map =
      read("a: 1\nb: 1.5\nc: true\nd: ~\ne: text\nf: 2025-05-08\ng: yes\nh: \"1\"\ni: 1e3\nj: -4\nk: 1.2.3").value;
  EXPECT_EQ(
      to_json(map),
      R"({"a":1,"b":1.5,"c":true,"d":null,"e":"text","f":"2025-05-08","g":"yes","h":"1","i":1000,"j":-4,"k":"1.2.3"})");
}

TEST(Yaml, NestedListsAndMaps) {
  EXPECT_EQ(to_json(read("a: [{b: 1, c: [x, y]}, z]").value), R"({"a":[{"b":1,"c":["x","y"]},"z"]})");
}

TEST(Yaml, PlacesCountCharactersAndStartAtTheFirstLineOfTheFile) {
  const Value map = read("ö: å\nåäö: [x, ärt]", 2).value;
  EXPECT_EQ(map.at("ö").place(), (Place{2, 4, 1}));
  EXPECT_EQ(map.find_entry("åäö")->key_place, (Place{3, 1, 3}));
  EXPECT_EQ(map.at("åäö").items()[1].place(), (Place{3, 10, 3}));
}

TEST(Yaml, DuplicateKeyIsFoundAtTheSecondOne) {
  const Read result = read("a: 1\nb: 2\na: 3");
  EXPECT_EQ(only_id(result), "duplicate-key");
  EXPECT_EQ(result.found[0].span.place, (Place{3, 1, 1}));
  EXPECT_EQ(to_json(result.value), R"({"a":1,"b":2})");
}

TEST(Yaml, AnchorsAndAliasesAreRefusedAndNeverFollowed) {
  EXPECT_EQ(only_id(read("a: &x 1")), "yaml-anchor");
  const std::string bomb = "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: [*c, *c]";
  EXPECT_EQ(read(bomb).found.front().id, "yaml-anchor");
  EXPECT_FALSE(read("a: &a [*a]").found.empty()) << "a reference to itself must not hang";
}

TEST(Yaml, AnUnterminatedQuoteIsFoundAlsoWhenTheTextEndsInANewline) {
  EXPECT_EQ(only_id(read("a: \"text\n")), "yaml-quote");
}

TEST(Yaml, AColonInAnUnquotedValueGetsAHint) {
  const Read result = read("title: UKÄ: kunskap");
  EXPECT_EQ(only_id(result), "yaml-colon");
  EXPECT_EQ(result.found[0].hint.english, "write \"UKÄ: kunskap\"");
  EXPECT_EQ(result.found[0].span.place, (Place{1, 11, 1}));
}

TEST(Yaml, ALeadingZeroIsNotReadAsOctal) {
  const Read result = read("a: 010");
  EXPECT_EQ(only_id(result), "octal-number");
  EXPECT_EQ(result.value.at("a"), Value("010"));
}

TEST(Yaml, BadUtf8IsFoundAtItsPlace) {
  const Read result = read("a: 1\nb: \xff", 2);
  EXPECT_EQ(only_id(result), "bad-utf8");
  EXPECT_EQ(result.found[0].span.place, (Place{3, 4, 1}));
}

TEST(Yaml, TooMuchIsRefused) {
  EXPECT_EQ(only_id(read("a: " + std::string(70'000, 'x'))), "front-matter-too-large");
  std::string many = "a: [";
  for (int i = 0; i < 200; ++i) many += "x,";
  EXPECT_EQ(only_id(read(many + "]", 1, {.bytes = 65536, .values = 100})), "front-matter-too-large");
}

TEST(Yaml, DeepNestingIsAFindingNotACrash) {
  EXPECT_FALSE(read("a: " + std::string(20'000, '[')).found.empty());
  EXPECT_FALSE(read(std::string(20'000, '{')).found.empty());
}

TEST(Yaml, ANulCharacterIsAFinding) {
  EXPECT_EQ(only_id(read(std::string_view("a: x\0y", 6))), "bad-yaml");
}

TEST(Yaml, TabsForIndentationAreAFinding) {
  EXPECT_EQ(only_id(read("a:\n\tb: 1")), "yaml-tab");
}

TEST(Yaml, ASecondDocumentIsAFinding) {
  EXPECT_EQ(only_id(read("a: 1\n...\nb: 2")), "bad-yaml");
  EXPECT_EQ(only_id(read("a: 1\n--- {}\nb: 2")), "bad-yaml");
  EXPECT_TRUE(read("---\na: 1\n").found.empty());
  EXPECT_TRUE(read("a: |\n  one\n  ...\n  two\nb: 2\n").found.empty()) << "indented it is text";
}

TEST(Yaml, WindowsLineEnds) {
  EXPECT_EQ(to_json(read("a: 1\r\nb: x\r\n").value), R"({"a":1,"b":"x"})");
}

TEST(Yaml, NothingIsNull) {
  EXPECT_TRUE(read("").value.is_null());
  EXPECT_TRUE(read("# only a comment\n").value.is_null());
}

}  // namespace
}  // namespace vav
