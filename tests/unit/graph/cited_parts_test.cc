#include "graph/cited_parts.h"

#include <gmock/gmock.h>

namespace vav {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(CitedParts, AreNamedAtTheBeginning) {
  const std::vector<std::string> names = {"Förord", "Slutsatser", "Mål, ansvar och uppdrag", "Mål"};
  EXPECT_THAT(named_parts("Förord", names), ElementsAre(0));
  EXPECT_THAT(named_parts("  FÖRORD, not 5", names), ElementsAre(0));
  EXPECT_THAT(named_parts("Förord; slutsatser, not 55", names), ElementsAre(0, 1));
  EXPECT_THAT(named_parts("Slutsatser, Mål,  ansvar och\u00A0uppdrag, not 1", names), ElementsAre(1, 2));
  EXPECT_THAT(named_parts("Mål, annat", names), ElementsAre(3));
  EXPECT_THAT(named_parts("Förord; Förord", names), ElementsAre(0));
  for (const char* words : {"", "Förordet", "not 5, Förord", "Förord; not 5", "Föror", "Förord.", ";"})
    EXPECT_THAT(named_parts(words, names), IsEmpty()) << words;
  EXPECT_THAT(named_parts("Förord", {}), IsEmpty());
}

}  // namespace
}  // namespace vav
