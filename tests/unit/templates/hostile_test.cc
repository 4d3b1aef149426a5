// Templates that mean harm, or went wrong badly: they end soon, in a finding, and within the stack and memory of a
// small machine.
#include <filesystem>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sstream>

#include "try_templates.h"

// The fuzzer's entry, so that its corpus is replayed by every run of the tests.
#include "../../fuzz/templates_fuzz.cc"  // NOLINT(bugprone-suspicious-include)

namespace vav::templates {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

std::string repeat(const std::string& text, int count) {
  std::string result;
  for (int i = 0; i < count; ++i) result += text;
  return result;
}

std::string first_finding(const std::string& text) {
  const Outcome outcome = try_template(text);
  return outcome.findings.empty() ? "" : outcome.findings.front();
}

TEST(Hostile, DeepExpressions) {
  for (const char* open :
       {"(", "[", "{'a':", "-", "not ", "1 if ", "1 if 1 else ", "a[", "a|default(", "a|default(["}) {
    EXPECT_THAT(first_finding("{{ " + repeat(open, 20'000)), HasSubstr("template-syntax")) << open;
  }
  EXPECT_THAT(first_finding("{{ " + repeat("(", 20'000) + "1" + repeat(")", 20'000) + " }}"),
              HasSubstr("nests deeper than 200 levels"));
  for (const char* more : {".a", "|upper", " + 1", " and 1", " or 1", "[0]", " is defined", " if 1", " * 2"}) {
    EXPECT_THAT(first_finding("{{ a" + repeat(more, 20'000) + " }}"), HasSubstr("nests deeper than 200 levels"))
        << more;
  }
  EXPECT_THAT(first_finding("{{ a < 1" + repeat(" < 1", 20'000) + " }}"), HasSubstr("do not chain"));
}

TEST(Hostile, WideExpressionsAreFine) {
  EXPECT_THAT(try_template("{{ 'a'" + repeat(" ~ 'b'", 20'000) + " }}").text, SizeIs(20'001));
  EXPECT_EQ(try_template("{{ [" + repeat("1,", 20'000) + "] | length }}").text, "20000");
  EXPECT_EQ(try_template("{{ " + repeat("(", 150) + "1" + repeat(")", 150) + " }}").text, "1");
}

TEST(Hostile, DeepTags) {
  for (const char* open : {"{% if 1 %}", "{% for x in numbers %}", "{% with %}"}) {
    EXPECT_THAT(first_finding(repeat(open, 20'000)), HasSubstr("tags nest deeper than 200 levels")) << open;
  }
  EXPECT_EQ(try_template(repeat("{% if yes %}", 200) + "x" + repeat("{% endif %}", 200)).text, "x");
  EXPECT_EQ(try_template("{% if no %}" + repeat("{% elif no %}", 20'000) + "{% else %}x{% endif %}").text, "x");
}

TEST(Hostile, BlocksThatLeadBackToThemselves) {
  const std::vector<TemplateSource> sources = {
      {"main", "main",
       "{% extends 'base' %}{% block a %}{% block b %}{{ super() }}{{ super() }}{% endblock %}{% endblock %}"},
      {"base", "base", "{% block b %}{% block a %}{% endblock %}{% endblock %}"}};
  const Outcome outcome = try_templates(sources);
  ASSERT_THAT(outcome.findings, SizeIs(1));
  EXPECT_THAT(outcome.findings.front(), HasSubstr("nest deeper than 600 levels"));
}

TEST(Hostile, LongChainsOfTemplates) {
  std::vector<TemplateSource> sources;
  for (int i = 0; i < 2'000; ++i) {
    const std::string name = "t" + std::to_string(i);
    sources.push_back({name, name, i < 1'999 ? "{% include 't" + std::to_string(i + 1) + "' %}" : "x"});
  }
  const Outcome outcome = try_templates(sources);
  ASSERT_THAT(outcome.findings, SizeIs(1));
  EXPECT_THAT(outcome.findings.front(), HasSubstr("nest deeper than 600 levels"));
  for (TemplateSource& source : sources) {
    source.text = replace_all(source.text, "include", "extends");
  }
  EXPECT_EQ(try_templates(sources).text, "x");
}

TEST(Hostile, LoopsWithoutEnd) {
  const std::string loops = repeat("{% for x in numbers %}", 100) + "x" + repeat("{% endfor %}", 100);
  EXPECT_THAT(first_finding(loops), HasSubstr("does more than a page can need"));
}

TEST(Hostile, TextWithoutEnd) {
  EXPECT_THAT(first_finding("{% set x = 'abc' %}" + repeat("{% set x = x ~ x %}", 100)),
              HasSubstr("the text becomes too long"));
  EXPECT_THAT(first_finding("{% set x = 'abc' %}" + repeat("{% set x = x + x %}", 100)),
              HasSubstr("the text becomes too long"));
  EXPECT_THAT(first_finding("{% set x = 'abc' %}" + repeat("{% set x = x | replace('a', x) | replace('b', x) %}", 100)),
              HasSubstr("the text becomes too long"));
  EXPECT_THAT(first_finding("{% set x = '\"\"' %}" + repeat("{% set x = x | json %}", 100)), HasSubstr("template-"));
  EXPECT_THAT(first_finding("{% set x = [1] %}" + repeat("{% set x = x + x %}", 100)),
              HasSubstr("the list becomes too long"));
}

TEST(Hostile, ValuesThatHoldThemselvesOverAndOver) {
  const std::string doubled = "{% set x = ['a'] %}" + repeat("{% set x = [x, x] %}", 60);
  EXPECT_THAT(first_finding(doubled + "{{ x | json }}"), HasSubstr("the value is too large"));
  EXPECT_THAT(first_finding(doubled + "{{ x == [x] }}"), HasSubstr("the values are too large"));
  EXPECT_THAT(first_finding(doubled + "{{ x in [x] }}"), HasSubstr("the values are too large"));
}

TEST(Hostile, ValuesTooDeepToBeDestroyed) {
  EXPECT_THAT(first_finding("{% set x = [] %}" + repeat("{% set x = [x] %}", 50'000) + "{{ x | json }}"),
              HasSubstr("more lists and maps are set than"));
  EXPECT_THAT(try_template("{% for y in numbers %}{% set x = [y] %}{% set z = [x] %}{% endfor %}").findings, IsEmpty());
}

TEST(Hostile, FindingsWithoutEnd) {
  EXPECT_THAT(try_template(repeat("{{ nix }}", 100'000)).findings, SizeIs(200));
  EXPECT_THAT(try_template(repeat("{{ }}", 200'000)).findings, SizeIs(200));
}

TEST(Hostile, HugeNames) {
  const std::string name = repeat("ab", 100'000);
  EXPECT_THAT(first_finding("{% set " + name + " = 1 %}{{ " + name + "c }}"), HasSubstr("unknown name"));
  EXPECT_THAT(first_finding(repeat("x", 1'100'000)), HasSubstr("larger than 1 MB"));
}

TEST(Hostile, TheCorpusOfTheFuzzer) {
  int count = 0;
  for (const auto& entry : std::filesystem::directory_iterator(VAV_SOURCE_DIR "/tests/fuzz/corpus/templates")) {
    const std::ifstream file(entry.path(), std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    const std::string bytes = text.str();
    LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
    ++count;
  }
  EXPECT_GT(count, 10);
}

}  // namespace
}  // namespace vav::templates
