#include "search/token_pipeline.h"

#include <gtest/gtest.h>
#include <string>
#include <vector>

namespace vav {
namespace {

std::vector<std::u16string> tokens(std::u16string_view text) {
  std::vector<std::u16string> result;
  for (const TokenPlace& place : split_tokens(text)) result.emplace_back(text.substr(place.start, place.length));
  return result;
}

using Texts = std::vector<std::u16string>;

TEST(SplitTokens, SplitsAtSpaceAndHyphenOnly) {
  EXPECT_EQ(tokens(u"  e-post,\tit\u00A0stöd\u2028och/eller\uFEFF"),
            (Texts{u"e", u"post,", u"it", u"stöd", u"och/eller"}));
  EXPECT_EQ(tokens(u"a–b c\u00ADd e\u200Bf g\u0085h"), (Texts{u"a–b", u"c\u00ADd", u"e\u200Bf", u"g\u0085h"}));
  EXPECT_EQ(tokens(u""), Texts{});
  EXPECT_EQ(tokens(u" - "), Texts{});
}

TEST(SplitTokens, CountsUnits) {
  const std::vector<TokenPlace> places = split_tokens(u"😀 å");
  ASSERT_EQ(places.size(), 2U);
  EXPECT_EQ(places[0].length, 2U);
  EXPECT_EQ(places[1].start, 3U);
}

TEST(LowerUtf16, IsJavaScripts) {
  EXPECT_EQ(lower_utf16(u"ÅÄÖ Straße"), u"åäö straße");
  EXPECT_EQ(lower_utf16(u"İ"), u"i\u0307");
  EXPECT_EQ(lower_utf16(std::u16string(50, u'İ')).size(), 100U);
  EXPECT_EQ(lower_utf16(u"ΟΔΟΣ. ΑΣ1"), u"οδος. ας1");
  const std::u16string lone = {u'A', char16_t{0xD83D}, u'Å'};
  EXPECT_EQ(lower_utf16(lone), (std::u16string{u'a', char16_t{0xD83D}, u'å'}));
}

TEST(TokenPipeline, TrimsByLanguage) {
  const TokenPipeline swedish({"sv"});
  const TokenPipeline english({"en"});
  const TokenPipeline both({"sv", "en"});
  EXPECT_EQ(swedish.trim(u"”över_”"), u"över");
  EXPECT_EQ(english.trim(u"överens_"), u"verens_");
  EXPECT_EQ(both.trim(u"(över_)"), u"över_");
  EXPECT_EQ(swedish.trim(u"…!"), u"");
  EXPECT_EQ(swedish.trim(u"2024:"), u"2024");
}

TEST(TokenPipeline, DropsStopWordsAndKeepsEmptyTerms) {
  const TokenPipeline pipeline({"sv"});
  std::u16string token = u"och,";
  EXPECT_FALSE(pipeline.make_term(token));
  token = u"!!";
  EXPECT_TRUE(pipeline.make_term(token));
  EXPECT_EQ(token, u"");
  token = u"”åtgärderna”";
  EXPECT_TRUE(pipeline.make_term(token));
  EXPECT_EQ(token, u"åtgärd");
}

TEST(TokenPipeline, NamesTheSearchPipeline) {
  using Names = std::vector<std::string>;
  EXPECT_EQ(TokenPipeline({"sv"}).search_names(), (Names{"trimmer-sv", "stemmer-sv"}));
  EXPECT_EQ(TokenPipeline({"en"}).search_names(), (Names{"stemmer"}));
  EXPECT_EQ(TokenPipeline({"sv", "en"}).search_names(), (Names{"stemmer-sv", "stemmer"}));
}

}  // namespace
}  // namespace vav
