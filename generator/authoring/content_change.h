// A change of several files of the content folder, as one.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/result.h"
#include "disk/disk.h"

namespace vav {

struct ContentChange {
  std::map<std::string, std::string> written;  // path in the content folder -> all that the file holds then
  std::vector<std::string> removed;
};

// The content folder's disk as it would be then.
OverlayDisk::Changes overlay_of(const ContentChange& change, const std::string& content);

// Every file of it or none: where the disk refuses, all is as it was. REQUIRES: the folders of the files exist.
Result<void> apply_change(Disk& disk, const std::string& content, const ContentChange& change);

}  // namespace vav
