// Which files of the content folder are pages, which lie beside them, and which are neither.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "config/site_config.h"
#include "diagnostics/diagnostic.h"
#include "disk/disk.h"

namespace vav {

inline constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

enum class SourceRole {
  page,        // <folder>/<id>.md
  list_intro,  // <folder>/_index.md
};

struct SourceFile {
  std::string path;  // relative to the content folder
  std::string text;
  std::string fingerprint;
  SourceRole role = SourceRole::page;
  std::size_t kind = 0;
  std::string id;        // file name without ".md"; for a list_intro the folder's name
  std::string lang;      // "" = the site's own language
  bool readable = true;  // false: it was reported, and its text is empty
};

struct Sources {
  std::vector<SourceFile> pages;   // sorted by path
  std::vector<std::string> files;  // everything else below the kinds' folders that a page may name, sorted
};

// Reads every page. A file that is no page, lies in an unknown folder, bears a bad name, is a link, or is not UTF-8 is
// a finding, never skipped in silence. Fails when the content folder cannot be listed.
Result<Sources> collect_sources(const Disk& disk, const std::string& content_folder, const SiteConfig& config,
                                int threads, Diagnostics& diagnostics);

}  // namespace vav
