// What vav has beside Jinja, or differently on purpose; all that is the same in both is in tests/templates/cases.txt.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <thread>

#include "try_templates.h"

namespace vav::templates {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::string render(const std::string& text) {
  const Outcome outcome = try_template(text);
  EXPECT_THAT(outcome.findings, IsEmpty()) << text;
  return outcome.text;
}

TEST(Render, GoesThroughMaps) {
  EXPECT_EQ(render("{% for key, value in page.fields %}{{ loop.index }}{{ key }}={{ value }};{% endfor %}"),
            "1antal=7;2form=distans;");
  EXPECT_EQ(render("{% for key in page.fields %}{{ key }}{% else %}-{% endfor %}"), "antalform");
  EXPECT_EQ(render("{% for key, value in empty_map %}x{% else %}-{% endfor %}"), "-");
}

TEST(Render, BlocksSeeTheLoopAroundThem) {
  EXPECT_EQ(render("{% for x in numbers %}{% block b %}{{ x }}{{ loop.index }} {% endblock %}{% endfor %}"),
            "31 12 23 ");
}

TEST(Render, IncludesSeeTheLoop) {
  EXPECT_EQ(try_templates({{"main", "main", "{% for x in numbers %}{% include 'part' %}{% endfor %}"},
                           {"part", "part", "{{ loop.index }}"}})
                .text,
            "123");
}

TEST(Render, NamesMayHaveAnyLetters) {
  EXPECT_EQ(render("{% set träff = 2 %}{{ träff }}{{ {'å': 1}.å }}"), "21");
}

TEST(Render, CapitalizeLeavesTheRest) {
  EXPECT_EQ(render("{{ 'åhörare i EU' | capitalize }}{{ '' | capitalize }}"), "Åhörare i EU");
}

TEST(Render, JsonIsText) {
  EXPECT_EQ(
      render("<p data-x=\"{{ {'a': html, 'b': '</script>'} | json }}\">"),
      "<p data-x=\"{&quot;a&quot;:&quot;&lt;em&gt;x&lt;/em&gt;&quot;,&quot;b&quot;:&quot;&lt;/script&gt;&quot;}\">");
}

TEST(Render, ReplaceInTextWithMarkupEscapesBoth) {
  EXPECT_EQ(render("{{ 'a&b' | replace('&', html) }}"), "a<em>x</em>b");
}

TEST(Render, WindowsLinesAreLines) {
  const Outcome outcome = try_template("a\r\n{% if yes %}\r\nb\r\n{% endif %}\r\n{{ noo }}");
  EXPECT_EQ(outcome.text, "a\nb\n");
  EXPECT_THAT(outcome.findings,
              ElementsAre("main:5:4+3 template-unknown-name: unknown name 'noo' (did you mean 'no'?)"));
}

TEST(Render, KeepsALargeLoopApart) {
  EXPECT_EQ(render("{% set x = [1, 2] | batch(1) %}{% for y in x %}{% set z = y | first %}{{ z }}{% endfor %}"), "12");
}

TEST(Render, PartsOfTemporariesOutliveThem) {
  EXPECT_EQ(render("{% set x = [[1, 2], [3, 4]][1] %}{% set y = (items | last).title %}{{ x | join }}{{ y }}{{ ({'a': "
                   "{'b': 'long enough to be on the heap'}}).a.b }}"),
            "34&lt;c&gt;long enough to be on the heap");
}

FilterTable own_filters() {
  return {{"link",
           [](const Value& input, std::span<const Value>, Wording& failure) -> Value {
             if (!input.text()) failure = as_written("the filter needs an address");
             return "../" + input.text_or_empty();
           }},
          {"format",
           [](const Value& input, std::span<const Value> arguments, Wording&) -> Value {
             std::string text = input.text_or_empty();
             for (const Value& argument : arguments) text += "," + argument.text_or_empty();
             return text;
           }},
          {"upper", [](const Value&, std::span<const Value>, Wording&) -> Value { return Markup{"<own>"}; }}};
}

TEST(OwnFilters, AreCalledWithArguments) {
  EXPECT_EQ(try_template("{{ site.home | link }} {{ 'a' | format('b', '<') }} {{ 'x' | upper }}", own_filters()).text,
            "../index.html a,b,&lt; <own>");
}

TEST(OwnFilters, FailAtTheirPlace) {
  const Outcome outcome = try_template("a {{ page.count | link }}b", own_filters());
  EXPECT_EQ(outcome.text, "a b");
  EXPECT_THAT(outcome.findings, ElementsAre("main:1:19+4 template-type: the filter needs an address"));
}

TEST(OwnFilters, AreNotAskedAboutWhatFailedBefore) {
  EXPECT_THAT(try_template("{{ nix | link }}", own_filters()).findings,
              ElementsAre("main:1:4+3 template-unknown-name: unknown name 'nix'"));
}

TEST(TemplateSet, KnowsItsTemplates) {
  Diagnostics diagnostics;
  const TemplateSet set = TemplateSet::compile({{"a", "a", "x"}, {"b/c", "b/c", ""}}, {}, diagnostics);
  EXPECT_TRUE(set.has("a"));
  EXPECT_TRUE(set.has("b/c"));
  EXPECT_FALSE(set.has("c"));
  EXPECT_FALSE(TemplateSet().has("a"));
}

TEST(TemplateSet, RendersTheSameOnAllThreads) {
  Diagnostics compile_diagnostics;
  const TemplateSet set =
      TemplateSet::compile({{"main", "main",
                             "{% extends 'base' %}{% block b %}{% for x in items %}{{ x.title | link }}{{ super() }}{{ "
                             "x.nope }}{% endfor %}{% endblock %}"},
                            {"base", "base", "<{% block b %}{{ page.title | upper }}{% endblock %}>"}},
                           {"link", "format", "upper"}, compile_diagnostics);
  ASSERT_TRUE(compile_diagnostics.empty());
  const FilterTable filters = own_filters();
  const Value data = sample_data();
  const auto once = [&] {
    Diagnostics diagnostics;
    std::string text = set.render("main", data, filters, diagnostics);
    return std::pair(std::move(text), as_lines(diagnostics));
  };
  const auto expected = once();
  EXPECT_EQ(expected.second.size(), 1U);
  std::vector<int> wrong(4);
  {
    std::vector<std::jthread> threads;
    for (int& count : wrong) {
      threads.emplace_back([&] {
        for (int i = 0; i < 200; ++i) count += once() == expected ? 0 : 1;
      });
    }
  }
  EXPECT_THAT(wrong, ElementsAre(0, 0, 0, 0));
}

}  // namespace
}  // namespace vav::templates
