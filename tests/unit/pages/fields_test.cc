// Fields beyond plain text: defaults, limits, records, references, rich text, and what is for editors only.
#include "../sample_site.h"
#include "pages/field_parts.h"

namespace vav {
namespace {

using sample::ids_and_places;

constexpr const char* config_text = R"(format: 1
site: {title: Sample, lang: en, start: home}
kinds:
  vote:
    folder: votes
    label: {en: {one: vote, many: votes}}
    fields:
      code: {pattern: 'A[0-9]+', default: A1}
      seats: {type: number, min: 1, max: 9}
      desk: {type: role-email}
      lead: {type: reference, to: [person]}
      about: {type: rich-text}
      secret: {visibility: internal}
      rounds:
        type: record
        many: true
        fields:
          name: {required: true}
          for: {type: number}
          by: {type: reference, to: [person], many: true}
          comment: {type: rich-text}
  jury:
    folder: juries
    label: {en: {one: jury, many: juries}}
    relations:
      panel: {to: [person], many: true, min: 2, max: 3, label: {en: Panel}, inverse: {en: Sat in}}
  person:
    folder: people
    label: {en: {one: person, many: people}}
)";

struct Parsed {
  Page page;
  Diagnostics diagnostics;
};

Parsed parse(const std::string& front_matter, const std::string& kind = "vote") {
  prime_markdown_parser();
  const auto config = sample::read_config_text(config_text).config;
  const SourceFile source{.path = "votes/v.md",
                          .text = "---\ntitle: T\n" + front_matter + "---\n",
                          .fingerprint = "f",
                          .kind = *config->schema.find_kind(kind),
                          .id = "v"};
  Parsed result;
  result.page = parse_page(source, *config, result.diagnostics);
  return result;
}

using Found = std::vector<std::string>;

TEST(Fields, ADefaultStandsInForWhatIsNotGiven) {
  const Parsed result = parse("");
  ASSERT_EQ(result.page.fields.size(), 1U);
  EXPECT_EQ(result.page.fields[0].values, std::vector<Value>{Value("A1")});
  EXPECT_EQ(parse("code: A22\n").page.fields[0].values, std::vector<Value>{Value("A22")});
}

TEST(Fields, LimitsAndPatterns) {
  EXPECT_EQ(ids_and_places(parse("code: B1\n").diagnostics), Found{"bad-value 3:7 2"});
  EXPECT_EQ(ids_and_places(parse("seats: 0\n").diagnostics), Found{"bad-value 3:8 1"});
  EXPECT_EQ(ids_and_places(parse("seats: 9.5\n").diagnostics), Found{"bad-value 3:8 3"});
  EXPECT_EQ(ids_and_places(parse("seats: 9\n").diagnostics), Found{});
}

TEST(Fields, AMailboxBelongsToARole) {
  EXPECT_EQ(ids_and_places(parse("desk: registrator@example.se\n").diagnostics), Found{});
  EXPECT_EQ(ids_and_places(parse("desk: anna.andersson@example.se\n").diagnostics), Found{"private-email 3:7 25"});
  EXPECT_EQ(ids_and_places(parse("desk: no address\n").diagnostics), Found{"bad-value 3:7 10"});
}

TEST(Fields, RecordsAreCheckedPartByPart) {
  EXPECT_EQ(ids_and_places(parse("rounds: [{name: one, for: 3}, {name: two}]\n").diagnostics), Found{});
  EXPECT_EQ(ids_and_places(parse("rounds: [{for: 3}]\n").diagnostics), Found{"missing-field 3:10 1"});
  EXPECT_EQ(ids_and_places(parse("rounds: [{name: one, fro: 3}]\n").diagnostics), Found{"unknown-key 3:22 3"});
  EXPECT_EQ(ids_and_places(parse("rounds: [{name: one, for: x}]\n").diagnostics), Found{"bad-value 3:27 1"});
  EXPECT_EQ(ids_and_places(parse("rounds: one\n").diagnostics), Found{"bad-value 3:9 3"});
}

TEST(Fields, ReferencesAndRichTextsAreCollectedInOrder) {
  const Parsed result = parse(
      "lead: p1#x\nabout: See [[p2]].\n"
      "rounds:\n  - {name: one, by: [p3, p4], comment: \"**so**\"}\n  - {name: two, by: p5}\n");
  EXPECT_EQ(ids_and_places(result.diagnostics), Found{});
  ASSERT_EQ(result.page.field_references.size(), 4U);
  EXPECT_EQ(result.page.field_references[0].target.text, "p1");
  EXPECT_EQ(result.page.field_references[0].passage, "x");
  EXPECT_EQ(result.page.field_references[3].target.text, "p5");
  EXPECT_EQ(result.page.field_references[3].sentence, "two");
  EXPECT_EQ(result.page.field_references[1].target.place, (Place{6, 22, 2}));
  ASSERT_EQ(result.page.rich_texts.size(), 2U);
  EXPECT_EQ(result.page.rich_texts[0].document.links().size(), 1U);
}

TEST(Fields, RichTextHasNoHeadingsOrHtmlAndTellsTheFieldsPlace) {
  EXPECT_EQ(ids_and_places(parse("about: \"## no\"\n").diagnostics), Found{"bad-value 3:8 7"});
  EXPECT_EQ(ids_and_places(parse("about: \"a <b>x\"\n").diagnostics), Found{"raw-html 3:8 8"});
}

TEST(Fields, WhatIsForEditorsOnlyIsCheckedAndDropped) {
  const Parsed result = parse("secret: canary\n");
  EXPECT_EQ(result.page.fields.size(), 1U) << "the default of another field alone";
  EXPECT_EQ(ids_and_places(parse("secret: [a]\n").diagnostics), Found{"bad-value 3:9 1"});
}

TEST(Fields, ARelationPointsAtSoManyPages) {
  EXPECT_EQ(ids_and_places(parse("", "jury").diagnostics), Found{"missing-field 1:1 3"});
  EXPECT_EQ(ids_and_places(parse("panel: [a]\n", "jury").diagnostics), Found{"too-few 3:8 1"});
  EXPECT_EQ(ids_and_places(parse("panel: [a, b]\n", "jury").diagnostics), Found{});
  EXPECT_EQ(ids_and_places(parse("panel: [a, b, c, d]\n", "jury").diagnostics), Found{"too-many 3:8 1"});
}

TEST(Fields, TheOtherSideOfARelationIsNotWritten) {
  const Parsed result = parse("sat_in: [v]\n", "person");
  EXPECT_EQ(ids_and_places(result.diagnostics), Found{"written-inverse 3:1 6"});
  EXPECT_EQ(result.diagnostics.all()[0].hint.english, "write 'panel: v' on the page of the kind 'jury'");
}

}  // namespace
}  // namespace vav
