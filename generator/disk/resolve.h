// Following links in a path, the same way on every disk. Used inside this room only.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "base/result.h"
#include "disk/disk.h"

namespace vav {

// What stands at an absolute path whose folders hold no links: nullopt when nothing does.
struct Signpost {
  FileType type;
  std::string target;  // where a link leads
};
using LookUp = std::function<std::optional<Signpost>(const std::string& path)>;

// The absolute path with every link in it followed; a link at its end only when `follow_last`. Parts that do not exist
// stay as they are.
Result<std::string> resolve_links(const std::string& absolute_path, bool follow_last, const LookUp& look_up);

}  // namespace vav
