// The commands for designers: what the theme consists of, and one file of it to change.
#include <algorithm>
#include <fmt/format.h>

#include "authoring/new_file.h"
#include "base/address.h"
#include "base/text.h"
#include "cli/commands.h"
#include "cli/common.h"
#include "cli/console.h"
#include "theme/theme_settings.h"

namespace vav {
namespace {

// What a designer's commands look at. Pages are not read: what is wrong in one does not matter here.
struct ThemeView {
  RealDisk disk;
  BuildOptions options;
  ThemeFiles files;
  Diagnostics diagnostics;
  Exit exit = Exit::fine;
};

void read_theme(const CommonOptions& common, ThemeView& view) {
  const Result<BuildOptions> options = build_options(common, view.disk);
  if (!options) {
    view.exit = refuse(options.failure());
    return;
  }
  view.options = *options;
  if (view.disk.type_of(view.options.content, true) != FileType::folder) {
    view.exit = refuse({fmt::format("there is no content folder '{}'", view.options.content),
                        "name the folder that holds vav.yaml, or make one with vav init"});
    return;
  }
  view.files = read_theme_files(view.disk, view.options.theme, view.diagnostics);
}

// The folder that a version of a file lies in, as people call it.
Wording name_of(ThemeOrigin origin, const ThemeFolders& folders) {
  switch (origin) {
    case ThemeOrigin::with_vav:
      return as_written("vav");
    case ThemeOrigin::own:
      return as_written(normal_path(folders.theme));
    case ThemeOrigin::content:
      return as_written(normal_path(folders.override_folder));
  }
  return {};
}

// theme.yaml and the words add to the file before them, key by key; other files count instead of it.
bool adds(std::string_view path) {
  return path == theme_file || path.starts_with(strings_folder);
}

Wording where_from(const std::string& path, const std::vector<ThemeFile>& versions, const ThemeFolders& folders) {
  Wording last = name_of(versions.back().origin, folders);
  if (versions.size() == 1) return last;
  const Wording before = name_of(versions[versions.size() - 2].origin, folders);
  return adds(path) ? say("{} added to {}", last, before) : say("{} instead of {}", last, before);
}

// A file that says nothing of itself is told by its place.
Wording purpose(const std::string& path, const std::string& text) {
  const std::string own = purpose_of(path, text);
  if (!own.empty()) return as_written(own);
  if (path.starts_with(strings_folder)) return say("The interface's words.");
  if (path.starts_with(static_folder)) return say("A file that goes along unchanged.");
  if (path.starts_with("templates/kinds/")) return say("Pages of one kind.");
  return {};
}

void print_files(const ThemeView& view, const std::string& language) {
  std::size_t longest_path = 0;
  std::size_t longest_place = 0;
  for (const auto& [path, versions] : view.files) {
    longest_path = std::max(longest_path, path.size());
    longest_place = std::max(longest_place, where_from(path, versions, view.options.theme).in(language).size());
  }
  for (const auto& [path, versions] : view.files) {
    const std::string line = fmt::format("{:<{}}  {:<{}}  {}", path, longest_path,
                                         where_from(path, versions, view.options.theme).in(language), longest_place,
                                         purpose(path, versions.back().text).in(language));
    fmt::print("{}\n", line.substr(0, line.find_last_not_of(' ') + 1));
  }
}

// Settings as vav.yaml has chosen them, as far as both can be read.
void print_settings(ThemeView& view, const std::string& language) {
  std::vector<Setting> settings =
      read_theme_settings(view.files, view.options.theme.finding_prefix + std::string(theme_file), view.diagnostics);
  Diagnostics of_config;
  const std::optional<SiteConfig> config = read_config(view.disk, view.options.content, of_config);
  if (config && !of_config.has_errors() && !view.diagnostics.has_errors())
    choose_settings(settings, config->theme_settings, view.diagnostics);
  if (settings.empty()) return;
  fmt::print("\n{}\n", say("Settings; choose others in vav.yaml, under theme: settings:").in(language));
  for (const Setting& one : settings) {
    const Wording value = one.chosen
                              ? say("{} (the theme's own: {})", shown_value(one.value), shown_value(one.standard))
                              : shown_value(one.value);
    fmt::print("{}: {}\n  {}\n", one.name, value.in(language), one.help);
  }
}

// Files of the same name elsewhere in the theme first, then what looks alike.
std::vector<std::string> names_near(const std::string& file, const ThemeFiles& files) {
  std::vector<std::string> near;
  std::vector<std::string> all;
  for (const auto& [path, versions] : files) {
    all.push_back(path);
    if (file_name(path) == file_name(file)) near.push_back(path);
  }
  if (const auto one = nearest(file, all); near.empty() && one) near.push_back(*one);
  if (!near.empty()) return near;
  std::vector<std::string> names;
  for (const std::string& path : all) names.emplace_back(file_name(path));
  const auto name = nearest(file_name(file), names);
  for (const std::string& path : all) {
    if (name && file_name(path) == *name) near.push_back(path);
  }
  return near;
}

Exit refuse_name(const std::string& file, const ThemeFiles& files, const std::string& language) {
  const std::vector<std::string> near = names_near(file, files);
  const Wording message = say("the theme has no file '{}'", file);
  const Wording hint =
      near.empty() ? say("vav theme list shows the files of the theme") : say("did you mean '{}'?", join(near, "', '"));
  refuse({message.in(language), hint.in(language)});
  return Exit::wrong_arguments;
}

}  // namespace

Exit run_theme_list(const CommonOptions& common) {
  ThemeView view;
  read_theme(common, view);
  if (view.exit != Exit::fine) return view.exit;
  const std::string& language = common.diagnostics.language;
  print_files(view, language);
  print_settings(view, language);
  print_findings(view.diagnostics, common.diagnostics, view.options.content, view.disk);
  return view.diagnostics.has_errors() ? Exit::content_errors : Exit::fine;
}

Exit run_theme_eject(const CommonOptions& common, const std::string& file) {
  ThemeView view;
  read_theme(common, view);
  if (view.exit != Exit::fine) return view.exit;
  const std::string& language = common.diagnostics.language;
  const auto found = view.files.find(file);
  if (found == view.files.end()) return refuse_name(file, view.files, language);
  const std::vector<ThemeFile>& versions = found->second;
  const std::string place = normal_path(join_path(view.options.theme.override_folder, file));
  if (versions.back().origin == ThemeOrigin::content) {
    refuse({say("{} is there already and stays as it is", place).in(language),
            say("change it there; without it the theme's own file counts again").in(language)});
    return Exit::wrong_arguments;
  }
  const Result<void> made =
      create_file(view.disk, view.options.content, join_path("theme", file), versions.back().text);
  if (!made) return refuse(made.failure());
  const Wording next =
      adds(file) ? say("Change it there, and keep only the keys that you change: it adds to the theme's own file.")
                 : say("Change it there: it counts instead of the theme's own file.");
  fmt::print("{}\n{}\n{}\n", place, next.in(language),
             say("See it with: vav serve {}", view.options.content).in(language));
  return Exit::fine;
}

}  // namespace vav
