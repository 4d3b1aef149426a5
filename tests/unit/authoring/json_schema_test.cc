#include "authoring/json_schema.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "../sample_site.h"

namespace vav {
namespace {

Value schema_of(const std::string& kind) {
  const std::vector<SourceFile> pages = {
      {.path = "sessions/b.md", .kind = 0, .id = "b"},
      {.path = "sessions/a.md", .kind = 0, .id = "a"},
      {.path = "sv/sessions/a.md", .kind = 0, .id = "a", .lang = "sv"},
      {.path = "sessions/_index.md", .role = SourceRole::list_intro, .kind = 0, .id = "sessions"}};
  for (const NamedSchema& one : front_matter_schemas(sample::config(), pages)) {
    if (one.name == kind) return one.schema;
  }
  return {};
}

// Whether schemas do what they should is shown with a real validator (tests/schema).
TEST(FrontMatterSchema, OneForEachKindAndOneForIntroductions) {
  std::vector<std::string> names;
  for (const NamedSchema& one : front_matter_schemas(sample::config(), {})) names.push_back(one.name);
  EXPECT_THAT(names, testing::ElementsAre("session", "note", "finding", "person", "work", "page", "_index"));
}

TEST(FrontMatterSchema, OffersEachIdOnce) {
  const Value note = schema_of("note");
  EXPECT_EQ(to_json(note.at("definitions").at("id-of-session").at("enum")), R"(["a","b"])");
  // There are no people yet: an empty enum is no schema.
  EXPECT_TRUE(note.at("definitions").at("id-of-person").is_null());
  EXPECT_EQ(to_json(note.at("required")), R"(["title","session"])");
}

TEST(FrontMatterSchema, ARequiredFieldMayNotBeEmpty) {
  const Value session = schema_of("session");
  EXPECT_EQ(to_json(session.at("properties").at("date")).find("null"), std::string::npos);
  EXPECT_EQ(to_json(session.at("properties").at("seats").at("type")), R"(["number","null"])");
}

TEST(ConfigSchema, EveryMapThatIsNamedIsThere) {
  const Value schema = config_schema();
  const std::string json = to_json(schema);
  for (std::size_t at = json.find("#/definitions/"); at != std::string::npos;
       at = json.find("#/definitions/", at + 1)) {
    const std::size_t start = at + std::string("#/definitions/").size();
    const std::string name = json.substr(start, json.find('"', start) - start);
    EXPECT_FALSE(schema.at("definitions").at(name).is_null()) << name;
  }
}

}  // namespace
}  // namespace vav
