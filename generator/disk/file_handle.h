// A file descriptor that closes itself. Used inside this room only.
#pragma once

#include <cerrno>
#include <fcntl.h>
#include <string>
#include <unistd.h>
#include <utility>

namespace vav {

// Repeats a system call as long as a signal interrupts it.
template <typename Call>
auto uninterrupted(const Call& call) {
  auto result = call();
  while (result < 0 && errno == EINTR) result = call();
  return result;
}

class FileHandle {
 public:
  explicit FileHandle(int number) : number_(number) {}
  static FileHandle open(const std::string& path, int flags, mode_t mode = 0) {
    return open_at(AT_FDCWD, path, flags, mode);
  }
  static FileHandle open_at(int folder, const std::string& name, int flags, mode_t mode = 0) {
    return FileHandle(uninterrupted([&] { return ::openat(folder, name.c_str(), flags | O_CLOEXEC, mode); }));
  }
  ~FileHandle() { close(); }
  FileHandle(FileHandle&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  FileHandle& operator=(FileHandle&& other) noexcept {
    std::swap(number_, other.number_);
    return *this;
  }
  FileHandle(const FileHandle&) = delete;
  FileHandle& operator=(const FileHandle&) = delete;

  explicit operator bool() const { return number_ >= 0; }
  int number() const { return number_; }
  // Gives the descriptor away.
  int release() { return std::exchange(number_, -1); }
  // 0, or the errno: some file systems (NFS, quotas) tell only now that a write failed. EINTR on Linux means closed.
  int close() {
    if (number_ < 0) return 0;
    return ::close(release()) < 0 && errno != EINTR ? errno : 0;
  }

 private:
  int number_;
};

}  // namespace vav
