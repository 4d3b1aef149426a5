// Files that were not there before.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "disk/disk.h"

namespace vav {

// Writes root/path with the folders that it needs, whole or not at all. Refuses when something is there already, and
// when the folder is a link that leads out of `root`.
Result<void> create_file(Disk& disk, const std::string& root, const std::string& path, std::string_view bytes);

}  // namespace vav
