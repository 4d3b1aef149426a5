#include "disk/folder_walk.h"

#include <algorithm>
#include <cerrno>
#include <dirent.h>
#include <memory>
#include <sys/stat.h>
#include <unistd.h>

#include "base/address.h"
#include "disk/file_handle.h"
#include "disk/refusal.h"

namespace vav {
namespace {

struct CloseFolder {
  void operator()(DIR* folder) const { ::closedir(folder); }
};
using OpenFolder = std::unique_ptr<DIR, CloseFolder>;

// nullptr with errno set when it cannot be opened.
OpenFolder open_folder(int base, const std::string& path, int flags) {
  FileHandle handle = FileHandle::open_at(base, path, O_RDONLY | O_DIRECTORY | flags);
  if (!handle) return nullptr;
  DIR* const folder = ::fdopendir(handle.number());
  if (folder != nullptr) handle.release();
  return OpenFolder(folder);
}

// Not every file system tells the type while listing.
FileType type_of_entry(DIR* folder, const dirent& entry) {
  switch (entry.d_type) {
    case DT_REG:
      return FileType::file;
    case DT_DIR:
      return FileType::folder;
    case DT_LNK:
      return FileType::link;
    case DT_UNKNOWN:
      break;
    default:
      return FileType::other;
  }
  struct stat status{};
  if (::fstatat(::dirfd(folder), entry.d_name, &status, AT_SYMLINK_NOFOLLOW) < 0) return FileType::other;
  if (S_ISREG(status.st_mode)) return FileType::file;
  if (S_ISDIR(status.st_mode)) return FileType::folder;
  return S_ISLNK(status.st_mode) ? FileType::link : FileType::other;
}

// What lies directly in the folder, by name; 0 or the errno.
int read_folder(DIR* folder, std::vector<FileEntry>& entries) {
  while (true) {
    errno = 0;
    const dirent* const entry = ::readdir(folder);
    if (entry == nullptr) return errno;
    const std::string name = entry->d_name;
    if (name != "." && name != "..") entries.push_back({name, type_of_entry(folder, *entry)});
  }
}

// 0 or the errno; `failed` then names what could not be removed.
int empty_folder(DIR* folder, const std::string& path, std::string& failed) {
  const int here = ::dirfd(folder);
  if (here < 0) return errno;
  std::vector<FileEntry> entries;
  failed = path;
  if (const int error = read_folder(folder, entries); error != 0) return error;
  for (const FileEntry& entry : entries) {
    const std::string entry_path = join_path(path, entry.path);
    if (entry.type == FileType::folder) {
      failed = entry_path;
      // O_NOFOLLOW: were the folder changed for a link just now, we would empty what it leads to.
      const OpenFolder below = open_folder(here, entry.path, O_NOFOLLOW);
      if (!below) return errno;
      if (const int error = empty_folder(below.get(), entry_path, failed); error != 0) return error;
    }
    failed = entry_path;
    const int flags = entry.type == FileType::folder ? AT_REMOVEDIR : 0;
    if (::unlinkat(here, entry.path.c_str(), flags) < 0 && errno != ENOENT) return errno;
  }
  return 0;
}

}  // namespace

Result<std::vector<FileEntry>> list_folder_tree(const std::string& folder) {
  const OpenFolder top = open_folder(AT_FDCWD, folder, 0);
  if (!top) return disk_refusal("list", folder, errno);
  std::vector<FileEntry> found;
  std::vector<std::string> waiting = {""};
  while (!waiting.empty()) {
    const std::string path = std::move(waiting.back());
    waiting.pop_back();
    const OpenFolder below = path.empty() ? nullptr : open_folder(::dirfd(top.get()), path, O_NOFOLLOW);
    if (!path.empty() && !below) return disk_refusal("list", join_path(folder, path), errno);
    std::vector<FileEntry> entries;
    if (const int error = read_folder(below ? below.get() : top.get(), entries); error != 0) {
      return disk_refusal("list", join_path(folder, path), error);
    }
    for (FileEntry& entry : entries) {
      entry.path = join_path(path, entry.path);
      if (entry.type == FileType::folder) waiting.push_back(entry.path);
      found.push_back(std::move(entry));
    }
  }
  std::ranges::sort(found, {}, &FileEntry::path);
  return found;
}

Result<void> remove_tree(const std::string& path) {
  struct stat status{};
  if (::lstat(path.c_str(), &status) < 0) {
    return errno == ENOENT ? Result<void>() : disk_refusal("remove", path, errno);
  }
  if (!S_ISDIR(status.st_mode)) {
    return ::unlink(path.c_str()) == 0 || errno == ENOENT ? Result<void>() : disk_refusal("remove", path, errno);
  }
  const OpenFolder folder = open_folder(AT_FDCWD, path, O_NOFOLLOW);
  if (!folder) return disk_refusal("remove", path, errno);
  struct stat root{};
  if (::stat("/", &root) == 0 && root.st_ino == status.st_ino && root.st_dev == status.st_dev) {
    return disk_refusal("remove", path, EBUSY);
  }
  std::string failed;
  if (const int error = empty_folder(folder.get(), path, failed); error != 0) {
    return disk_refusal("remove", failed, error);
  }
  if (::rmdir(path.c_str()) < 0 && errno != ENOENT) return disk_refusal("remove", path, errno);
  return {};
}

}  // namespace vav
