// What has to happen for the output folder to hold the new site. Used inside this room only.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "disk/disk.h"
#include "output/old_site.h"
#include "output/output_tree.h"

namespace vav {

struct PlannedFile {
  const OutputFile* file = nullptr;
  bool is_same = false;  // the old site has it with the same bytes
};

struct SitePlan {
  std::string folder;  // the output folder, links resolved
  OldSite old;
  std::vector<PlannedFile> files;  // all of the new site, sorted by path
  std::vector<std::string> removed;

  std::size_t unchanged() const;
  bool is_nothing_to_do() const { return removed.empty() && unchanged() == files.size(); }
};

// `sums` is the file SHA256SUMS. Both must outlive the plan. Compares bytes, not times or sums, so that a file that
// someone changed is put right.
Result<SitePlan> plan_site(const Disk& disk, const OutputTree& tree, const OutputFile& sums, const std::string& folder,
                           OldSite old, int threads);

// Writes the file below the folder, whose folders exist.
Result<void> write_output_file(Disk& disk, const OutputFile& file, const std::string& folder);
// Makes each folder that a path below `folder` needs. REQUIRES: `paths` is sorted.
Result<void> make_folders(Disk& disk, const std::vector<std::string>& paths, const std::string& folder);

}  // namespace vav
