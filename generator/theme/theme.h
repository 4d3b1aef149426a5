// A theme: what pages look like. Templates, files that go along (stylesheet, scripts), and the interface's words in
// each language.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/value.h"
#include "config/site_config.h"
#include "diagnostics/diagnostic.h"
#include "disk/disk.h"
#include "templates/template_set.h"
#include "theme/theme_files.h"

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
  Value settings;                                     // map of name -> what counts
};

// The theme has templates/**.html, static/**, strings/LANG.yaml and theme.yaml. Of templates and static files the last
// version counts; theme.yaml and strings/LANG.yaml add to the versions before them, key by key. Every template must
// compile; all languages must have the same keys; what `config` says under theme: settings must be right.
std::optional<Theme> load_theme(const Disk& disk, const ThemeFolders& folders, const SiteConfig& config,
                                const std::vector<std::string>& own_filters, Diagnostics& diagnostics);

}  // namespace vav
