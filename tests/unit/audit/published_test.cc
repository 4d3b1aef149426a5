#include "audit/published.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace vav {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr std::string_view published =
    "{\"format\":1,\"pages\":{\n"
    "\"a/index.html\":{\"id\":\"a\",\"passages\":[\"p\",\"q\"]},\n"
    "\"lista/index.html\":{}\n}}";

std::vector<std::string> vanished(const NewSite& site) {
  const MemoryDisk disk(MemoryDisk::Files{{"/old/manifest.json", std::string(published)}});
  const auto found = check_published(disk, "/old", "manifest.json", site);
  if (!found) return {found.failure().message};
  std::vector<std::string> ids;
  for (const Diagnostic& one : found->all()) ids.push_back(std::to_string(one.span.place.line) + " " + one.id);
  return ids;
}

const std::string_view whole = "<p id=p>x</p><p><span id=q></span>y</p>";

TEST(Published, IsAnsweredByPagesAndPlaces) {
  EXPECT_THAT(vanished({{"a/index.html", whole}, {"lista/index.html", ""}}), IsEmpty());
}

TEST(Published, TellsOfEachAddressThatIsGone) {
  EXPECT_THAT(vanished({}), ElementsAre("2 vanished-address", "3 vanished-list"));
  EXPECT_THAT(vanished({{"a/index.html", "<p id=p>"}, {"lista/index.html", ""}}), ElementsAre("2 vanished-passage"));
}

TEST(Published, IsAnsweredByWhereARedirectLeads) {
  const std::string_view redirect = "<meta http-equiv=refresh content='0; url=../b/index.html'><p id=q>";
  EXPECT_THAT(vanished({{"a/index.html", redirect}, {"b/index.html", "<p id=p>"}, {"lista/index.html", ""}}),
              IsEmpty());
  EXPECT_THAT(vanished({{"a/index.html", redirect}, {"b/index.html", ""}, {"lista/index.html", ""}}),
              ElementsAre("2 vanished-passage"));
}

TEST(Published, IsAnsweredByAPageThatSaysThatItIsGone) {
  EXPECT_THAT(vanished({{"a/index.html", "gone"},
                        {"lista/index.html", ""},
                        {"manifest.json", R"({"pages":{"a/index.html":{"withdrawn":"2026-01-01"}}})"}}),
              IsEmpty());
}

TEST(Published, IsAManifest) {
  const MemoryDisk disk(MemoryDisk::Files{{"/x.json", "[]"}});
  EXPECT_FALSE(check_published(disk, "/x.json", "x.json", {}));
  EXPECT_FALSE(check_published(disk, "/none", "none", {}));
}

}  // namespace
}  // namespace vav
