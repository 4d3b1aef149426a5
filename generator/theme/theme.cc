#include "theme/theme.h"

#include <algorithm>
#include <fmt/format.h>
#include <tuple>

#include "base/address.h"
#include "base/hash.h"
#include "base/text.h"
#include "theme/stylesheet.h"
#include "theme/theme_settings.h"
#include "yaml/parse.h"

namespace vav {
namespace {

constexpr std::size_t fingerprint_length = 8;

// The words of one language, and where each was written last.
struct Words {
  MapBuilder map;
  std::map<std::string, SourceSpan, std::less<>> spans;
};

class ThemeLoader {
 public:
  ThemeLoader(const Disk& disk, const ThemeFolders& folders, const SiteConfig& config, Diagnostics& diagnostics)
      : disk_(disk), folders_(folders), config_(config), diagnostics_(diagnostics) {}

  std::optional<Theme> load(const std::vector<std::string>& own_filters) {
    files_ = read_theme_files(disk_, folders_, diagnostics_);
    if (diagnostics_.has_errors() && files_.empty()) return std::nullopt;
    Theme theme;
    read_settings(theme);
    read_strings(theme);
    check_kind_templates();
    compile(theme, own_filters);
    add_static_files(theme);
    read_assets(theme);
    std::ranges::sort(theme.assets, {}, &Asset::name);
    if (diagnostics_.has_errors()) return std::nullopt;
    return theme;
  }

 private:
  void read_settings(Theme& theme) {
    settings_ = read_theme_settings(files_, folders_.finding_prefix + std::string(theme_file), diagnostics_);
    // A theme at fault may lack what vav.yaml chooses.
    if (!diagnostics_.has_errors()) choose_settings(settings_, config_.theme_settings, diagnostics_);
    MapBuilder values;
    for (const Setting& one : settings_) values.set(one.name, one.value);
    theme.settings = std::move(values).build();
  }

  void read_strings(Theme& theme) {
    std::map<std::string, Words> words;
    for (const auto& [path, versions] : files_) {
      if (!path.starts_with(strings_folder)) continue;
      const std::string language(file_name(path).substr(0, file_name(path).find('.')));
      for (const ThemeFile& file : versions) add_words(file, words[language]);
    }
    if (words.empty()) {
      diagnostics_.add("bad-theme", {folders_.finding_prefix + std::string(strings_folder), {}},
                       say("the theme has no interface words: strings/sv.yaml"));
      return;
    }
    for (const auto& [language, own] : words) {
      for (const auto& [other_language, other] : words) check_keys(own, other_language, other);
    }
    for (auto& [language, own] : words) theme.strings[language] = std::move(own.map).build();
  }

  void add_words(const ThemeFile& file, Words& words) {
    const Value map = parse_yaml(file.text, file.finding_path, 1, {}, diagnostics_);
    if (!map.is_map() && !map.is_null()) {
      diagnostics_.add("bad-theme", {file.finding_path, map.place()},
                       say("the words of a theme are a map of keys and texts, not a {}", type_word(map)));
    }
    if (!map.is_map()) return;
    for (const Entry& entry : *map.entries()) {
      if (!entry.value.is_text()) {
        diagnostics_.add("bad-theme", {file.finding_path, entry.key_place},
                         say("'{}' must be {}, not a {}", entry.key, say("text"), type_word(entry.value)),
                         say("write it in quotation marks"));
      }
      words.map.set(entry.key, entry.value);
      words.spans[entry.key] = {file.finding_path, entry.key_place};
    }
  }

  // File by file, each from top to bottom.
  void check_keys(const Words& own, const std::string& other_language, const Words& other) {
    std::vector<std::pair<SourceSpan, std::string>> alone;
    for (const auto& [key, span] : own.spans) {
      if (!other.spans.contains(key)) alone.emplace_back(span, key);
    }
    std::ranges::sort(alone, {}, [](const auto& one) { return std::tie(one.first.path, one.first.place.line); });
    for (const auto& [span, key] : alone) {
      diagnostics_.add("bad-theme", span, say("'{}' has no counterpart in strings/{}.yaml", key, other_language));
    }
  }

  // A theme may have a template for a kind that not every site has; the site's own folder has one for a kind of its
  // own.
  void check_kind_templates() {
    constexpr std::string_view folder = "templates/kinds/";
    std::vector<std::string> kinds;
    for (const Kind& kind : config_.schema.kinds) kinds.push_back(kind.id);
    for (const auto& [path, versions] : files_) {
      if (!path.starts_with(folder) || versions.size() > 1 || versions.back().origin != ThemeOrigin::content) continue;
      const std::string kind(file_name(path).substr(0, file_name(path).find('.')));
      if (std::ranges::find(kinds, kind) != kinds.end()) continue;
      const Wording near = did_you_mean(kind, kinds);
      diagnostics_.add("bad-theme", {versions.back().finding_path, {}}, say("there is no kind '{}'", kind),
                       near.empty() ? say("kinds of vav.yaml: {}", join(kinds, ", ")) : near);
    }
  }

  // Those of pages that every site has, and of those that vav.yaml asks for.
  std::vector<std::string_view> needed_templates() const {
    std::vector<std::string_view> needed = {"page.html",     "start.html",        "list.html",        "register.html",
                                            "search.html",   "404.html",          "redirect.html",    "withdrawn.html",
                                            "overview.html", "traceability.html", "traced_kind.html", "traced_row.html",
                                            "matrix.html",   "coverage.html"};
    if (!config_.timeline.dates.empty()) needed.emplace_back("timeline.html");
    if (config_.menus_name(news_address)) needed.insert(needed.end(), {"news.html", "since.html"});
    if (config_.menus_name(report_address)) needed.insert(needed.end(), {"report.html", "report_file.html"});
    return needed;
  }

  void compile(Theme& theme, const std::vector<std::string>& own_filters) {
    std::vector<TemplateSource> sources;
    for (const auto& [path, versions] : files_) {
      const ThemeFile& file = versions.back();
      if (path.starts_with(templates_folder))
        sources.push_back({path.substr(templates_folder.size()), file.finding_path, file.text});
    }
    theme.templates = TemplateSet::compile(sources, own_filters, diagnostics_);
    for (const std::string_view needed : needed_templates()) {
      if (!diagnostics_.has_errors() && !theme.templates.has(needed)) {
        diagnostics_.add("bad-theme", {folders_.finding_prefix + "templates/", {}},
                         say("the theme has no template '{}'", needed),
                         say("write it, or build on the theme that comes with vav: 'inherits: vav' in theme.yaml"));
      }
    }
  }

  void add_static_files(Theme& theme) {
    const std::string css = settings_css(settings_);
    bool placed = false;
    for (const auto& [path, versions] : files_) {
      if (!path.starts_with(static_folder)) continue;
      std::string bytes = versions.back().text;
      if (extension(path) == "css" && bytes.find(settings_mark) != std::string::npos) {
        placed = true;
        bytes = replace_all(bytes, settings_mark, css);
      }
      if (extension(path) == "css") bytes = compact_stylesheet(bytes);
      add_asset(theme, path.substr(static_folder.size()), bytes);
    }
    const auto styled = std::ranges::find_if(settings_, [](const Setting& one) { return !one.css.empty(); });
    if (placed || styled == settings_.end()) return;
    diagnostics_.add("bad-theme", styled->css_span,
                     say("no stylesheet of the theme takes the settings, so '{}' changes nothing", styled->name),
                     say("write a line {} in static/*.css, before the rules that use it", settings_mark));
  }

  static void add_asset(Theme& theme, const std::string& name, const std::string& bytes) {
    const std::size_t dot = name.rfind('.');
    const std::string stem = name.substr(0, dot);
    const std::string rest = dot == std::string::npos ? "" : name.substr(dot);
    theme.assets.push_back(
        {name, fmt::format("assets/{}.{}{}", stem, fingerprint(bytes).substr(0, fingerprint_length), rest), bytes});
  }

  void read_assets(Theme& theme) {
    const Result<std::vector<FileEntry>> entries = disk_.list_tree(folders_.assets);
    if (!entries) {
      diagnostics_.add("bad-theme", {folders_.assets, {}},
                       say("the search scripts are not there: {}", entries.failure().message),
                       say("./dev site builds them"));
      return;
    }
    for (const FileEntry& entry : *entries) {
      if (entry.type != FileType::file) continue;
      const Result<std::string> bytes = disk_.read_file(join_path(folders_.assets, entry.path));
      if (bytes) add_asset(theme, entry.path, *bytes);
      if (!bytes) diagnostics_.add("bad-theme", {entry.path, {}}, as_written(bytes.failure().message));
    }
  }

  const Disk& disk_;
  const ThemeFolders& folders_;
  const SiteConfig& config_;
  Diagnostics& diagnostics_;
  ThemeFiles files_;
  std::vector<Setting> settings_;
};

}  // namespace

std::optional<Theme> load_theme(const Disk& disk, const ThemeFolders& folders, const SiteConfig& config,
                                const std::vector<std::string>& own_filters, Diagnostics& diagnostics) {
  return ThemeLoader(disk, folders, config, diagnostics).load(own_filters);
}

}  // namespace vav
