#include <array>
#include <cerrno>
#include <chrono>
#include <climits>
#include <cstdio>
#include <sys/file.h>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>

#include "base/address.h"
#include "disk/disk.h"
#include "disk/file_handle.h"
#include "disk/folder_walk.h"
#include "disk/refusal.h"
#include "disk/resolve.h"

namespace vav {
namespace {

constexpr mode_t file_mode = 0666;  // less what the umask takes
constexpr mode_t folder_mode = 0777;
constexpr std::size_t copy_block = 256UL * 1024;

FileType type_from_mode(mode_t mode) {
  if (S_ISREG(mode)) return FileType::file;
  if (S_ISDIR(mode)) return FileType::folder;
  if (S_ISLNK(mode)) return FileType::link;
  return FileType::other;
}

// 0 or the errno.
int write_all(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = uninterrupted([&] { return ::write(file, bytes.data(), bytes.size()); });
    if (written < 0) return errno;
    // A regular file that takes nothing will not take more the next time.
    if (written == 0) return ENOSPC;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return 0;
}

int copy_all(int from, int to) {
  std::string block(copy_block, '\0');
  while (true) {
    const ssize_t got = uninterrupted([&] { return ::read(from, block.data(), block.size()); });
    if (got < 0) return errno;
    if (got == 0) return 0;
    const int error = write_all(to, std::string_view(block).substr(0, static_cast<std::size_t>(got)));
    if (error != 0) return error;
  }
}

// Opens a regular file for reading. Without O_NONBLOCK a named pipe would keep us waiting for ever.
Result<FileHandle> open_file(const std::string& path, struct stat& status) {
  FileHandle file = FileHandle::open(path, O_RDONLY | O_NONBLOCK);
  if (!file || ::fstat(file.number(), &status) < 0) return disk_refusal("read", path, errno);
  if (S_ISDIR(status.st_mode)) return disk_refusal("read", path, EISDIR);
  if (!S_ISREG(status.st_mode)) return Failure{"cannot read " + path + ": it is not a regular file"};
  return file;
}

// Creates or replaces the file and lets `fill` (0 or an errno) write it; no half-written file stays.
template <typename Fill>
Result<void> create_file(const std::string& path, const Fill& fill) {
  FileHandle file = FileHandle::open(path, O_WRONLY | O_CREAT | O_TRUNC, file_mode);
  if (!file) return disk_refusal("write", path, errno);
  int error = fill(file.number());
  const int close_error = file.close();
  if (error == 0) error = close_error;
  if (error == 0) return {};
  ::unlink(path.c_str());
  return disk_refusal("write", path, error);
}

}  // namespace

Result<std::string> RealDisk::read_file(const std::string& path) const {
  struct stat status{};
  const auto file = open_file(path, status);
  if (!file) return file.failure();
  // One byte more than expected: then the first read() that gives less than asked for has also seen the end.
  std::string bytes(static_cast<std::size_t>(status.st_size) + 1, '\0');
  std::size_t size = 0;
  while (true) {
    const ssize_t got = uninterrupted([&] { return ::read(file->number(), bytes.data() + size, bytes.size() - size); });
    if (got < 0) return disk_refusal("read", path, errno);
    if (got == 0) break;
    size += static_cast<std::size_t>(got);
    if (size == bytes.size()) bytes.resize(2 * bytes.size());
  }
  bytes.resize(size);
  return bytes;
}

std::optional<FileType> RealDisk::type_of(const std::string& path, bool follow) const {
  struct stat status{};
  if (::fstatat(AT_FDCWD, path.c_str(), &status, follow ? 0 : AT_SYMLINK_NOFOLLOW) < 0) return std::nullopt;
  return type_from_mode(status.st_mode);
}

Result<std::vector<FileEntry>> RealDisk::list_tree(const std::string& folder) const {
  return list_folder_tree(folder);
}

Result<std::string> RealDisk::real_path(const std::string& path) const {
  std::string absolute = path;
  if (!path.starts_with('/')) {
    std::array<char, PATH_MAX> current{};
    if (::getcwd(current.data(), current.size()) == nullptr) return disk_refusal("find", "the current folder", errno);
    absolute = join_path(current.data(), path);
  }
  return resolve_links(absolute, true, [](const std::string& here) -> std::optional<Signpost> {
    struct stat status{};
    if (::lstat(here.c_str(), &status) < 0) return std::nullopt;
    if (!S_ISLNK(status.st_mode)) return Signpost{type_from_mode(status.st_mode), {}};
    std::string target(4096, '\0');
    const ssize_t size = ::readlink(here.c_str(), target.data(), target.size());
    target.resize(size < 0 ? 0 : static_cast<std::size_t>(size));
    return Signpost{FileType::link, target};
  });
}

bool RealDisk::is_mount_point(const std::string& folder) const {
  struct statx status{};
  if (::statx(AT_FDCWD, folder.c_str(), 0, STATX_TYPE, &status) < 0) return false;
  return (status.stx_attributes & STATX_ATTR_MOUNT_ROOT) != 0;
}

Result<void> RealDisk::write_file(const std::string& path, std::string_view bytes) {
  return create_file(path, [&](int file) { return write_all(file, bytes); });
}

Result<void> RealDisk::copy_file(const std::string& from, const std::string& to) {
  struct stat status{};
  const auto source = open_file(from, status);
  if (!source) return source.failure();
  return create_file(to, [&](int file) { return copy_all(source->number(), file); });
}

Result<void> RealDisk::link_file(const std::string& from, const std::string& to) {
  if (::link(from.c_str(), to.c_str()) == 0) return {};
  const int error = errno;
  const bool has_no_links =
      error == EPERM || error == EXDEV || error == EMLINK || error == EOPNOTSUPP || error == ENOSYS;
  if (!has_no_links || type_of(to, false)) return disk_refusal("link", to, error);
  struct stat status{};
  const auto source = open_file(from, status);
  if (!source) return source.failure();
  return create_file(to, [&](int file) {
    const int copy_error = copy_all(source->number(), file);
    if (copy_error != 0) return copy_error;
    const timespec times[] = {status.st_atim, status.st_mtim};
    return ::futimens(file, times) < 0 ? errno : 0;
  });
}

Result<void> RealDisk::make_folder(const std::string& path) {
  if (type_of(path) == FileType::folder) return {};
  const std::string parent(folder_of(path));
  if (!parent.empty()) {
    auto made = make_folder(parent);
    if (!made) return made;
  }
  if (::mkdir(path.c_str(), folder_mode) == 0) return {};
  const int error = errno;
  if (error == EEXIST && type_of(path) == FileType::folder) return {};
  return disk_refusal("make folder", path, error);
}

void RealDisk::copy_permissions(const std::string& from, const std::string& to) {
  struct stat status{};
  if (::stat(from.c_str(), &status) < 0) return;
  // Who may give a folder away may also give it back: on failure the folder keeps its maker.
  if (::chown(to.c_str(), status.st_uid, status.st_gid) < 0 &&
      ::chown(to.c_str(), static_cast<uid_t>(-1), status.st_gid) < 0) {
    status.st_mode &= ~static_cast<mode_t>(S_ISGID);
  }
  ::chmod(to.c_str(), status.st_mode & 07777);
}

Result<void> RealDisk::remove(const std::string& path) {
  return remove_tree(path);
}

Result<void> RealDisk::rename(const std::string& from, const std::string& to) {
  // rename(2) would replace an empty folder.
  if (type_of(to, false) == FileType::folder) return disk_refusal("rename to", to, EISDIR);
  if (::rename(from.c_str(), to.c_str()) < 0) return disk_refusal("rename", from, errno);
  return {};
}

Result<void> RealDisk::exchange(const std::string& a, const std::string& b) {
  if (::renameat2(AT_FDCWD, a.c_str(), AT_FDCWD, b.c_str(), RENAME_EXCHANGE) < 0) {
    return disk_refusal("exchange", a, errno);
  }
  return {};
}

Result<FolderLock> RealDisk::lock(const std::string& folder, int patience_ms) {
  constexpr int pause_ms = 20;
  auto handle = std::make_shared<FileHandle>(FileHandle::open(folder, O_RDONLY | O_DIRECTORY));
  if (!*handle) return disk_refusal("lock", folder, errno);
  for (int waited = 0;; waited += pause_ms) {
    if (uninterrupted([&] { return ::flock(handle->number(), LOCK_EX | LOCK_NB); }) == 0) return FolderLock(handle);
    if (errno != EWOULDBLOCK) return FolderLock();
    if (waited >= patience_ms) {
      return Failure{"another run of vav is writing in " + folder, "wait until it is done, or end it"};
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(pause_ms));
  }
}

}  // namespace vav
