// A theme: what pages look like. Templates, files that go along (stylesheet, scripts), and the interface's words in
// each language.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/value.h"
#include "diagnostics/diagnostic.h"
#include "disk/disk.h"
#include "templates/template_set.h"

namespace vav {

// A file that every page may link to. Its address holds a fingerprint of its bytes, so that it may be cached for ever.
struct Asset {
  std::string name;     // "site.css"
  std::string address;  // "assets/site.1a2b3c4d.css"
  std::string bytes;
};

struct Theme {
  TemplateSet templates;
  std::vector<Asset> assets;                          // sorted by name
  std::map<std::string, Value, std::less<>> strings;  // language -> map of key -> text
  Value settings;                                     // map of name -> default value
};

// Folders in which a theme is looked for. A file of the same name in `override_folder` (CONTENT/theme) wins. An empty
// or missing override is fine.
struct ThemeFolders {
  std::string theme;
  std::string override_folder;
  std::string assets;          // further static files: the search script and lunr
  std::string finding_prefix;  // put before file names in findings, "../themes/vav/"
};

// The theme has templates/**.html, static/**, strings/LANG.yaml and theme.yaml. Every template must compile; all
// languages must have the same keys.
std::optional<Theme> load_theme(const Disk& disk, const ThemeFolders& folders,
                                const std::vector<std::string>& own_filters, Diagnostics& diagnostics);

}  // namespace vav
