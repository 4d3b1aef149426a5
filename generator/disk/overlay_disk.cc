#include <algorithm>
#include <fmt/format.h>

#include "base/address.h"
#include "disk/disk.h"

namespace vav {
namespace {

Failure refusal(const std::string& path) {
  return Failure{fmt::format("{} is only looked at", path), ""};
}

}  // namespace

OverlayDisk::OverlayDisk(const Disk& under, const Changes& changes) : under_(under) {
  for (const auto& [path, bytes] : changes) changes_[normal_path(path)] = bytes;
}

Result<std::string> OverlayDisk::read_file(const std::string& path) const {
  const auto changed = changes_.find(normal_path(path));
  if (changed == changes_.end()) return under_.read_file(path);
  if (!changed->second) return Failure{fmt::format("{} is not there", path), ""};
  return *changed->second;
}

std::optional<FileType> OverlayDisk::type_of(const std::string& path, bool follow) const {
  const auto changed = changes_.find(normal_path(path));
  if (changed == changes_.end()) return under_.type_of(path, follow);
  return changed->second ? std::optional(FileType::file) : std::nullopt;
}

Result<std::vector<FileEntry>> OverlayDisk::list_tree(const std::string& folder) const {
  Result<std::vector<FileEntry>> entries = under_.list_tree(folder);
  if (!entries) return entries;
  const std::string top = normal_path(folder);
  const std::string prefix = top.empty() ? "" : top + "/";
  for (const auto& [path, bytes] : changes_) {
    if (!path.starts_with(prefix)) continue;
    const std::string inside = path.substr(prefix.size());
    std::erase_if(*entries, [&](const FileEntry& one) { return one.path == inside; });
    if (bytes) entries->push_back({inside, FileType::file});
  }
  std::ranges::sort(*entries, {}, &FileEntry::path);
  return entries;
}

Result<std::string> OverlayDisk::real_path(const std::string& path) const {
  return under_.real_path(path);
}
bool OverlayDisk::is_mount_point(const std::string& folder) const {
  return under_.is_mount_point(folder);
}

Result<void> OverlayDisk::write_file(const std::string& path, std::string_view /*bytes*/) {
  return refusal(path);
}
Result<void> OverlayDisk::copy_file(const std::string& /*from*/, const std::string& to) {
  return refusal(to);
}
Result<void> OverlayDisk::link_file(const std::string& /*from*/, const std::string& to) {
  return refusal(to);
}
Result<void> OverlayDisk::make_folder(const std::string& path) {
  return refusal(path);
}
void OverlayDisk::copy_permissions(const std::string& /*from*/, const std::string& /*to*/) {}
Result<void> OverlayDisk::remove(const std::string& path) {
  return refusal(path);
}
Result<void> OverlayDisk::rename(const std::string& /*from*/, const std::string& to) {
  return refusal(to);
}
Result<void> OverlayDisk::exchange(const std::string& a, const std::string& /*b*/) {
  return refusal(a);
}
Result<FolderLock> OverlayDisk::lock(const std::string& folder, int /*patience_ms*/) {
  return refusal(folder);
}

}  // namespace vav
