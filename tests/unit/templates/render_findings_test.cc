// What a render finds fault with, where, and how it says so.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "try_templates.h"

namespace vav::templates {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::string finding(const std::string& text) {
  const Outcome outcome = try_template(text);
  EXPECT_EQ(outcome.findings.size(), 1U) << text << testing::PrintToString(outcome.findings);
  return outcome.findings.empty() ? "" : outcome.findings.front();
}

TEST(RenderFindings, UnknownNames) {
  EXPECT_EQ(finding("{{ sites.title }}"),
            "main:1:4+5 template-unknown-name: unknown name 'sites' (did you mean 'site'?)");
  EXPECT_EQ(finding("\nå {{ page.titel | upper }}"),
            "main:2:11+5 template-unknown-name: the map has no key 'titel' (did you mean 'title'?)");
  EXPECT_EQ(finding("{{ page['titel'] }}"),
            "main:1:9+7 template-unknown-name: the map has no key 'titel' (did you mean 'title'?)");
  EXPECT_EQ(finding("{% set mark = 1 %}{{ marc }}"),
            "main:1:22+4 template-unknown-name: unknown name 'marc' (did you mean 'mark'?)");
  EXPECT_EQ(finding("{% for x in numbers %}{{ loop.indx }}{% endfor %}"),
            "main:1:31+4 template-unknown-name: 'loop' has no 'indx' (did you mean 'index'?)");
  EXPECT_EQ(finding("{{ loop.index }}"), "main:1:4+4 template-unknown-name: unknown name 'loop'");
  EXPECT_EQ(finding("{{ page.tags[3] }}"),
            "main:1:14+1 template-unknown-name: the list has 3 items, none at 3 (the first is 0)");
  EXPECT_EQ(finding("{{ items | map(attribute='tittle') | join }}"),
            "main:1:12+3 template-unknown-name: the map has no key 'tittle' (did you mean 'title'?)");
  EXPECT_EQ(finding("{{ items | selectattr('kid') | length }}"),
            "main:1:12+10 template-unknown-name: the map has no key 'kid' (did you mean 'id'?)");
}

TEST(RenderFindings, DefaultForgivesOnlyTheLastStep) {
  EXPECT_THAT(try_template("{{ x | default(1) }}{{ page.x | default(1) }}{{ page.x is defined }}").findings, IsEmpty());
  EXPECT_EQ(finding("{{ pge.title | default(1) }}"),
            "main:1:4+3 template-unknown-name: unknown name 'pge' (did you mean 'page'?)");
  EXPECT_EQ(finding("{{ pge.title is defined }}"),
            "main:1:4+3 template-unknown-name: unknown name 'pge' (did you mean 'page'?)");
  EXPECT_EQ(finding("{{ (x ~ 'a') | default(1) }}"), "main:1:5+1 template-unknown-name: unknown name 'x'");
}

TEST(RenderFindings, OnePerPlaceAndOneMistake) {
  EXPECT_THAT(try_template("{% for x in numbers %}{{ nix.a | upper ~ 1 }}{% endfor %}{% set y = nix %}{{ y.b }}{% for "
                           "z in y %}{% endfor %}")
                  .findings,
              ElementsAre("main:1:26+3 template-unknown-name: unknown name 'nix'",
                          "main:1:69+3 template-unknown-name: unknown name 'nix'"));
}

TEST(RenderFindings, NameTheTemplateTheyStandIn) {
  const Outcome outcome = try_templates(
      {{"main", "main",
        "{% extends 'base' %}{% block b %}{{ nix }}{{ super() }}{% include 'part' %}{{ nix }}{% endblock %}"},
       {"base", "base", "{% block b %}{{ nix }}{% endblock %}{{ nix }}"},
       {"part", "part", "{{ nix }}"}});
  EXPECT_THAT(outcome.findings, ElementsAre("main:1:37+3 template-unknown-name: unknown name 'nix'",
                                            "base:1:17+3 template-unknown-name: unknown name 'nix'",
                                            "part:1:4+3 template-unknown-name: unknown name 'nix'",
                                            "main:1:79+3 template-unknown-name: unknown name 'nix'",
                                            "base:1:40+3 template-unknown-name: unknown name 'nix'"));
}

TEST(RenderFindings, Types) {
  EXPECT_EQ(finding("{{ nothing.title }}"),
            "main:1:12+5 template-type: nothing has no key 'title' (ask first, with 'if', whether there is a value)");
  EXPECT_EQ(finding("{{ page.count.x }}"), "main:1:15+1 template-type: number has no key 'x'");
  EXPECT_EQ(finding("{{ page.count[0] }}"), "main:1:15+1 template-type: number has no item at number");
  EXPECT_EQ(finding("{{ page.tags }}"),
            "main:1:9+4 template-type: a list cannot be printed (go through it with 'for', or make text of it with "
            "join() or json)");
  EXPECT_EQ(finding("{{ page }}"),
            "main:1:4+4 template-type: a map cannot be printed (print one of its keys, or make text of it with json)");
  EXPECT_EQ(finding("{% for x in page.title %}{% endfor %}"),
            "main:1:18+5 template-type: 'for' needs a list or a map, not text");
  EXPECT_EQ(finding("{% for x in nothing %}{% endfor %}"),
            "main:1:13+7 template-type: 'for' needs a list or a map, not nothing (ask first, with 'if', whether there "
            "is a value)");
  EXPECT_EQ(finding("{% for a, b in numbers %}{% endfor %}"),
            "main:1:16+7 template-type: 'for' with two names needs a map, or a list of lists of two");
}

TEST(RenderFindings, Operators) {
  EXPECT_EQ(finding("{{ 'a' + 1 }}"),
            "main:1:8+1 template-type: text + number does not work (to put text together write ~)");
  EXPECT_EQ(finding("{{ 'a' * 3 }}"), "main:1:8+1 template-type: text * number does not work");
  EXPECT_EQ(finding("{{ 1 // 0 }}"), "main:1:6+2 template-type: division by zero");
  EXPECT_EQ(finding("{{ 1.5 % 0 }}"), "main:1:8+1 template-type: division by zero");
  EXPECT_EQ(finding("{{ 9223372036854775807 + 1 }}"),
            "main:1:24+1 template-type: the result is too large for a whole number");
  EXPECT_EQ(finding("{{ (-9223372036854775807 - 1) // -1 }}"),
            "main:1:31+2 template-type: the result is too large for a whole number");
  EXPECT_EQ(finding("{{ 1 < 'a' }}"), "main:1:6+1 template-type: number and text cannot be compared with <");
  EXPECT_EQ(finding("{{ 1 in 'a' }}"), "main:1:6+2 template-type: number cannot be in text");
  EXPECT_EQ(finding("{{ 'a' ~ page.tags }}"),
            "main:1:8+1 template-type: a list cannot be put together as text (join() makes text of a list)");
  EXPECT_EQ(finding("{{ -page.title }}"), "main:1:4+1 template-type: - needs a number, not text");
  EXPECT_EQ(finding("{{ 'a' is odd }}"), "main:1:11+3 template-type: the test needs a whole number, not text");
  EXPECT_EQ(try_template("{{ (-9223372036854775807 - 1) % -1 }}").text, "0");
}

TEST(RenderFindings, Filters) {
  EXPECT_EQ(finding("{{ html | upper }}"),
            "main:1:11+5 template-type: the filter needs text; this is markup, finished HTML");
  EXPECT_EQ(
      finding("{{ nothing | lower }}"),
      "main:1:14+5 template-type: the filter needs text, not nothing (ask first, with 'if', whether there is a value)");
  EXPECT_EQ(finding("{{ page.count | length }}"),
            "main:1:17+6 template-type: the filter needs a text, a list or a map, not number");
  EXPECT_EQ(finding("{{ 'x1' | int }}"),
            "main:1:11+3 template-type: \"x1\" is no whole number (int(0) gives 0 instead)");
  EXPECT_EQ(finding("{{ 'a' | replace('', 'b') }}"), "main:1:10+7 template-type: the text to be replaced is empty");
  EXPECT_EQ(finding("{{ numbers | batch(0) | length }}"),
            "main:1:14+5 template-type: the filter takes a number from 1 to 10000");
  EXPECT_EQ(finding("{{ [numbers] | join }}"),
            "main:1:16+4 template-type: lists and maps cannot be joined as text (take a key of each first: "
            "map(attribute=\"title\"))");
  EXPECT_EQ(finding("{{ items | map(attribute=1) | join }}"),
            "main:1:12+3 template-type: the filter takes the name of a key as text");
}

}  // namespace
}  // namespace vav::templates
