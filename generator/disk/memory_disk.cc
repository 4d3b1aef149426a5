#include <algorithm>
#include <cerrno>

#include "base/address.h"
#include "base/check.h"
#include "disk/disk.h"
#include "disk/refusal.h"
#include "disk/resolve.h"

namespace vav {
namespace {

// Whether `path` is `folder` or lies below it.
bool lies_in(std::string_view path, std::string_view folder) {
  return path.starts_with(folder) && (path.size() == folder.size() || path[folder.size()] == '/');
}

}  // namespace

MemoryDisk::MemoryDisk(const Files& files) {
  for (const auto& [path, bytes] : files) {
    const std::string place = normal_path("/" + path);
    VAV_CHECK(MemoryDisk::make_folder(std::string(folder_of(place))).ok());
    VAV_CHECK(MemoryDisk::write_file(place, bytes).ok());
  }
  changes_ = 0;
}

const MemoryDisk::Node* MemoryDisk::find(const std::string& path) const {
  static const Node root;
  if (path == "/") return &root;
  const auto found = nodes_.find(path);
  return found == nodes_.end() ? nullptr : &found->second;
}

Result<std::string> MemoryDisk::place_of(const std::string& path, bool follow) const {
  return resolve_links("/" + path, follow, [&](const std::string& here) -> std::optional<Signpost> {
    const Node* node = find(here);
    if (node == nullptr) return std::nullopt;
    return Signpost{node->type, node->type == FileType::link ? node->content : std::string()};
  });
}

// Whether the folder exists that the place lies in.
bool MemoryDisk::has_folder(const std::string& place) const {
  const std::string folder(folder_of(place));
  return find(folder.empty() ? "/" : folder) != nullptr;
}

// Called once by every function that changes the disk, before it does.
bool MemoryDisk::refuses(bool needs_room) {
  ++changes_;
  if (refusal_ == Refusal::nothing) return false;
  if (calls_left_ > 0) {
    --calls_left_;
    return false;
  }
  if (refusal_ == Refusal::once) {
    refusal_ = Refusal::nothing;
    return true;
  }
  return refusal_ == Refusal::all || needs_room;
}

void MemoryDisk::fail_after(std::size_t calls, Refusal refusal) {
  calls_left_ = calls;
  refusal_ = refusal;
}

void MemoryDisk::add_link(const std::string& path, const std::string& target) {
  nodes_[normal_path("/" + path)] = {FileType::link, target, ++changes_};
}

std::size_t MemoryDisk::version_of(const std::string& path) const {
  const auto place = place_of(path, true);
  const Node* node = place ? find(*place) : nullptr;
  return node == nullptr ? 0 : node->version;
}

Result<std::string> MemoryDisk::read_file(const std::string& path) const {
  const auto place = place_of(path, true);
  if (!place) return place.failure();
  const Node* node = find(*place);
  if (node == nullptr) return disk_refusal("read", path, ENOENT);
  if (node->type == FileType::folder) return disk_refusal("read", path, EISDIR);
  return node->content;
}

std::optional<FileType> MemoryDisk::type_of(const std::string& path, bool follow) const {
  const auto place = place_of(path, follow);
  const Node* node = place ? find(*place) : nullptr;
  if (node == nullptr) return std::nullopt;
  return node->type;
}

Result<std::vector<FileEntry>> MemoryDisk::list_tree(const std::string& folder) const {
  const auto place = place_of(folder, true);
  if (!place) return place.failure();
  const Node* node = find(*place);
  if (node == nullptr) return disk_refusal("list", folder, ENOENT);
  if (node->type != FileType::folder) return disk_refusal("list", folder, ENOTDIR);
  const std::string prefix = *place == "/" ? "/" : *place + "/";
  std::vector<FileEntry> entries;
  for (auto i = nodes_.lower_bound(prefix); i != nodes_.end() && i->first.starts_with(prefix); ++i) {
    entries.push_back({i->first.substr(prefix.size()), i->second.type});
  }
  return entries;
}

Result<std::string> MemoryDisk::real_path(const std::string& path) const {
  return place_of(path, true);
}

bool MemoryDisk::is_mount_point(const std::string& folder) const {
  const auto place = place_of(folder, true);
  return place && *place == "/";
}

Result<void> MemoryDisk::write_file(const std::string& path, std::string_view bytes) {
  const auto place = place_of(path, true);
  if (!place) return place.failure();
  if (!has_folder(*place)) return disk_refusal("write", path, ENOENT);
  const Node* old = find(*place);
  if (old != nullptr && old->type == FileType::folder) return disk_refusal("write", path, EISDIR);
  if (refuses(true)) {
    nodes_.erase(*place);
    return disk_refusal("write", path, ENOSPC);
  }
  nodes_[*place] = {FileType::file, std::string(bytes), changes_};
  return {};
}

Result<void> MemoryDisk::copy_file(const std::string& from, const std::string& to) {
  const auto bytes = read_file(from);
  if (!bytes) return bytes.failure();
  return write_file(to, *bytes);
}

Result<void> MemoryDisk::link_file(const std::string& from, const std::string& to) {
  const auto source = place_of(from, false);
  if (!source) return source.failure();
  const auto place = place_of(to, false);
  if (!place) return place.failure();
  const Node* node = find(*source);
  if (node == nullptr) return disk_refusal("link", from, ENOENT);
  if (!has_folder(*place)) return disk_refusal("link", to, ENOENT);
  if (node->type == FileType::folder) return disk_refusal("link", from, EPERM);
  if (find(*place) != nullptr) return disk_refusal("link", to, EEXIST);
  if (refuses(true)) return disk_refusal("link", to, ENOSPC);
  nodes_[*place] = *node;
  return {};
}

Result<void> MemoryDisk::make_folder(const std::string& path) {
  const auto place = place_of(path, true);
  if (!place) return place.failure();
  if (const Node* node = find(*place)) {
    if (node->type == FileType::folder) return {};
    return disk_refusal("make folder", path, EEXIST);
  }
  if (refuses(true)) return disk_refusal("make folder", path, ENOSPC);
  for (std::string folder = *place; !folder.empty(); folder = folder_of(folder)) nodes_.try_emplace(folder);
  return {};
}

void MemoryDisk::copy_permissions(const std::string& /*from*/, const std::string& /*to*/) {}

Result<void> MemoryDisk::remove(const std::string& path) {
  const auto place = place_of(path, false);
  if (!place) return place.failure();
  if (*place == "/") return disk_refusal("remove", path, EBUSY);
  if (find(*place) == nullptr) return {};
  if (refuses(false)) return disk_refusal("remove", path, EIO);
  std::erase_if(nodes_, [&](const auto& node) { return lies_in(node.first, *place); });
  return {};
}

// With all that lies below. REQUIRES: nothing is at `to`.
void MemoryDisk::move(const std::string& from, const std::string& to) {
  std::vector<std::string> moved;
  for (const auto& [path, node] : nodes_) {
    if (lies_in(path, from)) moved.push_back(path);
  }
  for (const std::string& path : moved) {
    auto node = nodes_.extract(path);
    node.key() = to + path.substr(from.size());
    nodes_.insert(std::move(node));
  }
}

Result<void> MemoryDisk::rename(const std::string& from, const std::string& to) {
  const auto source = place_of(from, false);
  if (!source) return source.failure();
  const auto place = place_of(to, false);
  if (!place) return place.failure();
  const Node* node = find(*source);
  const Node* old = find(*place);
  if (node == nullptr || !has_folder(*place)) return disk_refusal("rename", from, ENOENT);
  if (old != nullptr && old->type == FileType::folder) return disk_refusal("rename to", to, EISDIR);
  if (old != nullptr && node->type == FileType::folder) return disk_refusal("rename to", to, ENOTDIR);
  if (lies_in(*place, *source)) return *place == *source ? Result<void>() : disk_refusal("rename", from, EINVAL);
  if (refuses(false)) return disk_refusal("rename", from, EIO);
  nodes_.erase(*place);
  move(*source, *place);
  return {};
}

Result<void> MemoryDisk::exchange(const std::string& a, const std::string& b) {
  const auto first = place_of(a, false);
  const auto second = place_of(b, false);
  if (!first) return first.failure();
  if (!second) return second.failure();
  if (find(*first) == nullptr) return disk_refusal("exchange", a, ENOENT);
  if (find(*second) == nullptr) return disk_refusal("exchange", b, ENOENT);
  if (lies_in(*first, *second) || lies_in(*second, *first)) return disk_refusal("exchange", a, EINVAL);
  if (refuses_exchange_ || refuses(false)) return disk_refusal("exchange", a, EBUSY);
  const std::string between = "/\nexchange";  // no path of a test
  move(*first, between);
  move(*second, *first);
  move(between, *second);
  return {};
}

Result<FolderLock> MemoryDisk::lock(const std::string& folder, int /*patience_ms*/) {
  if (type_of(folder) != FileType::folder) return disk_refusal("lock", folder, ENOENT);
  return FolderLock();
}

}  // namespace vav
