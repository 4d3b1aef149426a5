#include "config/site_config.h"

#include <algorithm>

#include "../sample_site.h"

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
  EXPECT_EQ(config.title, "Sample");
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
  EXPECT_EQ(read.diagnostics.all()[0].hint, "did you mean 'sort'?");
}

TEST(Config, EachMistakeHasItsPlace) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {with("format: 1", "format: 2"), "bad-config 1:9 1"},
      {with("to: [person]", "to: [persons]"), "bad-config 29:17 7"},
      {with("type: number", "type: numbr"), "bad-config 19:21 5"},
      {with("evidence: against", "evidence: contra"), "bad-config 35:51 6"},
      {with("note.by, finding.rests_on", "note.by, finding.nothing"), "bad-config 40:48 15"},
      {with("    sort: date\n", "    sort: dates\n"), "bad-config 13:5 1"},
      {with("[finding]]", "[note]]"), "bad-config 3:29 4"},
      {with("folder: notes", "folder: Notes"), "bad-config 24:13 5"},
      {with("folder: works", "folder: notes"), "bad-config 42:13 5"},
      {with("      seats:", "      title:"), "bad-config 13:5 1"},
      {with(", inverse: {en: Notes}", ""), "bad-config 28:16 1"},
      {with("choices: [red, blue]", "choices: []"), "bad-config 22:13 1"},
  };
  for (const auto& [text, expected] : cases) {
    const auto found = ids_and_places(read_config_text(text).diagnostics);
    EXPECT_NE(std::ranges::find(found, expected), found.end())
        << expected << " but found " << (found.empty() ? "nothing" : found.front());
  }
}

TEST(Config, SeverityMayChangeUnlessItIsFixed) {
  const auto read = read_config_text(std::string(sample::config_text) + "severity: {unused-file: error}\n");
  ASSERT_TRUE(read.diagnostics.empty());
  EXPECT_EQ(read.config->severity_of({"unused-file", Severity::warning, {}, "", ""}), Severity::error);
  const auto fixed = read_config_text(std::string(sample::config_text) + "severity: {dead-link: note}\n");
  EXPECT_EQ(ids_and_places(fixed.diagnostics).size(), 1U);
}

TEST(Config, BrokenYamlIsToldOnce) {
  const auto read = read_config_text("site: {title: x\nkinds: [");
  ASSERT_FALSE(read.diagnostics.empty());
  EXPECT_EQ(read.diagnostics.all().size(), 1U);
  EXPECT_EQ(read.diagnostics.all()[0].id, "bad-yaml");
  EXPECT_FALSE(read.config);
}

TEST(Config, AnEmptyFileIsNoCrash) {
  EXPECT_TRUE(read_config_text("").diagnostics.has_errors());
}

}  // namespace
}  // namespace vav
