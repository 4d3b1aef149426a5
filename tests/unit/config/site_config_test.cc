#include "config/site_config.h"

#include <algorithm>

#include "../sample_site.h"
#include "config/format.h"

namespace vav {
namespace {

using sample::ids_and_places;
using sample::read_config_text;

std::string with(const std::string& from, const std::string& to) {
  std::string text = sample::config_text;
  const std::size_t at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return text.replace(at, from.size(), to);
}

TEST(Config, ReadsTheSample) {
  const SiteConfig config = sample::config();
  EXPECT_EQ(config.title.in("en"), "Sample");
  EXPECT_EQ(config.schema.kinds.size(), 6U);
  const Kind& session = config.schema.kinds[0];
  EXPECT_EQ(session.chain_step, 1U);
  EXPECT_EQ(session.find_field("date")->type, FieldType::partial_date);
  EXPECT_EQ(session.find_field("tags")->choices.size(), 2U);
  EXPECT_EQ(config.schema.kinds[5].address, "");
}

TEST(Config, EveryKindHasTheCommonRelations) {
  const SiteConfig config = sample::config();
  for (std::size_t i = 0; i < config.schema.kinds.size(); ++i) {
    const Kind& kind = config.schema.kinds[i];
    ASSERT_TRUE(kind.find_relation("source")) << kind.id;
    EXPECT_EQ(kind.relations[*kind.find_relation("replaces")].to, std::vector<std::size_t>{i})
        << "'same' is the kind itself";
  }
}

TEST(Config, LinkFieldsComeWithEveryRelation) {
  const SiteConfig config = sample::config();
  const Kind& note = config.schema.kinds[1];
  const auto& fields = note.relations[*note.find_relation("session")].fields;
  ASSERT_EQ(fields.size(), 2U);
  EXPECT_EQ(fields[0].name, "certainty");
}

TEST(Config, APageMaySayThatItRestsOnNothing) {
  const auto read = read_config_text(with("    folder: findings\n",
                                          "    folder: findings\n"
                                          "    fields: {basis: {type: choice, choices: [own]}, why: {type: text}}\n"
                                          "    unsupported: {field: basis, value: own, reason: why}\n"));
  ASSERT_TRUE(read.config);
  EXPECT_TRUE(read.diagnostics.empty());
  const Kind& finding = read.config->schema.kinds[2];
  ASSERT_TRUE(finding.unsupported);
  EXPECT_EQ(finding.fields[finding.unsupported->field].name, "basis");
  EXPECT_EQ(finding.unsupported->value, "own");
  EXPECT_EQ(finding.fields[finding.unsupported->reason].name, "why");
  EXPECT_FALSE(finding.parked);
}

TEST(Config, ARelationMayNameThoseWhoSayIt) {
  const auto read = read_config_text(with("by: {to: [person],", "by: {voice: true, to: [person],"));
  ASSERT_TRUE(read.config && read.diagnostics.empty());
  const Kind& note = read.config->schema.kinds[1];
  EXPECT_TRUE(note.relations[*note.find_relation("by")].voice);
  EXPECT_FALSE(note.relations[*note.find_relation("session")].voice);
}

TEST(Config, PathsOfSectionsAreResolved) {
  const SiteConfig config = sample::config();
  const GatheredSection& section = config.schema.kinds[3].sections.front();
  ASSERT_EQ(section.paths.size(), 1U);
  ASSERT_EQ(section.paths[0].size(), 2U);
  EXPECT_TRUE(section.paths[0][0].inverse);
  EXPECT_EQ(section.paths[0][0].relation, "by");
}

TEST(Config, LabelsFallBackToTheSitesLanguage) {
  const SiteConfig config = sample::config();
  EXPECT_EQ(config.schema.kinds[0].one.in("fi"), "session");
}

TEST(Config, NoFileIsOneFinding) {
  const MemoryDisk disk;
  Diagnostics diagnostics;
  EXPECT_FALSE(read_config(disk, "/c", diagnostics));
  EXPECT_EQ(ids_and_places(diagnostics), std::vector<std::string>{"no-config 0:0 1"});
}

TEST(Config, AnUnknownKeyIsFoundWithANearOne) {
  const auto read = read_config_text(with("    sort: date", "    sorted: date"));
  EXPECT_EQ(ids_and_places(read.diagnostics), std::vector<std::string>{"unknown-key 15:5 6"});
  EXPECT_EQ(read.diagnostics.all()[0].hint.english, "did you mean 'sort'?");
}

TEST(Config, EachMistakeHasItsPlace) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {with("format: 1", "format: 2"), "bad-config 1:9 1"},
      {with("to: [person]", "to: [persons]"), "bad-config 29:17 7"},
      {with("type: number", "type: numbr"), "bad-config 19:21 5"},
      {with("evidence: against", "evidence: contra"), "bad-config 35:51 6"},
      {with("note.by, finding.rests_on", "note.by, finding.nothing"), "bad-config 40:48 15"},
      {with("    sort: date\n", "    sort: dates\n"), "bad-config 15:11 5"},
      {with("[finding]]", "[note]]"), "bad-config 3:29 4"},
      {with("folder: notes", "folder: Notes"), "bad-config 24:13 5"},
      {with("folder: works", "folder: notes"), "bad-config 42:13 5"},
      {with("      seats:", "      title:"), "bad-config 19:7 5"},
      {with(", inverse: {en: Notes}", ""), "bad-config 28:16 1"},
      {with("choices: [red, blue]", "choices: []"), "bad-config 22:13 1"},
  };
  for (const auto& [text, expected] : cases) {
    const auto found = ids_and_places(read_config_text(text).diagnostics);
    EXPECT_NE(std::ranges::find(found, expected), found.end())
        << expected << " but found " << (found.empty() ? "nothing" : found.front());
  }
}

TEST(Config, TheSitesMailboxIsThatOfARole) {
  const std::string role = with("start: home}", "start: home, email: info@example.se, url: https://example.se/a}");
  EXPECT_EQ(read_config_text(role).config->email, "info@example.se");
  EXPECT_EQ(read_config_text(role).config->base_url, "https://example.se/a/");
  const std::string person = with("start: home}", "start: home, email: ada.ek@example.se}");
  EXPECT_EQ(ids_and_places(read_config_text(person).diagnostics).front().substr(0, 13), "private-email");
}

// A sample whose kind `session` has this field, written on line 23.
std::string with_field(const std::string& field) {
  return with("      tags:", "      extra: " + field + "\n      tags:");
}

TEST(Config, FieldsOfEveryType) {
  const auto read = read_config_text(
      with("      tags:",
           "      body: {type: rich-text, max: 80}\n"
           "      desk: {type: role-email}\n"
           "      lead: {type: reference, to: [person]}\n"
           "      votes: {type: record, many: true, fields: {for: {type: number, min: 0, required: true}, by: {type: "
           "reference, to: person}}}\n"
           "      code: {pattern: 'A[0-9]+', default: A1}\n"
           "      tags:"));
  ASSERT_EQ(ids_and_places(read.diagnostics), std::vector<std::string>{});
  const Kind& session = read.config->schema.kinds[0];
  EXPECT_EQ(session.find_field("body")->type, FieldType::rich_text);
  EXPECT_EQ(*session.find_field("body")->maximum, 80);
  EXPECT_EQ(session.find_field("lead")->to, std::vector<std::size_t>{3});
  ASSERT_EQ(session.find_field("votes")->fields.size(), 2U);
  EXPECT_EQ(session.find_field("votes")->fields[1].to, std::vector<std::size_t>{3});
  EXPECT_EQ(session.find_field("code")->fallback, Value("A1"));
  EXPECT_TRUE(session.find_field("code")->pattern->fits("A12"));
}

TEST(Config, WhatAFieldSaysMustFitItsType) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"{type: record}", "bad-config 22:14 1"},
      {"{fields: {a: {type: text}}}", "bad-config 22:23 1"},
      {"{type: reference}", "bad-config 22:14 1"},
      {"{type: reference, to: [nobody]}", "bad-config 22:37 6"},
      {"{type: record, fields: {a: {type: record}}}", "bad-config 22:48 6"},
      {"{type: number, min: 3, max: 2}", "bad-config 22:42 1"},
      {"{type: flag, max: 2}", "bad-config 22:32 1"},
      {"{pattern: '['}", "bad-config 22:24 3"},
      {"{type: date, pattern: x}", "bad-config 22:36 1"},
      {"{type: number, default: many}", "bad-value 22:38 4"},
      {"{required: true, default: x}", "bad-config 22:40 1"},
      {"{visibility: secret}", "bad-config 22:27 6"},
  };
  for (const auto& [field, expected] : cases) {
    EXPECT_EQ(ids_and_places(read_config_text(with_field(field)).diagnostics), std::vector<std::string>{expected})
        << field;
  }
}

TEST(Config, RelationsThatCannotBeRight) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      // evidence that points forward along the chain
      {with("by: {to: [person]",
            "proof: {to: [finding], evidence: for, label: L, inverse: I}\n      by: {to: [person]"),
       "bad-config 29:19 1"},
      {with("session: {to: [session], required: true,", "session: {to: [session], required: true, max: 2,"),
       "bad-config 28:53 1"},
      {with("session: {to: [session], required: true,", "session: {to: [session], many: true, min: 3, max: 2,"),
       "bad-config 28:57 1"},
      {with("fields: {section: {type: text}", "fields: {section: {type: rich-text}"), "bad-config 9:104 1"},
  };
  for (const auto& [text, expected] : cases) {
    EXPECT_EQ(ids_and_places(read_config_text(text).diagnostics), std::vector<std::string>{expected});
  }
}

TEST(Config, AnInverseDeclaredByHandIsFound) {
  const auto read = read_config_text(with(
      "    sections:\n",
      "    relations:\n      said: {to: [note], many: true, label: {en: Said}, inverse: {en: By}}\n    sections:\n"));
  EXPECT_EQ(ids_and_places(read.diagnostics), std::vector<std::string>{"bad-config 40:13 1"});
}

TEST(Config, ALabelMustHaveEveryLanguageOfTheSite) {
  const auto read = read_config_text(with("lang: en,", "lang: en, languages: [en, sv],"));
  ASSERT_FALSE(read.diagnostics.empty());
  EXPECT_FALSE(read.diagnostics.has_errors());
  for (const Diagnostic& one : read.diagnostics.all()) EXPECT_EQ(one.id, "missing-translation");
  EXPECT_EQ(ids_and_places(read.diagnostics).front(), "missing-translation 5:78 5");
}

TEST(Config, TheReferenceNamesEveryKeyOnce) {
  const std::string reference = config_reference();
  for (const FormatMap& map : config_format()) {
    EXPECT_NE(reference.find("\n## " + std::string(map.name) + "\n"), std::string::npos);
    for (const FormatKey& key : map.keys) {
      EXPECT_NE(reference.find("| `" + std::string(key.key) + "` |"), std::string::npos) << key.key;
      EXPECT_FALSE(key.help.empty()) << key.key;
    }
  }
}

TEST(Config, KindsNameAuthoritiesAndDatesGrowOld) {
  std::string text = with("start: home}",
                          "start: home, authorities: {digg: {name: Digg, link: Report, address: "
                          "'https://digg.se/'}}}");
  const std::string page = "folder: pages\n";
  text.replace(text.find(page), page.size(),
               "folder: pages\n    authority: digg\n    fields: {seen: {type: date, "
               "max_age_days: 365, part: true}}\n");
  const auto read = read_config_text(text);
  ASSERT_TRUE(read.diagnostics.empty());
  EXPECT_EQ(read.config->authorities.at("digg").name.in("en"), "Digg");
  const Kind& kind = read.config->schema.kinds[5];
  EXPECT_EQ(kind.authority, "digg");
  EXPECT_EQ(kind.find_field("seen")->max_age_days, 365);
  EXPECT_TRUE(kind.find_field("seen")->part);
}

TEST(Config, TypographyIsOnUnlessItIsTurnedOff) {
  EXPECT_TRUE(sample::config().text.typography);
  const auto read = read_config_text(std::string(sample::config_text) + "text: {typography: false}\n");
  EXPECT_FALSE(read.config->text.typography);
}

TEST(Config, SeverityMayChangeUnlessItIsFixed) {
  const auto read = read_config_text(std::string(sample::config_text) + "severity: {unused-file: error}\n");
  ASSERT_TRUE(read.diagnostics.empty());
  EXPECT_EQ(read.config->severity_of({"unused-file", Severity::warning, {}, "", ""}), Severity::error);
  const auto fixed = read_config_text(std::string(sample::config_text) + "severity: {dead-link: note}\n");
  EXPECT_EQ(ids_and_places(fixed.diagnostics).size(), 1U);
}

TEST(Config, BrokenYamlIsToldAndNothingElse) {
  const auto read = read_config_text("site: {title: x\nkinds: [");
  EXPECT_EQ(ids_and_places(read.diagnostics), (std::vector<std::string>{"bad-yaml 1:7 1", "bad-yaml 2:8 1"}));
  EXPECT_FALSE(read.config);
}

TEST(Config, AnEmptyFileIsNoCrash) {
  EXPECT_TRUE(read_config_text("").diagnostics.has_errors());
}

}  // namespace
}  // namespace vav
