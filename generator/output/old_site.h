// What lies in the output folder before a build, and whether vav may replace it. Used inside this room only.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "disk/disk.h"

namespace vav {

struct OldSite {
  bool exists = false;             // the folder does, empty or not
  std::vector<FileEntry> entries;  // all that lies in it
  std::vector<std::string> files;  // the files among them, sorted

  bool has(const std::string& path) const;
};

// The site that an earlier run wrote, or nothing. A failure when anything there is not listed in a SHA256SUMS of vav.
Result<OldSite> read_old_site(const Disk& disk, const std::string& folder);

}  // namespace vav
