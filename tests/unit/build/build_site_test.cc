#include "build/build_site.h"

#include "../sample_site.h"
#include "base/text.h"
#include "render/render_site.h"

namespace vav {
namespace {

const std::map<std::string, std::string> theme_files = {
    {"/t/theme.yaml", "name: tiny\n"},
    {"/t/strings/en.yaml",
     "start: Home\nand: and\nyes: yes\nno: no\nregister: A-Z\nregister_title: Register\nsearch: Search\nsearch_title: "
     "Search\nungrouped: Others\nnot_found_title: Gone\n"},
    {"/t/static/site.css", "body{}"},
    {"/t/templates/page.html",
     "<h1>{{ page.title }}</h1>{{ page.body }}{% for s in page.sections %}<h2 id=\"{{ s.id }}\">{{ s.label }}</h2>"
     "{% for l in s.links %}<a href=\"{{ l.address | link }}\">{{ l.item.title }}</a>{% else %}{{ s.empty }}{% endfor "
     "%}{% endfor %}"
     "{% for p in page.evidence %}[{{ p.polarity }}{% for l in p.links %} {{ l.item.title }}{% endfor %}]{% endfor %}"
     "{% for b in page.backlinks %}<q>{{ b.sentence }}</q>{% endfor %}"},
    {"/t/templates/start.html", "{{ page.title }}"},
    {"/t/templates/list.html",
     "{% for g in page.groups %}{{ g.label }}:{% for i in g.items %}{{ i.title }},{% endfor %}{% endfor %}"},
    {"/t/templates/register.html",
     "{% for l in page.letters %}{{ l.letter }}({% for e in l.entries %}{{ e.text }},{% endfor %}){% endfor %}"},
    {"/t/templates/search.html", "search"},
    {"/t/templates/404.html", "404"},
    {"/t/templates/redirect.html", "to {{ page.target.address | link }}"},
    {"/t/templates/traceability.html", "{{ page.count }} rows"},
    {"/t/templates/withdrawn.html", "{{ page.title }}"},
    {"/t/templates/overview.html", "{{ page.title }}"},
    {"/t/templates/traced_kind.html", "{{ page.linked }} of {{ page.count }}"},
    {"/t/templates/traced_row.html", "{{ page.item.title }} {{ page.count }}"},
    {"/t/templates/matrix.html", "{{ page.count }} rows"},
    {"/t/templates/coverage.html", "{{ page.gaps }} gaps"},
    {"/a/search.js", "// nothing"},
};

std::string png_chunk(const std::string& type, const std::string& data) {
  const auto length = static_cast<char>(data.size());
  return std::string(3, '\0') + length + type + data + std::string(4, '\0');  // nobody here reads the checksum
}

// A picture of 2 by 3 pixels whose maker left a word in it.
std::string small_png() {
  const std::string size("\0\0\0\2\0\0\0\3\x08\0\0\0\0", 13);
  return "\x89PNG\r\n\x1A\n" + png_chunk("IHDR", size) + png_chunk("tEXt", std::string("Author\0canary", 13)) +
         png_chunk("IDAT", "pixels") + png_chunk("IEND", "");
}

std::map<std::string, std::string> sample_content() {
  return {{"/c/vav.yaml", sample::config_text},
          {"/c/pages/home.md", "---\ntitle: Home\n---\n"},
          {"/c/sessions/one.md",
           "---\ntitle: One\ndate: 2025\nredirect_from: old/name\n---\nText with ![b](b.png) and [d](d.pdf).\n"},
          {"/c/sessions/b.png", small_png()},
          {"/c/sessions/d.pdf", "pdf"},
          {"/c/notes/n.md", "---\ntitle: Älg\nsession: one\nby: p\n---\nWe met at [[one]]. Later.\n"},
          {"/c/people/p.md", "---\ntitle: Per\n---\n"},
          {"/c/people/q.md", "---\ntitle: Quist\n---\nHello. He saw [[one]] too. Later.\n"},
          {"/c/findings/f.md", "---\ntitle: F\nrests_on: n\n---\n"}};
}

struct Built {
  MemoryDisk disk;
  std::optional<Build> build;

  explicit Built(std::map<std::string, std::string> content, const std::function<void(BuildOptions&)>& adjust = {})
      : disk([&] {
          content.insert(theme_files.begin(), theme_files.end());
          return content;
        }()) {
    BuildOptions options;
    options.content = "/c";
    options.theme = {.theme = "/t", .override_folder = "/c/theme", .assets = "/a", .finding_prefix = "../t/"};
    options.today = {2026, 11, 22};
    if (adjust) adjust(options);
    Result<Build> result = build_site(disk, options, {});
    EXPECT_TRUE(result);
    if (result) build = std::move(*result);
  }

  std::string ids() const {
    std::string all;
    for (const Diagnostic& one : build->diagnostics.all()) all += one.span.path + " " + one.id + "; ";
    return all;
  }
  std::string bytes(const std::string& path) const {
    const OutputFile* file = build->tree ? build->tree->find(path) : nullptr;
    return file ? file->bytes : "(no file " + path + "; " + ids() + ")";
  }
};

TEST(BuildSite, EveryPageHasItsAddress) {
  const Built site(sample_content());
  ASSERT_TRUE(site.build->tree) << site.ids();
  for (const char* path :
       {"index.html", "404.html", "a-o/index.html", "sok/index.html", "sessions/index.html", "sessions/one/index.html",
        "notes/n/index.html", "people/index.html", "old/name/index.html", "manifest.json", "search/en/index.json",
        "search/en/documents.json", "sessions/one/b.png", "sessions/one/d.pdf"}) {
    EXPECT_NE(site.build->tree->find(path), nullptr) << path;
  }
  EXPECT_EQ(site.build->tree->find("sessions/one/d.pdf")->copy_from, "/c/sessions/d.pdf");
}

TEST(BuildSite, RelationsShowOnBothPages) {
  const Built site(sample_content());
  EXPECT_NE(site.bytes("sessions/one/index.html")
                .find("<h2 id=\"del-notes\">Notes</h2><a href=\"../../notes/n/index.html\">Älg</a>"),
            std::string::npos)
      << site.bytes("sessions/one/index.html");
  EXPECT_NE(site.bytes("findings/f/index.html").find("[for Älg]"), std::string::npos);
  EXPECT_NE(site.bytes("notes/n/index.html").find(">Supports</h2><a href=\"../../findings/f/index.html\">F</a>"),
            std::string::npos);
}

TEST(BuildSite, DeclaredSectionsFollowPathsAndSayWhenTheyAreEmpty) {
  const Built site(sample_content());
  EXPECT_NE(site.bytes("people/p/index.html").find(">Findings</h2><a href=\"../../findings/f/index.html\">F</a>"),
            std::string::npos);
  EXPECT_NE(site.bytes("people/p/index.html").find(">Said</h2>"), std::string::npos)
      << "an inverse that no section declares is shown all the same";
  EXPECT_NE(site.bytes("people/q/index.html").find("None yet."), std::string::npos);
}

TEST(BuildSite, BacklinksCarryTheSentenceUnlessTheRelationIsShownAlready) {
  const Built site(sample_content());
  EXPECT_EQ(site.bytes("sessions/one/index.html").find("<q>We met"), std::string::npos);
  EXPECT_NE(site.bytes("sessions/one/index.html").find("<q>He saw One too.</q>"), std::string::npos)
      << site.bytes("sessions/one/index.html");
}

TEST(BuildSite, RegisterIsInTheOrderOfTheLanguage) {
  const Built site(sample_content());
  EXPECT_EQ(site.bytes("a-o/index.html"), "A(Älg,)F(F,)H(Home,)O(One,)P(Per,)Q(Quist,)")
      << "the sample is English: ä is an a";
}

TEST(BuildSite, RedirectsLeadOn) {
  EXPECT_EQ(Built(sample_content()).bytes("old/name/index.html"), "to ../../sessions/one/index.html");
}

TEST(BuildSite, AnErrorLeavesNoTree) {
  auto content = sample_content();
  content["/c/notes/n.md"] = "---\ntitle: N\nsession: nothing\n---\n";
  const Built site(content);
  EXPECT_FALSE(site.build->tree);
  EXPECT_EQ(site.ids(), "notes/n.md unknown-reference; ");
}

TEST(BuildSite, KeepGoingLeavesFaultyPagesOutAndListsThem) {
  auto content = sample_content();
  content["/c/people/q.md"] = "---\nname: Q\n---\n";
  const Built site(content, [](BuildOptions& options) { options.keep_going = true; });
  ASSERT_TRUE(site.build->tree) << site.ids();
  EXPECT_EQ(site.build->tree->find("people/q/index.html"), nullptr);
  ASSERT_EQ(site.build->woven->left_out.size(), 1U);
  EXPECT_EQ(site.build->woven->left_out[0].path, "people/q.md");
  EXPECT_TRUE(stops_build(site.build->diagnostics, false));
}

TEST(BuildSite, WarningsStopOnlyWhenAskedTo) {
  auto content = sample_content();
  content["/c/sessions/unused.png"] = "x";
  EXPECT_TRUE(Built(content).build->tree);
  EXPECT_FALSE(Built(content, [](BuildOptions& options) { options.strict = true; }).build->tree);
}

TEST(BuildSite, DraftsAndInternalPagesStayAway) {
  auto content = sample_content();
  content["/c/people/q.md"] = "---\ntitle: Quist\nvisibility: internal\n---\n";
  content["/c/people/r.md"] = "---\ntitle: Ruth\ndraft: true\n---\n";
  const Built site(content);
  EXPECT_EQ(site.bytes("search/en/documents.json").find("Quist"), std::string::npos);
  EXPECT_EQ(site.bytes("a-o/index.html").find("Ruth"), std::string::npos);
  const Built with_drafts(content, [](BuildOptions& options) { options.with_drafts = true; });
  EXPECT_NE(with_drafts.bytes("a-o/index.html").find("Ruth"), std::string::npos);
  EXPECT_EQ(with_drafts.bytes("a-o/index.html").find("Quist"), std::string::npos);
}

TEST(BuildSite, PicturesGoOutWithTheirSizeAndWithoutWhatTheirMakerLeftInThem) {
  const Built site(sample_content());
  const std::string picture = site.bytes("sessions/one/b.png");
  EXPECT_NE(picture.find("pixels"), std::string::npos);
  EXPECT_EQ(picture.find("canary"), std::string::npos);
  EXPECT_NE(site.bytes("sessions/one/index.html").find(R"(width="2" height="3")"), std::string::npos);
}

TEST(BuildSite, ABrokenPictureIsAFinding) {
  auto content = sample_content();
  content["/c/sessions/b.png"] = "no picture";
  EXPECT_EQ(Built(content).ids(), "sessions/b.png bad-image; ");
}

TEST(BuildSite, StalePagesAreReportedByTheDayThatCountsAsToday) {
  auto content = sample_content();
  content["/c/people/p.md"] = "---\ntitle: Per\nreview: 2026-11-21\n---\n";
  content["/c/people/q.md"] = "---\ntitle: Quist\nreview: 2026-11-22\n---\n";
  EXPECT_EQ(Built(content).ids(), "people/p.md stale-page; ");
  content["/c/vav.yaml"] = std::string(sample::config_text) + "review: {after_months: 12}\n";
  content["/c/people/p.md"] = "---\ntitle: Per\npublished: 2025-11-21\n---\n";
  content["/c/people/q.md"] = "---\ntitle: Quist\npublished: 2020-01-01\nreviewed: 2025-11-22\n---\n";
  EXPECT_EQ(Built(content).ids(), "people/p.md stale-page; ");
}

TEST(BuildSite, AFileThatADraftOrABlockForEditorsNamesIsNotUnused) {
  auto content = sample_content();
  content["/c/people/a.png"] = "x";
  content["/c/people/b.png"] = "x";
  content["/c/people/p.md"] = "---\ntitle: Per\n---\n::: internal\n![a](a.png)\n:::\n";
  content["/c/people/q.md"] = "---\ntitle: Quist\ndraft: true\n---\n![b](b.png)\n";
  const Built site(content);
  EXPECT_EQ(site.ids(), "");
  EXPECT_EQ(site.build->tree->find("people/p/a.png"), nullptr);
}

TEST(BuildSite, AnEmptyOrMissingFolderIsToldApart) {
  using Files = std::map<std::string, std::string>;
  EXPECT_EQ(Built(Files{{"/c/vav.yaml", sample::config_text}}).ids(), "vav.yaml empty-content; ");
  EXPECT_EQ(Built(Files{{"/c/pages/home.md", "x"}}).ids(), "vav.yaml no-config; ");
  const MemoryDisk nothing;
  BuildOptions options;
  options.content = "/nowhere";
  EXPECT_FALSE(build_site(nothing, options, {}));
}

TEST(BuildSite, AStartPageThatIsNotThereIsFoundInTheConfiguration) {
  auto content = sample_content();
  content.erase("/c/pages/home.md");
  EXPECT_EQ(Built(content).ids(), "vav.yaml unknown-reference; ");
}

TEST(BuildSite, AFaultInATemplateIsToldOnceWithItsPlace) {
  auto content = sample_content();
  content["/c/theme/templates/page.html"] = "x\n{{ page.titel }}";
  const Built site(content);
  EXPECT_FALSE(site.build->tree);
  ASSERT_EQ(site.build->diagnostics.all().size(), 1U) << site.ids();
  EXPECT_EQ(site.build->diagnostics.all()[0].span.path, "theme/templates/page.html");
  EXPECT_EQ(site.build->diagnostics.all()[0].span.place.line, 2);
}

TEST(BuildSite, SameBytesWithAnyNumberOfThreads) {
  auto content = sample_content();
  for (int i = 0; i < 60; ++i) {
    content["/c/people/x" + std::to_string(i) + ".md"] = "---\ntitle: Person " + std::to_string(i) +
                                                         "\n---\nSee ~~not~~ [[n]] and https://example.org/" +
                                                         std::to_string(i) + " now.\n";
  }
  const Built serial(content, [](BuildOptions& options) { options.threads = 1; });
  const Built parallel(content, [](BuildOptions& options) { options.threads = 8; });
  ASSERT_TRUE(serial.build->tree && parallel.build->tree) << serial.ids();
  ASSERT_EQ(serial.build->tree->files().size(), parallel.build->tree->files().size());
  for (std::size_t i = 0; i < serial.build->tree->files().size(); ++i) {
    EXPECT_EQ(serial.build->tree->files()[i].bytes, parallel.build->tree->files()[i].bytes)
        << serial.build->tree->files()[i].path;
  }
}

}  // namespace
}  // namespace vav
