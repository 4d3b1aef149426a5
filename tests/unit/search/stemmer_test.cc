#include <gtest/gtest.h>
#include <string>
#include <utility>
#include <vector>

#include "search/english_stemmer.h"
#include "search/stop_words.h"
#include "search/swedish_stemmer.h"

namespace vav {
namespace {

using Pairs = std::vector<std::pair<std::u16string, std::u16string>>;

std::u16string swedish(std::u16string word) {
  stem_swedish(word);
  return word;
}

std::u16string english(std::u16string word) {
  stem_english(word);
  return word;
}

// Expected values: libstemmer 2.2.0 and lunr-languages 1.22.0, which agree.
TEST(SwedishStemmer, TakesEndingsOff) {
  const Pairs pairs = {{u"åtgärderna", u"åtgärd"},
                       {u"universiteten", u"universitet"},
                       {u"arbetsvillkoren", u"arbetsvillkor"},
                       {u"myndigheternas", u"myndighet"},
                       {u"beslutades", u"beslut"},
                       {u"rådets", u"rådet"},
                       {u"arbetslöst", u"arbetslös"},
                       {u"fridfullt", u"fridfull"},
                       {u"jaktkarlarne", u"jaktkarl"},
                       {u"friskt", u"frisk"},
                       {u"egentligen", u"egent"},
                       {u"klokhet", u"klok"}};
  for (const auto& [word, stem] : pairs) EXPECT_EQ(swedish(word), stem);
}

TEST(SwedishStemmer, LeavesShortWordsAndOthersAlone) {
  for (const std::u16string word : {u"", u"s", u"as", u"ås", u"tas", u"gas", u"2024", u"bbb", u"xyz"})
    EXPECT_EQ(swedish(word), word);
}

TEST(SwedishStemmer, DropsSOnlyAfterCertainLetters) {
  EXPECT_EQ(swedish(u"bords"), u"bord");
  EXPECT_EQ(swedish(u"radios"), u"radio");
  EXPECT_EQ(swedish(u"kaxs"), u"kaxs");
  EXPECT_EQ(swedish(u"2024s"), u"2024s");
}

// Expected values: lunr 2.3.9, which is neither of libstemmer's English stemmers.
TEST(EnglishStemmer, IsLunrs) {
  const Pairs pairs = {{u"caresses", u"caress"},
                       {u"ponies", u"poni"},
                       {u"cats", u"cat"},
                       {u"feed", u"feed"},
                       {u"agreed", u"agre"},
                       {u"plastered", u"plaster"},
                       {u"sing", u"sing"},
                       {u"hopping", u"hop"},
                       {u"filing", u"file"},
                       {u"happy", u"happi"},
                       {u"relational", u"relat"},
                       {u"digitizer", u"digit"},
                       {u"callousness", u"callous"},
                       {u"adoption", u"adopt"},
                       {u"controlling", u"control"},
                       {u"youth", u"youth"},
                       {u"cry", u"cri"},
                       {u"day", u"day"},
                       {u"as", u"as"},
                       {u"y", u"y"}};
  for (const auto& [word, stem] : pairs) EXPECT_EQ(english(word), stem);
}

TEST(EnglishStemmer, DoesNotLookPastLineEnds) {
  EXPECT_EQ(english(u"a\nbing"), u"a\nbing");
  EXPECT_EQ(english(u"a\nbcats"), u"a\nbcats");
}

TEST(StopWords, AreListedByLanguage) {
  EXPECT_TRUE(is_stop_word("sv", u"och"));
  EXPECT_TRUE(is_stop_word("sv", u"över"));
  EXPECT_FALSE(is_stop_word("sv", u"the"));
  EXPECT_TRUE(is_stop_word("en", u"the"));
  EXPECT_FALSE(is_stop_word("en", u""));
  EXPECT_FALSE(is_stop_word("fi", u"the"));
}

}  // namespace
}  // namespace vav
