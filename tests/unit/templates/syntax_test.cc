// What the compiler finds fault with: every mistake of every template in one run, each at its place.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "try_templates.h"

namespace vav::templates {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> findings(const std::vector<TemplateSource>& sources) {
  Diagnostics diagnostics;
  const TemplateSet set = TemplateSet::compile(sources, {"link"}, diagnostics);
  Diagnostics ignored;
  const FilterTable filters = {{"link", [](const Value& input, std::span<const Value>, Wording&) { return input; }}};
  for (const TemplateSource& source : sources) set.render(source.name, sample_data(), filters, ignored);
  return as_lines(diagnostics);
}

std::string finding(const std::string& text) {
  const auto all = findings({{"main", "main", text}});
  EXPECT_EQ(all.size(), 1U) << text << testing::PrintToString(all);
  const std::string prefix = "template-syntax: ";
  if (all.empty()) return "";
  const std::size_t at = all.front().find(prefix);
  return at == std::string::npos ? all.front() : all.front().substr(5, at - 5) + all.front().substr(at + prefix.size());
}

TEST(Syntax, Expressions) {
  EXPECT_EQ(finding("{{ }}"), "1:4+2 a value is missing");
  EXPECT_EQ(finding("å\n  {{ a + }}"), "2:10+2 a value is missing");
  EXPECT_EQ(finding("{{ a b }}"), "1:6+1 'b' is not expected here");
  EXPECT_EQ(finding("{{ (a }}"), "1:4+1 '(' is not closed");
  EXPECT_EQ(finding("{{ a) }}"), "1:5+1 ')' closes nothing");
  EXPECT_EQ(finding("{{ [1, 2) }}"), "1:9+1 ')' closes nothing");
  EXPECT_EQ(finding("{{ [1 2] }}"), "1:7+1 ',' or ']' is missing in the list");
  EXPECT_EQ(finding("{{ {1: 2} }}"), "1:5+1 a key of a map is a quoted text");
  EXPECT_EQ(finding("{{ {'a' 2} }}"), "1:9+1 ':' is missing after the key");
  EXPECT_EQ(finding("{{ a & b }}"), "1:6+1 '&' means nothing here");
  EXPECT_EQ(finding("{{ it's }}"), "1:6+1 the quoted text is not closed on its line");
  EXPECT_EQ(finding("{{ 'a\\q' }}"),
            "1:4+5 after \\ in a quoted text comes n, t, \\ or a quote (write \\\\ for a backslash)");
  EXPECT_EQ(finding("{{ 1 < 2 < 3 }}"), "1:10+1 comparisons do not chain (write 'a < b and b < c')");
  EXPECT_EQ(finding("{{ 2 ** 3 }}"), "1:6+2 '**' is not expected here");
  EXPECT_EQ(finding("{{ 99999999999999999999 }}"), "1:4+20 the number is too large");
  EXPECT_EQ(finding("{{ a. }}"),
            "1:7+2 a key is missing after '.' (a key that is no plain word is written a[\"the key\"])");
  EXPECT_EQ(finding("{{ a[1:2] }}"), "1:7+1 parts of lists ([1:2]) are not part of the language");
  EXPECT_EQ(finding("{{ and }}"), "1:4+3 'and' is not a value");
  EXPECT_EQ(finding("{{ range(3) }}"),
            "1:4+5 'range' cannot be called: there are no functions but super() (a filter is written after its value: "
            "x | name)");
  EXPECT_EQ(finding("{{ a.items() }}"),
            "1:11+1 values cannot be called (a filter is written after its value: x | name)");
}

TEST(Syntax, FiltersAndTests) {
  EXPECT_EQ(finding("{{ a | uper }}"), "1:8+4 unknown filter 'uper' (did you mean 'upper'?)");
  EXPECT_EQ(finding("{{ a | lnk }}"), "1:8+3 unknown filter 'lnk' (did you mean 'link'?)");
  EXPECT_EQ(finding("{{ a | safe }}"),
            "1:8+4 unknown filter 'safe' (what is finished HTML comes as markup and is not escaped; nothing else can "
            "be made so)");
  EXPECT_EQ(finding("{{ a | }}"), "1:8+2 the name of a filter is missing after '|'");
  EXPECT_EQ(finding("{{ a | replace('b') }}"), "1:8+7 the filter takes 2 arguments, not 1");
  EXPECT_EQ(finding("{{ a | join('b', 'c') }}"), "1:8+4 the filter takes 0 to 1 arguments, not 2");
  EXPECT_EQ(finding("{{ a | join('b' }}"), "1:12+1 '(' is not closed");
  EXPECT_EQ(finding("{{ a | join(attribute='b') }}"), "1:13+9 the filter has no argument 'attribute'");
  EXPECT_EQ(finding("{{ a | selectattr('b', 'like', 1) }}"),
            "1:24+6 the second argument is one of 'equalto', 'ne', 'in', 'none', 'defined', 'undefined'");
  EXPECT_EQ(finding("{{ a | selectattr('b', 'equalto') }}"), "1:24+9 the value to compare with is missing");
  EXPECT_EQ(finding("{{ a | selectattr('b', 'none', 1) }}"), "1:24+6 the test takes no value");
  EXPECT_EQ(finding("{{ a is definde }}"), "1:9+7 unknown test 'definde' (did you mean 'defined'?)");
  EXPECT_EQ(finding("{{ a is }}"), "1:9+2 the name of a test is missing after 'is'");
}

TEST(Syntax, UnclosedTagsSayWhereTheyWereOpened) {
  EXPECT_EQ(finding("a\n{{ title </h1>\n"), "2:1+2 '{{' is not closed: '}}' is missing");
  EXPECT_EQ(finding("{{ title </h1>; & {{ site.title }}"), "1:1+2 '{{' is not closed: '}}' is missing");
  EXPECT_EQ(finding("a {# b"), "1:3+2 the comment is not closed: '#}' is missing");
  EXPECT_EQ(finding("a {% raw %} {% endrw %}"), "1:3+2 'raw' is not closed: 'endraw' is missing");
  EXPECT_EQ(finding("a\n {% if a %}b"), "2:5+2 'if' is not closed: 'endif' is missing");
  EXPECT_EQ(finding("{% if a %}{% for x in y %}b{% endif %}"), "1:14+3 'for' is not closed: 'endfor' is missing");
  EXPECT_EQ(finding("{% block a %}{% with %}b{% endblock %}"), "1:17+4 'with' is not closed: 'endwith' is missing");
  EXPECT_EQ(finding("a{% endif %}"), "1:5+5 'endif' fits no tag before it");
  EXPECT_EQ(finding("{% for x in y %}\n{% endif %}{% endfor %}"),
            "2:4+5 'endif' fits no tag before it (the tag that is open is 'for' of line 1)");
  EXPECT_EQ(finding("{% if a %}{% else %}{% else %}{% endif %}"),
            "1:24+4 'else' fits no tag before it (the tag that is open is 'if' of line 1)");
}

TEST(Syntax, WhatIsHalfReadIsNotRendered) {
  EXPECT_EQ(finding("{% for x in 'a' | replace('b') %}{% endfor %}"), "1:19+7 the filter takes 2 arguments, not 1");
}

TEST(Syntax, Tags) {
  EXPECT_EQ(finding("{% fi a %}"), "1:4+2 unknown tag 'fi' (did you mean 'if'?)");
  EXPECT_EQ(finding("{% macro a() %}"), "1:4+5 unknown tag 'macro'");
  EXPECT_EQ(finding("{% %}"), "1:1+2 a tag starts with a word: if, for, set, with, include, extends, block, raw");
  EXPECT_EQ(finding("{% for x of y %}{% endfor %}"), "1:10+2 'in' is missing");
  EXPECT_EQ(finding("{% for x in y if x %}{% endfor %}"),
            "1:15+2 'for' takes no 'if' (choose with selectattr or rejectattr, or put an 'if' inside)");
  EXPECT_EQ(finding("{% for loop in y %}{% endfor %}"), "1:8+4 'loop' cannot be used as a name");
  EXPECT_EQ(finding("{% set x %}"), "1:10+2 '=' is missing (write {% set name = value %})");
  EXPECT_EQ(finding("{% set x.y = 1 %}"), "1:9+1 only a name can be set, not a part of a value");
  EXPECT_EQ(finding("{% set true = 1 %}"), "1:8+4 'true' cannot be used as a name");
  EXPECT_EQ(finding("{% include part %}"), "1:12+4 'include' is followed by the quoted name of a template");
  EXPECT_EQ(finding("{% include 'man' %}"), "1:12+5 there is no template 'man' (did you mean 'main'?)");
  EXPECT_EQ(finding("{% extends 'man' %}"), "1:12+5 there is no template 'man' (did you mean 'main'?)");
  EXPECT_EQ(finding("{% block a %}{% endblock b %}"), "1:26+1 the block that ends here is 'a'");
  EXPECT_EQ(finding("{% block a %}{% endblock %}{% block a %}{% endblock %}"),
            "1:37+1 the template has a block 'a' already");
  EXPECT_EQ(finding("{{ super() }}"), "1:4+5 super() stands outside of a block");
  EXPECT_EQ(finding("{% block a %}{{ super }}{% endblock %}"), "1:17+5 super is called without arguments: super()");
  EXPECT_EQ(finding("{% block a %}{{ super() }}{% endblock %}"),
            "1:17+5 super() has nothing to call: no template that this one extends has a block 'a'");
}

TEST(Syntax, AllMistakesAreFoundInOneRun) {
  EXPECT_THAT(findings({{"a", "a.html", "{{ b b }}{{ c | nix }}\n{% if %}{{ ( }}{% endif %}{% include 'nix' %}"},
                        {"b", "b.html", "{% nix %}"}}),
              ElementsAre("a.html:1:6+1 template-syntax: 'b' is not expected here",
                          "a.html:1:17+3 template-syntax: unknown filter 'nix'",
                          "a.html:2:7+2 template-syntax: a value is missing",
                          "a.html:2:12+1 template-syntax: '(' is not closed",
                          "a.html:2:38+5 template-syntax: there is no template 'nix'",
                          "b.html:1:4+3 template-syntax: unknown tag 'nix'"));
}

TEST(Syntax, Inheritance) {
  const TemplateSource base = {"base", "base", "{% block body %}{% endblock %}"};
  EXPECT_THAT(findings({{"main", "main", "{% extends 'base' %}\n lost {% block body %}{% endblock %}"}, base}),
              ElementsAre("main:2:2+1 template-syntax: this is never shown: the template extends another, so only its "
                          "blocks are (move it into a block)"));
  EXPECT_THAT(findings({{"main", "main", "{% extends 'base' %}{% block bdy %}{% endblock %}"}, base}),
              ElementsAre("main:1:30+3 template-syntax: the block is never shown: no template that this one extends "
                          "has a block 'bdy' (did you mean 'body'?)"));
  EXPECT_THAT(findings({{"main", "main", "{% if a %}{% extends 'base' %}{% endif %}"}, base}).front(),
              "main:1:14+7 template-syntax: 'extends' stands inside another tag");
  EXPECT_THAT(findings({{"main", "main", "{% extends 'base' %}{% extends 'base' %}"}, base}),
              ElementsAre("main:1:24+7 template-syntax: a template extends one other only"));
}

TEST(Syntax, CirclesAreCut) {
  EXPECT_THAT(
      findings({{"a", "a", "{% include 'b' %}"}, {"b", "b", "{% include 'c' %}"}, {"c", "c", "{% extends 'a' %}"}}),
      ElementsAre("c:1:12+3 template-syntax: the templates lead round in a circle: a → b → c → a"));
  EXPECT_THAT(findings({{"a", "a", "{% include 'a' %}"}}),
              ElementsAre("a:1:12+3 template-syntax: the templates lead round in a circle: a → a"));
  EXPECT_THAT(findings({{"a", "a", "{% include 'b' %}{% include 'b' %}"}, {"b", "b", ""}}), IsEmpty());
}

TEST(Syntax, WhatCannotBeRead) {
  EXPECT_THAT(findings({{"a", "a", "x\nå\xff"}}),
              ElementsAre("a:2:2+1 bad-utf8: the template is not valid UTF-8 (save the file as UTF-8)"));
  EXPECT_THAT(findings({{"a", "a", ""}, {"a", "b", ""}}),
              ElementsAre("b:0:0+1 template-syntax: there is a template 'a' already"));
}

}  // namespace
}  // namespace vav::templates
