// Listing and removing what lies below a folder of the real disk. Used inside this room only.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "disk/disk.h"

namespace vav {

Result<std::vector<FileEntry>> list_folder_tree(const std::string& folder);
Result<void> remove_tree(const std::string& path);

}  // namespace vav
