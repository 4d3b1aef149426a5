// What is right in a site for the web and wrong in one on disk, and the other way round.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/text.h"
#include "good_site.h"

namespace vav {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

// good_site() with the links of the web, and a script whose bytes are vouched for.
SiteFiles web_site() {
  SiteFiles files = good_site();
  for (auto& [path, bytes] : files) {
    if (!path.ends_with(".html")) continue;
    bytes = replace_all(bytes, "index.html", "");
    for (const char* asset : {"assets/site.css", "assets/site.js"}) {
      const std::string name = std::string(asset) + "\"";
      bytes = replace_all(bytes, name, fmt::format("{} integrity=\"{}\"", name, integrity_of(files[asset])));
    }
  }
  files["404.html"] =
      "<!doctype html><title>Borta</title>" + policy + "<a href=\"/a/sok/\">sök</a><a href=\"/a/\">hem</a>";
  files["index.html"] +=
      fmt::format("<a href=\"./\">hit</a><script src=\"assets/site.js\" integrity=\"{}\"></script>\n",
                  integrity_of(files["assets/site.js"]));
  return files;
}

SiteFiles for_target(SiteFiles files, const std::string& target) {
  files["manifest.json"] = replace_all(manifest_of(files), "\"format\":1", R"("format":1,"target":")" + target + "\"");
  return with_lists(files);
}

// The findings after a line at the end of the start page.
std::vector<std::string> with_line(const std::string& html) {
  SiteFiles files = web_site();
  files["index.html"] += html;
  return findings_in(for_target(files, "web"));
}

TEST(WebSite, HasLinksThatEndInASlash) {
  EXPECT_THAT(findings_in(for_target(web_site(), "web")), IsEmpty());
  EXPECT_THAT(findings_in(for_target(good_site(), "disk")), IsEmpty());
}

TEST(WebSite, IsNoneOnDisk) {
  EXPECT_THAT(findings_in(for_target(web_site(), "disk")), Contains(HasSubstr("verify-folder-link")));
  EXPECT_THAT(findings_in(for_target(web_site(), "disk")), Contains(HasSubstr("verify-integrity-attribute")));
  EXPECT_THAT(findings_in(for_target(good_site(), "web")), Contains(HasSubstr("verify-folder-link")));
}

TEST(WebSite, HasOneAddressForEachPage) {
  for (const char* link : {"sok/index.html", "sok", "index.html", "moten/traff-2/index.html#p-1"})
    EXPECT_THAT(with_line(fmt::format("<a href=\"{}\">x</a>", link)), ElementsAre(HasSubstr("verify-folder-link")))
        << link;
  for (const char* link : {"sok/", "./", "#top", "?q=1", "", "moten/traff-2/#p-1", "404.html"})
    EXPECT_THAT(with_line(fmt::format("<a href=\"{}\">x</a>", link)), IsEmpty()) << link;
}

TEST(WebSite, HasNoLinkToWhatIsNotThere) {
  EXPECT_THAT(with_line(R"(<a href="moten/">x</a>)"), ElementsAre(HasSubstr("verify-broken-link")));
  EXPECT_THAT(with_line(R"(<a href="no/">x</a>)"), ElementsAre(HasSubstr("verify-broken-link")));
  EXPECT_THAT(with_line(R"(<a href="moten/traff-2/#no">x</a>)"), ElementsAre(HasSubstr("verify-broken-fragment")));
  SiteFiles files = web_site();
  files["404.html"] += R"(<a href="/a/no/">x</a><a href="/sok/">x</a>)";
  EXPECT_THAT(findings_in(for_target(files, "web")),
              ElementsAre(HasSubstr("verify-root-relative"), HasSubstr("verify-root-relative")));
}

TEST(WebSite, VouchesForBytesThatItHas) {
  EXPECT_THAT(with_line(R"(<script src="assets/site.js" integrity="sha384-x"></script>)"),
              ElementsAre(HasSubstr("verify-integrity-attribute")));
  EXPECT_THAT(with_line(R"(<script src="assets/site.js"></script>)"),
              ElementsAre(HasSubstr("verify-integrity-attribute nothing says which bytes")));
  EXPECT_THAT(with_line(R"(<script src="no.js" integrity="sha384-x"></script>)"),
              ElementsAre(HasSubstr("verify-broken-link")));
}

TEST(Redirects, LeadStraightToAPageToRead) {
  for (const bool web : {false, true}) {
    SiteFiles files = web ? web_site() : good_site();
    const std::string index = web ? "" : "index.html";
    files["aldre/index.html"] = fmt::format(
        "<!doctype html><title>x</title><meta http-equiv=refresh content=\"0; url=../gammal/{}\">{}", index, policy);
    files["rund/index.html"] = fmt::format(
        "<!doctype html><title>x</title><meta http-equiv=refresh content=\"0; url=../rund/{}\">{}", index, policy);
    EXPECT_THAT(findings_in(for_target(files, web ? "web" : "disk")),
                ElementsAre(HasSubstr("aldre/index.html:1:57: verify-redirect-chain"),
                            HasSubstr("rund/index.html:1:57: verify-redirect-chain")));
  }
}

TEST(Withdrawn, PagesNeedNoWayToThem) {
  SiteFiles files = good_site();
  files["borta/index.html"] = "<!doctype html><title>x</title>" + policy;
  files["manifest.json"] =
      replace_all(manifest_of(files), "\"borta/index.html\":{", R"("borta/index.html":{"withdrawn":"2026-01-01",)");
  EXPECT_THAT(findings_in(with_lists(files)), IsEmpty());
  files["manifest.json"] = replace_all(files["manifest.json"], "withdrawn", "gone");
  EXPECT_THAT(findings_in(with_lists(files)), ElementsAre(HasSubstr("verify-orphan")));
}

TEST(WebSite, IsForTheWebWhenTheManifestSaysSo) {
  EXPECT_THAT(findings_in(for_target(good_site(), "paper")), ElementsAre(HasSubstr("verify-bad-manifest")));
}

}  // namespace
}  // namespace vav
