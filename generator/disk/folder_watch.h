// Tells when something below some folders changes (inotify).
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/result.h"

namespace vav {

// Watches folders with all below, also folders that are made later, and folders of the list that come or come back.
// Whatever way an editor saves (in place, a new file renamed over the old one) counts. Names that begin with "." do
// not: no page bears one, and editors keep their notes there. Links to folders below are not followed.
class FolderWatch {
 public:
  // Everything that happens from now on is told. A folder that is missing is waited for; a failure when the system
  // lets nothing more be watched.
  static Result<std::unique_ptr<FolderWatch>> open(std::vector<std::string> folders);
  ~FolderWatch();
  FolderWatch(const FolderWatch&) = delete;
  FolderWatch& operator=(const FolderWatch&) = delete;
  FolderWatch(FolderWatch&&) = delete;
  FolderWatch& operator=(FolderWatch&&) = delete;

  // Blocks until something has changed and then been quiet for a moment (people save several files at once): true.
  // False when cancel() was called. One thread only.
  bool wait();
  // Any thread; for good.
  void cancel();

 private:
  struct State;
  explicit FolderWatch(std::unique_ptr<State> state);

  std::unique_ptr<State> state_;
};

}  // namespace vav
