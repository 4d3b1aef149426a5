// The one door to the file system. Code above talks to Disk; tests use MemoryDisk, the program RealDisk.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace vav {

enum class FileType { file, folder, link, other };

struct FileEntry {
  std::string path;  // relative to the folder that was listed, "/" between parts
  FileType type = FileType::file;

  friend bool operator==(const FileEntry&, const FileEntry&) = default;
};

// Held as long as it lives; the system lets go of it when the process dies.
using FolderLock = std::shared_ptr<void>;

// Paths are absolute or relative to the current folder. Not thread-safe for writing; any number of threads may read.
class Disk {
 public:
  Disk() = default;
  virtual ~Disk() = default;
  Disk(const Disk&) = delete;
  Disk& operator=(const Disk&) = delete;
  Disk(Disk&&) = delete;
  Disk& operator=(Disk&&) = delete;

  virtual Result<std::string> read_file(const std::string& path) const = 0;
  // nullopt when nothing is there. Does not follow a link at the end of the path when `follow` is false.
  virtual std::optional<FileType> type_of(const std::string& path, bool follow = true) const = 0;
  // Everything below the folder, sorted by path (bytes). Links are listed, never followed.
  virtual Result<std::vector<FileEntry>> list_tree(const std::string& folder) const = 0;
  // The absolute path with every link in it resolved. Parts at its end need not exist.
  virtual Result<std::string> real_path(const std::string& path) const = 0;
  // Whether another file system begins at the folder: it cannot be renamed or exchanged then.
  virtual bool is_mount_point(const std::string& folder) const = 0;

  // Creates or replaces, in place; the folder must exist. What a failed write leaves behind is no file at all.
  virtual Result<void> write_file(const std::string& path, std::string_view bytes) = 0;
  // As write_file.
  virtual Result<void> copy_file(const std::string& from, const std::string& to) = 0;
  // A second name for the same file, so its time stays; where the file system has none, a copy with the same time.
  // Nothing may be at `to`.
  virtual Result<void> link_file(const std::string& from, const std::string& to) = 0;
  // With its parents; fine when it is there.
  virtual Result<void> make_folder(const std::string& path) = 0;
  // Gives one folder the permissions of another, as far as the system allows.
  virtual void copy_permissions(const std::string& from, const std::string& to) = 0;
  // File or folder with all below; fine when nothing is there. Links are removed, never followed.
  virtual Result<void> remove(const std::string& path) = 0;
  // Replaces an existing file; a folder must not exist at `to`.
  virtual Result<void> rename(const std::string& from, const std::string& to) = 0;
  // Swaps two existing folders in one step. Fails where the file system cannot.
  virtual Result<void> exchange(const std::string& a, const std::string& b) = 0;
  // Keeps other runs of vav that lock the same folder waiting; a failure when another holds it for `patience_ms`.
  // Where the file system knows no locks, an empty lock.
  virtual Result<FolderLock> lock(const std::string& folder, int patience_ms = 10'000) = 0;
};

class RealDisk : public Disk {
 public:
  Result<std::string> read_file(const std::string& path) const override;
  std::optional<FileType> type_of(const std::string& path, bool follow = true) const override;
  Result<std::vector<FileEntry>> list_tree(const std::string& folder) const override;
  Result<std::string> real_path(const std::string& path) const override;
  bool is_mount_point(const std::string& folder) const override;
  Result<void> write_file(const std::string& path, std::string_view bytes) override;
  Result<void> copy_file(const std::string& from, const std::string& to) override;
  Result<void> link_file(const std::string& from, const std::string& to) override;
  Result<void> make_folder(const std::string& path) override;
  void copy_permissions(const std::string& from, const std::string& to) override;
  Result<void> remove(const std::string& path) override;
  Result<void> rename(const std::string& from, const std::string& to) override;
  Result<void> exchange(const std::string& a, const std::string& b) override;
  Result<FolderLock> lock(const std::string& folder, int patience_ms = 10'000) override;
};

// Another disk as it would be after some changes; nothing is written.
class OverlayDisk : public Disk {
 public:
  // By path: the new bytes, or nothing where the file is gone. Paths are compared in their normal form (normal_path()).
  using Changes = std::map<std::string, std::optional<std::string>>;

  // `under` must outlive it.
  OverlayDisk(const Disk& under, const Changes& changes);

  Result<std::string> read_file(const std::string& path) const override;
  std::optional<FileType> type_of(const std::string& path, bool follow = true) const override;
  Result<std::vector<FileEntry>> list_tree(const std::string& folder) const override;
  Result<std::string> real_path(const std::string& path) const override;
  bool is_mount_point(const std::string& folder) const override;
  // Each fails.
  Result<void> write_file(const std::string& path, std::string_view bytes) override;
  Result<void> copy_file(const std::string& from, const std::string& to) override;
  Result<void> link_file(const std::string& from, const std::string& to) override;
  Result<void> make_folder(const std::string& path) override;
  void copy_permissions(const std::string& from, const std::string& to) override;
  Result<void> remove(const std::string& path) override;
  Result<void> rename(const std::string& from, const std::string& to) override;
  Result<void> exchange(const std::string& a, const std::string& b) override;
  Result<FolderLock> lock(const std::string& folder, int patience_ms = 10'000) override;

 private:
  const Disk& under_;
  Changes changes_;
};

// A file system in memory, with "/" as its root and current folder. What is not there on a real disk is here for tests:
// refusing on purpose, counting writes, and a version in place of a file's time.
class MemoryDisk : public Disk {
 public:
  using Files = std::map<std::string, std::string>;  // path -> bytes

  MemoryDisk() = default;
  // The folders that the files lie in exist too.
  explicit MemoryDisk(const Files& files);

  Result<std::string> read_file(const std::string& path) const override;
  std::optional<FileType> type_of(const std::string& path, bool follow = true) const override;
  Result<std::vector<FileEntry>> list_tree(const std::string& folder) const override;
  Result<std::string> real_path(const std::string& path) const override;
  bool is_mount_point(const std::string& folder) const override;
  Result<void> write_file(const std::string& path, std::string_view bytes) override;
  Result<void> copy_file(const std::string& from, const std::string& to) override;
  Result<void> link_file(const std::string& from, const std::string& to) override;
  Result<void> make_folder(const std::string& path) override;
  void copy_permissions(const std::string& from, const std::string& to) override;
  Result<void> remove(const std::string& path) override;
  Result<void> rename(const std::string& from, const std::string& to) override;
  Result<void> exchange(const std::string& a, const std::string& b) override;
  Result<FolderLock> lock(const std::string& folder, int patience_ms = 10'000) override;

  // What fails once the disk has begun to refuse.
  enum class Refusal {
    nothing,
    once,   // one call, whatever it is
    space,  // what needs room: writing, copying, linking, making folders; as on a full disk
    all,    // every call that changes the disk; as when the disk is pulled out
  };
  // Lets `calls` changing calls through, then refuses.
  void fail_after(std::size_t calls, Refusal refusal);
  // Every write fails from now on.
  void refuse_writes() { fail_after(0, Refusal::all); }
  // exchange() fails from now on, as on a mount point.
  void refuse_exchange() { refuses_exchange_ = true; }
  // A link; its folder must exist, its target need not.
  void add_link(const std::string& path, const std::string& target);
  // Calls that changed the disk so far.
  std::size_t changes() const { return changes_; }
  // Grows with each write to the file, as its time would; 0 when there is no such file.
  std::size_t version_of(const std::string& path) const;

 private:
  struct Node {
    FileType type = FileType::folder;
    std::string content;  // of a file; where a link leads
    std::size_t version = 0;
  };

  const Node* find(const std::string& path) const;
  Result<std::string> place_of(const std::string& path, bool follow) const;
  bool has_folder(const std::string& place) const;
  bool refuses(bool needs_room);
  void move(const std::string& from, const std::string& to);

  std::map<std::string, Node> nodes_;  // absolute normal path -> what is there; "/" itself is not in it
  std::size_t changes_ = 0;
  std::size_t calls_left_ = 0;
  Refusal refusal_ = Refusal::nothing;
  bool refuses_exchange_ = false;
};

}  // namespace vav
