// The files of a theme, and where each comes from: the theme that comes with vav, a theme of one's own that may build
// on it, and the folder CONTENT/theme. Of two files with one path the later wins.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "disk/disk.h"

namespace vav {

enum class ThemeOrigin { with_vav, own, content };

struct ThemeFile {
  ThemeOrigin origin = ThemeOrigin::with_vav;
  std::string finding_path;
  std::string text;
};

// By path in the theme, "templates/page.html"; of each the versions, the one that wins last. Never without a version.
using ThemeFiles = std::map<std::string, std::vector<ThemeFile>, std::less<>>;

// Folders in which a theme is looked for.
struct ThemeFolders {
  std::string theme;
  std::string override_folder;  // CONTENT/theme; may be empty or missing
  std::string assets;           // further static files: the search script and lunr
  std::string finding_prefix;   // put before file names in findings, "../themes/vav/"
  // The theme that comes with vav, on which `theme` may build; the same folder when it is `theme` itself.
  std::string with_vav;
  std::string with_vav_prefix;
};

inline constexpr std::string_view theme_file = "theme.yaml";
inline constexpr std::string_view templates_folder = "templates/";
inline constexpr std::string_view static_folder = "static/";
inline constexpr std::string_view strings_folder = "strings/";

// What theme.yaml says under `inherits` to build on the theme that comes with vav.
inline constexpr std::string_view inherited_theme = "vav";

// Reads them all. A file that lies where no theme has one is a finding: it would never be used.
ThemeFiles read_theme_files(const Disk& disk, const ThemeFolders& folders, Diagnostics& diagnostics);

// What a file is for, in a line: the first sentence of the comment at its start, or "".
std::string purpose_of(std::string_view path, std::string_view text);

}  // namespace vav
