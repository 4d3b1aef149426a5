#include "disk/resolve.h"

#include <cerrno>
#include <deque>
#include <string_view>

#include "base/address.h"
#include "base/text.h"
#include "disk/refusal.h"

namespace vav {
namespace {

constexpr int most_links = 40;  // as Linux has it

void put_in_front(std::deque<std::string>& parts, std::string_view path) {
  const auto split_path = split(path, '/');
  parts.insert(parts.begin(), split_path.begin(), split_path.end());
}

}  // namespace

Result<std::string> resolve_links(const std::string& absolute_path, bool follow_last, const LookUp& look_up) {
  std::deque<std::string> parts;
  put_in_front(parts, absolute_path);
  std::string resolved;  // "" stands for the root, so that a part is added with "/" before it
  int links = 0;
  while (!parts.empty()) {
    const std::string part = parts.front();
    parts.pop_front();
    if (part.empty() || part == ".") continue;
    if (part == "..") {
      resolved = folder_of(resolved);
      continue;
    }
    std::string here = resolved;
    here.append("/").append(part);
    const std::optional<Signpost> found = look_up(here);
    const bool is_last = parts.empty();
    if (!found || found->type != FileType::link || (is_last && !follow_last)) {
      const bool is_blocked = found && !is_last && found->type != FileType::folder && found->type != FileType::link;
      if (is_blocked) return disk_refusal("go through", here, ENOTDIR);
      resolved = here;
      continue;
    }
    if (++links > most_links) return disk_refusal("follow", absolute_path, ELOOP);
    if (found->target.starts_with('/')) resolved.clear();
    put_in_front(parts, found->target);
  }
  return resolved.empty() ? std::string("/") : resolved;
}

}  // namespace vav
