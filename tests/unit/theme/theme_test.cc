#include "theme/theme.h"

#include <algorithm>
#include <gtest/gtest.h>

namespace vav {
namespace {

const ThemeFolders folders = {.theme = "/own",
                              .override_folder = "/content/theme",
                              .assets = "/assets",
                              .finding_prefix = "own/",
                              .with_vav = "/vav",
                              .with_vav_prefix = "vav/"};

std::map<std::string, std::string> two_themes() {
  std::map<std::string, std::string> files = {
      {"/vav/theme.yaml", "name: vav\nsettings:\n  menus: {default: 2, help: Menus.}\n"},
      {"/vav/strings/sv.yaml", "start: Start\nsearch: Sök\n"},
      {"/vav/static/site.css", "/* vav:settings */\np {}"},
      {"/own/theme.yaml",
       "name: own\ninherits: vav\nsettings:\n  menus: 1\n  width: {default: 30, unit: rem, css: --width, help: "
       "Width.}\n"},
      {"/own/strings/sv.yaml", "search: Leta\n"},
      {"/own/templates/page.html", "own"},
      {"/content/theme/templates/list.html", "content"},
      {"/assets/search.js", ""}};
  for (const char* name : {"page", "start", "list", "register", "search", "404", "redirect", "withdrawn", "overview",
                           "traceability", "traced_kind", "traced_row", "matrix", "coverage"})
    files[std::string("/vav/templates/") + name + ".html"] = "vav";
  return files;
}

struct Loaded {
  Diagnostics diagnostics;
  std::optional<Theme> theme;

  std::string render(std::string_view name) { return theme->templates.render(name, Value(Entries{}), {}, diagnostics); }
  std::string bytes(std::string_view name) const { return std::ranges::find(theme->assets, name, &Asset::name)->bytes; }
};

Loaded load(const std::map<std::string, std::string>& files, const Value& chosen = {}) {
  MemoryDisk disk;
  for (const auto& [path, text] : files) {
    EXPECT_TRUE(disk.make_folder(path.substr(0, path.rfind('/'))));
    EXPECT_TRUE(disk.write_file(path, text));
  }
  SiteConfig config;
  config.theme_settings = chosen;
  Loaded loaded;
  loaded.theme = load_theme(disk, folders, config, {}, loaded.diagnostics);
  return loaded;
}

TEST(Theme, TheLastVersionOfAFileWins) {
  Loaded loaded = load(two_themes());
  ASSERT_TRUE(loaded.theme) << loaded.diagnostics.all().front().message.english;
  EXPECT_EQ(loaded.render("page.html"), "own");
  EXPECT_EQ(loaded.render("list.html"), "content");
  EXPECT_EQ(loaded.render("404.html"), "vav");
}

TEST(Theme, WordsAndSettingsAddToThoseBefore) {
  const Loaded loaded = load(two_themes(), Value::map({{"width", 31}}));
  ASSERT_TRUE(loaded.theme);
  EXPECT_EQ(to_json(loaded.theme->strings.at("sv")), R"({"start":"Start","search":"Leta"})");
  EXPECT_EQ(to_json(loaded.theme->settings), R"({"menus":1,"width":31})");
  EXPECT_EQ(loaded.bytes("site.css"), ":root{--width:31rem}p{}");
}

TEST(Theme, NothingIsInheritedUnasked) {
  auto files = two_themes();
  files["/own/theme.yaml"] = "name: own\n";
  const Loaded loaded = load(files);
  ASSERT_FALSE(loaded.theme);
  EXPECT_EQ(loaded.diagnostics.all().front().message.english, "the theme has no template 'start.html'");
}

TEST(Theme, AFileSaysWhatItIsForInItsFirstSentence) {
  EXPECT_EQ(purpose_of("templates/a.html", "{# One\n item. More. #}<p>"), "One item.");
  EXPECT_EQ(purpose_of("static/a.css", "\n/* Look */ p {}"), "Look");
  EXPECT_EQ(purpose_of("strings/sv.yaml", "# Ord.\nstart: Start"), "Ord.");
  EXPECT_EQ(purpose_of("static/a.svg", "<!-- A mark. --><svg/>"), "A mark.");
  EXPECT_EQ(purpose_of("templates/a.html", "<p>{# later #}"), "");
  EXPECT_EQ(purpose_of("static/a.woff2", "#x"), "");
}

}  // namespace
}  // namespace vav
