// Every fault that verify knows, sown into a good site, is found under its own id at its place, and nothing else is.
#include "audit/verify.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/text.h"
#include "good_site.h"

namespace vav {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

TEST(Verify, FindsNothingInAGoodSite) {
  EXPECT_THAT(findings_in(with_lists(good_site())), IsEmpty());
  EXPECT_THAT(findings_in(with_lists(good_site()), 1), IsEmpty());
}

TEST(Verify, Counts) {
  MemoryDisk::Files files;
  for (const auto& [path, bytes] : with_lists(good_site())) files["/site/" + path] = bytes;
  const auto report = verify_site(MemoryDisk(files), "/site", 2);
  EXPECT_EQ(report->files, 13U);
  EXPECT_EQ(report->pages, 5U);
  EXPECT_EQ(report->links, 28U);
}

TEST(Verify, FailsWhereThereIsNoFolder) {
  EXPECT_THAT(verify_site(MemoryDisk(), "/no", 1).failure().message, HasSubstr("/no"));
}

TEST(Verify, KnowsWhatIsNotASite) {
  EXPECT_THAT(findings_in({{"readme.txt", ""}}),
              ElementsAre("index.html:0:0: verify-not-a-site the folder has no index.html"));
}

// One line at the end of the start page, and what is found in it: "line:column: id", or "" for nothing.
struct Fault {
  std::string html;
  std::string found;
};

class PageFault : public testing::TestWithParam<Fault> {};

TEST_P(PageFault, IsFoundAtItsPlace) {
  SiteFiles files = good_site();
  std::string& page = files["index.html"];
  const auto last_line = static_cast<int>(split_lines(page).size()) + 1;
  page += "å " + GetParam().html;
  std::vector<std::string> found = findings_in(with_lists(files));
  if (GetParam().found.empty()) {
    EXPECT_THAT(found, IsEmpty());
    return;
  }
  ASSERT_EQ(found.size(), 1U) << testing::PrintToString(found);
  EXPECT_THAT(found[0], testing::StartsWith(fmt::format("index.html:{}:{} ", last_line, GetParam().found)));
}

const std::vector<Fault> faults = {
    // links
    {R"(<a href="no.html">)", "6: verify-broken-link"},
    {R"(<a class="x" href='no.html?a#b'>)", "16: verify-broken-link"},
    {R"(<a href="../outside.html">)", "6: verify-broken-link"},
    {R"(<a href="sok/index.html/">)", "6: verify-broken-link"},
    {R"(<a href="Sok/index.html">)", "6: verify-broken-link"},
    {R"(<img alt="" src="no.png">)", "15: verify-broken-link"},
    {R"(<img alt="" srcset="assets/a.png 1x, no.png 2x">)", "15: verify-broken-link"},
    {R"(<form action="no.html">)", "9: verify-broken-link"},
    {R"(<button formaction="no.html">)", "11: verify-broken-link"},
    {R"(<template><a href="no.html"></template>)", "16: verify-broken-link"},
    {R"(<noscript><img src="no.png"></noscript>)", "18: verify-broken-link"},
    {R"(<base href="x/">)", "9: verify-broken-link"},
    {R"(<b><p><a href="no.html"><b></p></a></b>)", "12: verify-broken-link"},
    {R"(<a href=" sok/./index.html&#35;">)", ""},
    {R"(<a href="">)", ""},
    {R"(<a href="?q=1">)", ""},
    {R"(<img src="data:image/png;base64,AA==" alt="">)", ""},
    {R"(<img srcset="data:image/png;base64,AA== 1x, assets/a.png" alt="">)", ""},
    {R"(<a href="tel:+46">)", ""},
    // fragments
    {R"(<a href="#no">)", "6: verify-broken-fragment"},
    {R"(<a href="moten/traff-2/index.html#p-2">)", "6: verify-broken-fragment"},
    {R"(<a href="moten/traff-2/index.html#:~:text=ett">)", ""},
    // places that depend on where the site lies
    {R"(<a href="/index.html">)", "6: verify-root-relative"},
    {R"(<a href="\index.html">)", "6: verify-root-relative"},
    {R"(<img src="/a.png">)", "8: verify-root-relative"},
    {R"(<a href="//example.se/">)", "6: verify-root-relative"},
    {R"(<a href="file:///home/me/a.html">)", "6: verify-root-relative"},
    {R"(<a href="sok/">)", "6: verify-folder-link"},
    {R"(<a href="sok">)", "6: verify-folder-link"},
    {R"(<a href="./">)", "6: verify-folder-link"},
    {R"(<a href="moten/..">)", "6: verify-folder-link"},
    {R"(<form action=".">)", "9: verify-folder-link"},
    // what comes from outside
    {R"(<img src="https://example.se/a.png">)", "8: verify-external-resource"},
    {R"(<img srcset="http://example.se/a.png 2x">)", "8: verify-external-resource"},
    {R"(<script src="//example.se/a.js"></script>)", "11: verify-external-resource"},
    {R"(<iframe src="HTTPS://example.se"></iframe>)", "11: verify-external-resource"},
    {R"(<link rel="Stylesheet" href="https://example.se/a.css">)", "26: verify-external-resource"},
    {R"(<link rel="shortcut icon" href="https://example.se/a.ico">)", "29: verify-external-resource"},
    {R"(<link rel="preload" href="//example.se/a.css">)", "23: verify-external-resource"},
    {R"(<link rel="alternate" href="https://example.se/en/">)", ""},
    {R"(<svg><image xlink:href="https://example.se/a.png"/></svg>)", "15: verify-external-resource"},
    {R"(<svg><a xlink:href="https://example.se/"></a></svg>)", ""},
    // own code
    {R"(<script>alert(1)</script>)", "3: verify-inline-script"},
    {R"(<style>a{}</style>)", "3: verify-inline-script"},
    {R"(<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha384-x'"><style>a{}</style>)",
     "97: verify-inline-script"},
    {R"(<p style="color:red">)", "6: verify-inline-script"},
    {R"(<p onclick="x">)", "6: verify-inline-script"},
    {R"(<a href=" java&#115;cript:x">)", "6: verify-inline-script"},
    {R"(<iframe srcdoc="x"></iframe>)", "11: verify-inline-script"},
    {R"(<svg><circle style="fill:red"/></svg>)", "16: verify-inline-script"},
    {R"(<script type="application/ld+json">{}</script>)", ""},
    {R"(<script src="assets/site.js" integrity="sha256-x"></script>)", "32: verify-integrity-attribute"},
    {R"(<script type="module" src="assets/site.js"></script>)", "3: verify-online-only-script"},
    {R"(<svg><use href="assets/a.png#x"/></svg>)", "13: verify-online-only-script"},
};
INSTANTIATE_TEST_SUITE_P(Sown, PageFault, testing::ValuesIn(faults));

// The findings in the site after a file was put in, with lists that are right.
std::vector<std::string> with_file(const std::string& path, const std::string& bytes) {
  SiteFiles files = good_site();
  files[path] = bytes;
  return findings_in(with_lists(files));
}

TEST(Verify, ReadsStylesheets) {
  EXPECT_THAT(with_file("assets/x.css", "a{}\nå { src: URL(https://e.se/a.woff) }"),
              ElementsAre(HasSubstr("assets/x.css:2:10: verify-external-resource")));
  EXPECT_THAT(with_file("assets/x.css", "@import '//e.se/a.css';"), ElementsAre(HasSubstr(":1:1: verify-external")));
  EXPECT_THAT(with_file("assets/x.css", "@import url(no.css);"), ElementsAre(HasSubstr(":1:9: verify-broken-link")));
  EXPECT_THAT(with_file("assets/x.css", "a { b: url(/a.png) }"), ElementsAre(HasSubstr(":1:8: verify-root-relative")));
  EXPECT_THAT(with_file("assets/x.css", "a { content: \"url(no.png)\" } /* @import 'x' */ b { c: url("), IsEmpty());
}

TEST(Verify, ReadsScripts) {
  for (const char* bad : {"fetch('a.json')",
                          "window.fetch (a)",
                          "x = new XMLHttpRequest()",
                          "new window.XMLHttpRequest",
                          "import('./a.js')",
                          "import a from './a.js'",
                          "import './a.js'",
                          "export default 1",
                          "new Worker('a.js')",
                          "new SharedWorker(`a.js`)",
                          "s.type = 'module'",
                          "s.setAttribute('type', 'module')",
                          "a = b / c; fetch(d) / e",
                          "`${fetch(a)}`",
                          "var f = fetch; f(a)",
                          "self['fetch'](a)",
                          "top.fetch?.(a)",
                          "new WebTransport(a)",
                          "new Worker(a)",
                          "CSS.paintWorklet.addModule(a)",
                          "var a = 1\nimport b from './b.js'",
                          "if (/[/]\"/.test(a)) fetch(b)",
                          "importScripts('a.js')",
                          "'it\\'s'; fetch(a)"}) {
    EXPECT_THAT(with_file("assets/x.js", bad), ElementsAre(HasSubstr("verify-online-only-script"))) << bad;
  }
  for (const char* fine : {"store.fetch(a)", "function fetch(a) {}", "// fetch(a)\n", "/* fetch(a) */", "'fetch(a)'",
                           "`fetch(a) ${b} fetch(c)`", "a = /fetch(b)/", "new Worker(URL.createObjectURL(blob))",
                           "if (window.fetch) b()", "a.import(b)", "typeof XMLHttpRequest", "x = {import: 1}", "`", "'",
                           "/", "a = {type: 'module'}", "var prefetch = 1; prefetch(2)"}) {
    EXPECT_THAT(with_file("assets/x.js", fine), IsEmpty()) << fine;
  }
  EXPECT_THAT(with_file("assets/x.js", "var å;\n  å = fetch(b);"),
              ElementsAre(HasSubstr("assets/x.js:2:7: verify-online-only-script fetch() does not")));
}

TEST(Verify, FindsOrphans) {
  EXPECT_THAT(with_file("ensam/index.html", "<!doctype html>" + policy + "<a href='../index.html'>hem</a>"),
              ElementsAre(HasSubstr("ensam/index.html:0:0: verify-orphan")));
  // Two that lead to each other only.
  SiteFiles files = good_site();
  files["a/index.html"] = policy + "<a href='../b/index.html'>b</a>";
  files["b/index.html"] = policy + "<a href='../a/index.html'>a</a>";
  EXPECT_THAT(findings_in(with_lists(files)),
              ElementsAre(HasSubstr("a/index.html:0:0: verify-orphan"), HasSubstr("b/index.html:0:0: verify-orphan")));
}

TEST(Verify, FindsBadNames) {
  const auto fault = [](const std::string& path) { return with_file(path, ""); };
  EXPECT_THAT(fault("data/con.csv"), ElementsAre(HasSubstr("data/con.csv:0:0: verify-bad-name")));
  EXPECT_THAT(fault("LPT1"), ElementsAre(HasSubstr("verify-bad-name")));
  EXPECT_THAT(fault("com10.txt"), IsEmpty());
  EXPECT_THAT(fault("a:b"), ElementsAre(HasSubstr("holds :")));
  EXPECT_THAT(fault("data./a"), ElementsAre(HasSubstr("data.:0:0: verify-bad-name")));
  EXPECT_THAT(fault("assets/A.PNG"), ElementsAre(HasSubstr("the same name as \"assets/A.PNG\"")));
  EXPECT_THAT(fault("Assets/x"), ElementsAre(HasSubstr("assets:0:0: verify-bad-name the same name as \"Assets\"")));
  EXPECT_THAT(fault(std::string(116, 'a') + ".txt"), IsEmpty());
  EXPECT_THAT(fault(std::string(117, 'a') + ".txt"), ElementsAre(HasSubstr("has 121 characters")));
}

TEST(Verify, FindsLinksAmongTheFiles) {
  MemoryDisk::Files files;
  for (const auto& [path, bytes] : with_lists(good_site())) files["/site/" + path] = bytes;
  MemoryDisk disk(files);
  disk.add_link("/site/shortcut", "index.html");
  const auto report = verify_site(disk, "/site", 1);
  ASSERT_EQ(report->findings.all().size(), 1U);
  EXPECT_EQ(report->findings.all()[0].id, "verify-bad-name");
}

TEST(Verify, ChecksSums) {
  SiteFiles files = with_lists(good_site());
  files["assets/a.png"] = "changed";
  EXPECT_THAT(findings_in(files), ElementsAre(HasSubstr("SHA256SUMS:2:1: verify-bad-sum \"assets/a.png\" is not")));
  files = with_lists(good_site());
  files["foreign.txt"] = "";
  EXPECT_THAT(findings_in(files), ElementsAre(HasSubstr("foreign.txt:0:0: verify-bad-sum")));
  files = with_lists(good_site());
  files["SHA256SUMS"] += "broken\n" + std::string(64, 'a') + "  gone.txt\n";
  EXPECT_THAT(findings_in(files), ElementsAre(HasSubstr("SHA256SUMS:13:1: verify-bad-sum not a line"),
                                              HasSubstr("SHA256SUMS:14:67: verify-bad-sum \"gone.txt\"")));
  files.erase("SHA256SUMS");
  EXPECT_THAT(findings_in(files), ElementsAre(HasSubstr("verify-bad-sum the folder has no SHA256SUMS")));
}

TEST(Verify, ChecksTheManifest) {
  const auto found = [](const std::string& from, const std::string& to) {
    SiteFiles files = good_site();
    files["manifest.json"] = replace_all(manifest_of(files), from, to);
    return findings_in(with_lists(files));
  };
  EXPECT_THAT(found("\"format\":1", "\"format\":2"), ElementsAre(HasSubstr("manifest.json:1:11: verify-bad-manifest")));
  EXPECT_THAT(found("\"index.html\"", "\"no.html\""), ElementsAre(HasSubstr("does not name \"index.html\""),
                                                                  HasSubstr("manifest.json:4:3: verify-bad-manifest")));
  EXPECT_THAT(found("\"två\"", "\"tre\""), ElementsAre(HasSubstr("has no passage \"tre\"")));
  EXPECT_THAT(found("sha256\":\"", "sha256\":\"0"), testing::SizeIs(5));
  EXPECT_THAT(found("\"sha256\"", "\"sha\""), testing::Each(HasSubstr("has no sha256")));
  EXPECT_THAT(found("}}", "}"), ElementsAre(HasSubstr("not JSON: a } is missing")));
  EXPECT_THAT(found("\"pages\"", "\"page\""), ElementsAre(HasSubstr("no map of pages")));
  SiteFiles files = good_site();
  files["SHA256SUMS"] = sums_of(files);
  EXPECT_THAT(findings_in(files).size(), 1U);
}

TEST(Verify, FindsWhatIsNotUtf8) {
  EXPECT_THAT(with_file("404.html", "<p>\nå\xFF"), ElementsAre(HasSubstr("404.html:2:2: bad-utf8")));
  EXPECT_THAT(with_file("data/a.csv", "\xFF"), IsEmpty());
}

TEST(Verify, OnlyThePageThatServersShowAnywhereHasLinksFromTheRoot) {
  EXPECT_THAT(with_file("404.html", policy + "<a href=\"/x/index.html\">a</a> <a href=\"/x/sok/index.html?q#r\">b</a>"),
              IsEmpty());
  EXPECT_THAT(with_file("404.html", policy + "<a href=\"/index.html\">a</a>"), IsEmpty());
  // The site lies in one folder of the server.
  EXPECT_THAT(with_file("404.html", policy + "<a href=\"/index.html\">a</a> <a href=\"/x/sok/index.html\">b</a>"),
              ElementsAre(HasSubstr("verify-root-relative")));
  EXPECT_THAT(with_file("404.html", policy + "<a href=\"/x/no.html\">a</a>"),
              ElementsAre(HasSubstr("verify-root-relative")));
}

TEST(Verify, FindsWhatIsForNobodyElse) {
  EXPECT_THAT(with_file("data/a.csv", "namn;nr\nx;850709-9805\n"),
              ElementsAre(HasSubstr("data/a.csv:2:3: verify-personal-number")));
  EXPECT_THAT(with_file("assets/x.js", "a = [8507099805];"), IsEmpty());
  EXPECT_THAT(with_file("assets/x.js", "a = '850709-9805';"), ElementsAre(HasSubstr("verify-personal-number")));
  SiteFiles files = good_site();
  files["manifest.json"] = replace_all(manifest_of(files), R"("title":"T")", R"("not_public":"draft")");
  const auto found = findings_in(with_lists(files));
  EXPECT_THAT(found, testing::SizeIs(5));
  EXPECT_THAT(found, testing::Contains("index.html:0:0: verify-internal the page is not for the public: draft"));
}

TEST(Verify, JudgesPolicies) {
  const auto found = [](const std::string& page_policy) {
    return with_file("404.html", "<meta http-equiv=content-security-policy content=\"" + page_policy + "\">");
  };
  EXPECT_THAT(
      found("default-src 'none'; style-src 'self'; worker-src blob:; form-action 'self' file:; base-uri 'none'"),
      IsEmpty());
  EXPECT_THAT(found("style-src 'self'"), ElementsAre(HasSubstr("404.html:1:42: verify-no-policy")));
  EXPECT_THAT(found("default-src 'none'; base-uri 'none'"), ElementsAre(HasSubstr("lacks base-uri or form-action")));
  EXPECT_THAT(found("default-src 'none'; base-uri 'self'"), ElementsAre(HasSubstr("lets in 'self'")));
  EXPECT_THAT(found("default-src 'none'; script-src blob:"), ElementsAre(HasSubstr("lets in blob:")));
  for (const char* let_in : {"'unsafe-inline'", "'unsafe-eval'", "https:", "*", "data:", "https://example.se"}) {
    EXPECT_THAT(found("default-src 'none'; script-src 'self' " + std::string(let_in)),
                ElementsAre(HasSubstr("lets in " + std::string(let_in))));
  }
  EXPECT_THAT(with_file("404.html", "<p>"), ElementsAre("404.html:0:0: verify-no-policy the page has no content "
                                                        "security policy"));
}

TEST(Verify, LetsInRulesOfStyleThatThePolicyNames) {
  const std::string named =
      "<meta http-equiv=content-security-policy content=\"default-src 'none'; style-src "
      "'sha384-m4Zcd9m9Kerya2aMKZ9CuL1yv7QLjdpmEo79GaQCk1uO2U4trsxWuyqSJsOzpOru'; base-uri 'none'; form-action "
      "'none'\">";
  const std::string rules = "<style>a{}</style>";
  EXPECT_THAT(with_file("404.html", named + rules), IsEmpty());
  EXPECT_THAT(with_file("404.html", policy + rules), ElementsAre(HasSubstr("the page holds a <style>")));
  // A policy counts in the head alone.
  EXPECT_THAT(with_file("404.html", policy + "<p>x</p>" + named + rules),
              ElementsAre(HasSubstr("the page holds a <style>")));
}

TEST(Verify, GivesHints) {
  SiteFiles files = good_site();
  files["index.html"] += "<a href='Sok/Index.html'></a><a href='sok/'></a><a href='moten/traff-2/index.html#p-11'></a>";
  MemoryDisk::Files on_disk;
  for (const auto& [path, bytes] : with_lists(files)) on_disk["/site/" + path] = bytes;
  std::vector<std::string> hints;
  const auto report = verify_site(MemoryDisk(on_disk), "/site", 2);
  for (const Diagnostic& finding : report->findings.all()) hints.push_back(finding.hint.english);
  EXPECT_THAT(hints, ElementsAre("did you mean sok/index.html?", "lead to sok/index.html", "did you mean #p-1?"));
}

}  // namespace
}  // namespace vav
