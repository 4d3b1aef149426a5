// The folder as the checks see it: read once, in parallel, into facts. Used inside this room only.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "audit/file_facts.h"
#include "base/address.h"
#include "base/result.h"
#include "disk/disk.h"

namespace vav {

inline constexpr std::string_view sums_name = "SHA256SUMS";
inline constexpr std::string_view manifest_name = "manifest.json";
inline constexpr std::string_view start_page = "index.html";

struct Site {
  // Who reads it: from a folder, or from a server, where the addresses of pages end in "/". As the manifest says.
  Target target = Target::disk;
  // Pages that only say that they are gone; no page leads to them. As the manifest says.
  std::set<std::string, std::less<>> withdrawn;
  std::vector<FileEntry> entries;  // sorted by path
  std::map<std::string, FileFacts, std::less<>> files;
  std::set<std::string, std::less<>> folders;
  std::string sums;      // the content of SHA256SUMS, and of manifest.json
  std::string manifest;  // (empty when there is none)

  // nullptr when there is no such file.
  const FileFacts* find(std::string_view path) const;
};

bool is_page(std::string_view path);
// Whether the file is text that is not valid UTF-8, which is a finding of its own.
bool is_not_utf8(const FileFacts& facts);

Result<Site> read_site(const Disk& disk, const std::string& folder, int threads);

}  // namespace vav
