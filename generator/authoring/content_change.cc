#include "authoring/content_change.h"

#include "base/address.h"

namespace vav {
namespace {

// Names that begin with "." are never content.
std::string beside(const std::string& path, std::string_view ending) {
  return join_path(folder_of(path), "." + std::string(file_name(path)) + std::string(ending));
}

// What takes room is done first: the files to come, and second names of those that go. After that there are renames
// only, and so is undoing them.
class Change {
 public:
  Change(Disk& disk, const std::string& content, const ContentChange& change) : disk_(disk) {
    for (const auto& [path, bytes] : change.written) writes_.emplace_back(join_path(content, path), bytes);
    for (const std::string& path : change.removed) removals_.push_back(join_path(content, path));
  }

  Result<void> apply() {
    Result<void> done = prepare();
    for (std::size_t i = 0; done && i < writes_.size(); ++i) {
      done = disk_.rename(beside(writes_[i].first, ".new"), writes_[i].first);
      if (done) ++written_;
    }
    for (std::size_t i = 0; done && i < removals_.size(); ++i) {
      done = disk_.remove(removals_[i]);
      if (done) ++removed_;
    }
    if (!done) undo();
    clean();
    return done;
  }

 private:
  Result<void> prepare() {
    for (const auto& [path, bytes] : writes_) {
      if (Result<void> written = disk_.write_file(beside(path, ".new"), bytes); !written) return written;
      if (Result<void> kept = keep(path); !kept) return kept;
    }
    for (const std::string& path : removals_) {
      if (Result<void> kept = keep(path); !kept) return kept;
    }
    return {};
  }

  Result<void> keep(const std::string& path) {
    if (!disk_.type_of(path, false)) return {};
    return disk_.link_file(path, beside(path, ".old"));
  }

  void undo() {
    for (std::size_t i = 0; i < written_; ++i) {
      const std::string& path = writes_[i].first;
      const std::string old = beside(path, ".old");
      const Result<void> back = disk_.type_of(old, false) ? disk_.rename(old, path) : disk_.remove(path);
      static_cast<void>(back);  // the disk refuses: nothing more can be done, and the second name stays
    }
    for (std::size_t i = 0; i < removed_; ++i) {
      const Result<void> back = disk_.rename(beside(removals_[i], ".old"), removals_[i]);
      static_cast<void>(back);
    }
  }

  void clean() {
    const auto remove = [&](const std::string& path, std::string_view ending) {
      // What a disk that refuses keeps is hidden, and no content.
      if (disk_.type_of(beside(path, ending), false)) static_cast<void>(disk_.remove(beside(path, ending)));
    };
    for (const auto& [path, bytes] : writes_) {
      remove(path, ".new");
      if (disk_.type_of(path, false)) remove(path, ".old");
    }
    for (const std::string& path : removals_) remove(path, ".old");
  }

  Disk& disk_;
  std::vector<std::pair<std::string, std::string>> writes_;  // path, bytes
  std::vector<std::string> removals_;
  std::size_t written_ = 0, removed_ = 0;
};

}  // namespace

OverlayDisk::Changes overlay_of(const ContentChange& change, const std::string& content) {
  OverlayDisk::Changes changes;
  for (const std::string& path : change.removed) changes[join_path(content, path)] = std::nullopt;
  for (const auto& [path, bytes] : change.written) changes[join_path(content, path)] = bytes;
  return changes;
}

Result<void> apply_change(Disk& disk, const std::string& content, const ContentChange& change) {
  return Change(disk, content, change).apply();
}

}  // namespace vav
