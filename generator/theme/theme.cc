#include "theme/theme.h"

#include <algorithm>
#include <fmt/format.h>

#include "base/address.h"
#include "base/hash.h"
#include "base/text.h"
#include "config/reader.h"
#include "yaml/parse.h"

namespace vav {
namespace {

constexpr std::string_view templates_folder = "templates/";
constexpr std::string_view static_folder = "static/";
constexpr std::string_view strings_folder = "strings/";
constexpr std::size_t fingerprint_length = 8;

struct ThemeFile {
  std::string finding_path;
  std::string text;
};
using ThemeFiles = std::map<std::string, ThemeFile>;  // by path in the theme

class ThemeLoader {
 public:
  ThemeLoader(const Disk& disk, const ThemeFolders& folders, Diagnostics& diagnostics)
      : disk_(disk), folders_(folders), diagnostics_(diagnostics) {}

  std::optional<Theme> load(const std::vector<std::string>& own_filters) {
    if (!read_folder(folders_.theme, folders_.finding_prefix)) return std::nullopt;
    if (disk_.type_of(folders_.override_folder, true) == FileType::folder)
      read_folder(folders_.override_folder, "theme/");
    Theme theme;
    read_settings(theme);
    read_strings(theme);
    compile(theme, own_filters);
    for (const auto& [path, file] : files_) {
      if (path.starts_with(static_folder)) add_asset(theme, path.substr(static_folder.size()), file.text);
    }
    read_assets(theme);
    std::ranges::sort(theme.assets, {}, &Asset::name);
    if (diagnostics_.has_errors()) return std::nullopt;
    return theme;
  }

 private:
  // Later folders win file by file.
  bool read_folder(const std::string& folder, const std::string& finding_prefix) {
    const Result<std::vector<FileEntry>> entries = disk_.list_tree(folder);
    if (!entries) {
      diagnostics_.add("bad-theme", {finding_prefix.empty() ? folder : finding_prefix, {}},
                       say("the theme cannot be read: {}", entries.failure().message),
                       say("name a theme's folder with --theme"));
      return false;
    }
    for (const FileEntry& entry : *entries) {
      if (entry.type != FileType::file) continue;
      Result<std::string> text = disk_.read_file(join_path(folder, entry.path));
      const std::string finding_path = join_path(finding_prefix, entry.path);
      if (!text) {
        diagnostics_.add("bad-theme", {finding_path, {}}, as_written(text.failure().message),
                         as_written(text.failure().hint));
        continue;
      }
      files_[entry.path] = {finding_path, std::move(*text)};
    }
    return true;
  }

  void read_settings(Theme& theme) {
    const auto found = files_.find("theme.yaml");
    if (found == files_.end()) {
      diagnostics_.add("bad-theme", {folders_.finding_prefix + "theme.yaml", {}}, say("the theme has no theme.yaml"));
      return;
    }
    const auto& [finding_path, text] = found->second;
    const Value file = parse_yaml(text, finding_path, 1, {}, diagnostics_);
    MapReader reader(file, as_written("theme.yaml"), finding_path, diagnostics_);
    reader.required_text("name");
    reader.text("title");
    reader.text("description");
    MapBuilder settings;
    const Value& declared = reader.value("settings");
    if (const Entries* entries = declared.entries()) {
      for (const Entry& entry : *entries) {
        MapReader setting(entry.value, say("the setting '{}'", entry.key), finding_path, diagnostics_);
        settings.set(entry.key, setting.value("default"));
        setting.value("help");
        setting.finish();
      }
    }
    reader.finish();
    theme.settings = std::move(settings).build();
  }

  void read_strings(Theme& theme) {
    for (const auto& [path, file] : files_) {
      if (!path.starts_with(strings_folder) || extension(path) != "yaml") continue;
      const std::string language(file_name(path).substr(0, file_name(path).find('.')));
      const Value map = parse_yaml(file.text, file.finding_path, 1, {}, diagnostics_);
      if (map.is_map()) theme.strings[language] = map;
    }
    if (theme.strings.empty()) {
      diagnostics_.add("bad-theme", {folders_.finding_prefix + "strings/", {}},
                       say("the theme has no interface words: strings/sv.yaml"));
      return;
    }
    for (const auto& [language, map] : theme.strings) {
      for (const auto& [other_language, other] : theme.strings) check_keys(language, map, other_language, other);
    }
  }

  static std::string strings_file(const std::string& language) {
    return std::string(strings_folder) + language + ".yaml";
  }

  void check_keys(const std::string& language, const Value& map, const std::string& other_language,
                  const Value& other) {
    for (const Entry& entry : *map.entries()) {
      if (other.find(entry.key)) continue;
      diagnostics_.add("bad-theme", {files_.at(strings_file(language)).finding_path, entry.key_place},
                       say("'{}' has no counterpart in strings/{}.yaml", entry.key, other_language));
    }
  }

  void compile(Theme& theme, const std::vector<std::string>& own_filters) {
    std::vector<TemplateSource> sources;
    for (const auto& [path, file] : files_) {
      if (path.starts_with(templates_folder))
        sources.push_back({path.substr(templates_folder.size()), file.finding_path, file.text});
    }
    theme.templates = TemplateSet::compile(sources, own_filters, diagnostics_);
    for (const char* needed :
         {"page.html", "start.html", "list.html", "register.html", "search.html", "404.html", "redirect.html"}) {
      if (!diagnostics_.has_errors() && !theme.templates.has(needed)) {
        diagnostics_.add("bad-theme", {folders_.finding_prefix + "templates/", {}},
                         say("the theme has no template '{}'", needed));
      }
    }
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
  Diagnostics& diagnostics_;
  ThemeFiles files_;
};

}  // namespace

std::optional<Theme> load_theme(const Disk& disk, const ThemeFolders& folders,
                                const std::vector<std::string>& own_filters, Diagnostics& diagnostics) {
  return ThemeLoader(disk, folders, diagnostics).load(own_filters);
}

}  // namespace vav
