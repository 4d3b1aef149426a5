// The forms of names, word by word.
#include "graph/inflection.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace vav {
namespace {

using testing::Contains;
using testing::Each;
using testing::Not;

struct Case {
  std::string name;
  std::vector<std::string> forms;  // that are made, among others
};

void expect_forms(const std::vector<Case>& cases, std::string_view language, bool word) {
  for (const Case& one : cases) {
    const auto forms = forms_of_name(one.name, language, word);
    EXPECT_EQ(forms.front(), one.name);
    for (const std::string& form : one.forms) EXPECT_THAT(forms, Contains(form)) << one.name;
  }
}

TEST(Inflection, SwedishNamesStandInTheGenitive) {
  expect_forms({{"UKÄ", {"UKÄ:s", "UKÄs"}},
                {"Skolverket", {"Skolverkets"}},
                {"Länsstyrelsen Skåne", {"Länsstyrelsen Skånes"}},
                {"Statistikmyndigheten SCB", {"Statistikmyndigheten SCB:s"}},
                {"STEM-delegationen", {"STEM-delegationens"}},
                {"MSV KLL", {"MSV KLL:s"}},
                {"SNS", {"SNS:s"}}},
               "sv", false);
  EXPECT_EQ(forms_of_name("Högskolan i Borås", "sv", false), std::vector<std::string>{"Högskolan i Borås"});
  EXPECT_EQ(forms_of_name("Kommunal", "sv", false), (std::vector<std::string>{"Kommunal", "Kommunals"}));
  EXPECT_THAT(forms_of_name("SNS", "sv", false), Not(Contains("SNSs")));
}

TEST(Inflection, SwedishWordsStandInTheDefiniteAndThePlural) {
  expect_forms({{"validering", {"valideringen", "valideringens", "valideringar", "valideringarna", "valideringarnas"}},
                {"könssegregering", {"könssegregeringen"}},
                {"tillsyn", {"tillsynen", "tillsyns", "tillsynens"}},
                {"bristyrke", {"bristyrket", "bristyrken", "bristyrkena", "bristyrkenas"}},
                {"föreskrift", {"föreskriften", "föreskrifter", "föreskrifterna"}},
                {"sanktionsavgift", {"sanktionsavgiften", "sanktionsavgifter"}},
                {"huvudman", {"huvudmannen", "huvudmän", "huvudmännen", "huvudmännens"}},
                {"indikator", {"indikatorn", "indikatorer", "indikatorerna"}},
                {"målkonflikt", {"målkonflikten", "målkonflikter"}},
                {"länsstrategi", {"länsstrategin", "länsstrategier", "länsstrategierna"}},
                {"kollektivavtal", {"kollektivavtalet", "kollektivavtalen", "kollektivavtals"}},
                {"regleringsbrev", {"regleringsbrevet", "regleringsbreven"}},
                {"speglat uppdrag", {"speglat uppdraget"}},
                {"arbetsgivare", {"arbetsgivaren", "arbetsgivarna", "arbetsgivares"}},
                {"betänkande", {"betänkandet", "betänkanden", "betänkandena"}},
                {"ersättning", {"ersättningen", "ersättningar"}},
                {"dimensionering", {"dimensioneringen"}},
                {"myndighet", {"myndigheten", "myndigheter", "myndigheterna"}},
                {"delegation", {"delegationen", "delegationer"}},
                {"program", {"programmet", "programmen"}},
                {"marknad", {"marknaden", "marknader"}},
                {"kvinnodominerad", {"kvinnodominerade", "kvinnodominerat"}},
                {"tvärsektoriell", {"tvärsektoriella", "tvärsektoriellt"}},
                {"skola", {"skolan", "skolor", "skolorna", "skolans"}},
                {"yrkesval", {"yrkesvalet", "yrkesvalen"}}},
               "sv", true);
  EXPECT_THAT(forms_of_name("lön", "sv", true), Not(Contains("lönar"))) << "a verb, too";
  EXPECT_THAT(forms_of_name("stöd", "sv", true), Not(Contains("stöder")));
  EXPECT_THAT(forms_of_name("marknad", "sv", true), Not(Contains("marknade")));
}

TEST(Inflection, EnglishHasItsOwnEndings) {
  expect_forms({{"UKÄ", {"UKÄ's", "UKÄ\u2019s"}}, {"the Unions", {"the Unions'", "the Unions's"}}}, "en", false);
  expect_forms({{"measure", {"measures", "measure's", "measures'"}}, {"agency", {"agencies"}}, {"day", {"days"}}}, "en",
               true);
  EXPECT_THAT(forms_of_name("UKÄ", "en", false), Not(Contains("UKÄs")));
  EXPECT_EQ(forms_of_name("Zoll", "de", true), std::vector<std::string>{"Zoll"}) << "a language without a table";
}

TEST(Inflection, AnAbbreviationHasNoSmallLetter) {
  for (const char* name : {"UKÄ", "DO", "MSV KLL", "ESF+", "G7-FN"}) EXPECT_TRUE(is_abbreviation(name)) << name;
  for (const char* name : {"JiHU", "Forte", "A", "", "7", "Bryggor", "stöd"})
    EXPECT_FALSE(is_abbreviation(name)) << name;
}

}  // namespace
}  // namespace vav
