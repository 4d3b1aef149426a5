#include "disk/folder_watch.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <cstdint>
#include <cstring>
#include <poll.h>
#include <string_view>
#include <sys/eventfd.h>
#include <sys/inotify.h>
#include <unistd.h>
#include <utility>

#include "base/address.h"
#include "disk/file_handle.h"
#include "disk/folder_walk.h"
#include "disk/refusal.h"

namespace vav {
namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

constexpr milliseconds quiet_time{60};
// Something that never stops writing must not keep us waiting for ever.
constexpr milliseconds longest_burst{1000};
// How often a folder that is not there, or could not be watched, is looked for.
constexpr milliseconds search_interval{500};
constexpr std::uint32_t what_counts = IN_MODIFY | IN_CLOSE_WRITE | IN_ATTRIB | IN_CREATE | IN_DELETE | IN_MOVED_FROM |
                                      IN_MOVED_TO | IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR | IN_EXCL_UNLINK;
// The folders themselves are no longer those we watch.
constexpr std::uint32_t folders_change = IN_DELETE_SELF | IN_MOVE_SELF | IN_UNMOUNT | IN_Q_OVERFLOW;

bool is_hidden(std::string_view path) {
  return path.starts_with('.') || path.find("/.") != std::string_view::npos;
}

// What a batch of events says.
struct News {
  bool something = false;
  bool folders = false;  // came, went or moved: watch anew
};

News read_events(const FileHandle& events) {
  News news;
  alignas(inotify_event) std::array<char, 16'384> buffer{};
  while (true) {
    const ssize_t length = uninterrupted([&] { return ::read(events.number(), buffer.data(), buffer.size()); });
    if (length <= 0) return news;
    std::size_t at = 0;
    while (at < static_cast<std::size_t>(length)) {
      inotify_event event{};
      std::memcpy(&event, buffer.data() + at, sizeof event);
      const char* const name = buffer.data() + at + sizeof event;
      at += sizeof event + event.len;
      const bool hidden = event.len > 0 && name[0] == '.';
      // IN_IGNORED only confirms that a watch has ended; what ended it is told by itself.
      if (hidden || (event.mask & IN_IGNORED) != 0) continue;
      news.something = true;
      const bool moved_folder = (event.mask & IN_ISDIR) != 0 && (event.mask & IN_ATTRIB) == 0;
      if (moved_folder || (event.mask & folders_change) != 0) news.folders = true;
    }
  }
}

}  // namespace

struct FolderWatch::State {
  std::vector<std::string> folders;
  FileHandle events{-1};  // inotify
  FileHandle stop{-1};    // an eventfd, readable once cancelled
  bool whole = false;     // every folder of the list is there, and all below is watched

  // 0 or the errno that says that the system lets nothing more be watched. Folders that go while we look are no error.
  static int watch_tree(const FileHandle& into, const std::string& folder, std::size_t& count, bool& complete) {
    const auto add = [&](const std::string& path) {
      if (::inotify_add_watch(into.number(), path.c_str(), what_counts) >= 0) {
        ++count;
        return 0;
      }
      complete = false;
      return errno == ENOSPC || errno == ENOMEM ? errno : 0;
    };
    if (const int error = add(folder); error != 0) return error;
    const Result<std::vector<FileEntry>> entries = list_folder_tree(folder);
    if (!entries) {
      complete = false;
      return 0;
    }
    for (const FileEntry& entry : *entries) {
      if (entry.type != FileType::folder || is_hidden(entry.path)) continue;
      if (const int error = add(join_path(folder, entry.path)); error != 0) return error;
    }
    return 0;
  }

  // Watches everything anew: what moved away is let go. Looks until it finds nothing more, since a folder may be made
  // between the look and the watch. Whoever reads the folders after this misses nothing; what the old watches still had
  // to tell goes to `news`.
  int watch_all(News& news) {
    FileHandle fresh(::inotify_init1(IN_NONBLOCK | IN_CLOEXEC));
    if (!fresh) return errno;
    std::size_t before = 0;
    std::size_t count = 0;
    int error = 0;
    do {
      before = std::exchange(count, 0);
      whole = true;
      for (const std::string& folder : folders) {
        error = watch_tree(fresh, folder, count, whole);
        if (error != 0) break;
      }
    } while (error == 0 && count != before);
    if (error != 0) whole = false;
    if (events) news.something |= read_events(events).something;
    events = std::move(fresh);
    return error;
  }

  enum class Woken { event, silence, cancel };
  Woken sleep(milliseconds at_most) const {
    std::array<pollfd, 2> waiting = {pollfd{.fd = stop.number(), .events = POLLIN, .revents = 0},
                                     pollfd{.fd = events.number(), .events = POLLIN, .revents = 0}};
    const int timeout = at_most < milliseconds::zero() ? -1 : static_cast<int>(at_most.count());
    uninterrupted([&] { return ::poll(waiting.data(), waiting.size(), timeout); });
    if (waiting[0].revents != 0) return Woken::cancel;
    return waiting[1].revents != 0 ? Woken::event : Woken::silence;
  }
};

FolderWatch::FolderWatch(std::unique_ptr<State> state) : state_(std::move(state)) {}
FolderWatch::~FolderWatch() = default;

Result<std::unique_ptr<FolderWatch>> FolderWatch::open(std::vector<std::string> folders) {
  auto state = std::make_unique<State>();
  state->folders = std::move(folders);
  state->stop = FileHandle(::eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC));
  if (!state->stop) return disk_refusal("watch", state->folders.front(), errno);
  News news;
  if (const int error = state->watch_all(news); error != 0) {
    Failure failure = disk_refusal("watch", state->folders.front(), error);
    failure.hint = "let more folders be watched: sysctl fs.inotify.max_user_watches fs.inotify.max_user_instances";
    return failure;
  }
  return std::unique_ptr<FolderWatch>(new FolderWatch(std::move(state)));
}

bool FolderWatch::wait() {
  State& state = *state_;
  News news;
  while (!news.something) {
    const auto woken = state.sleep(state.whole ? milliseconds(-1) : search_interval);
    if (woken == State::Woken::cancel) return false;
    if (woken == State::Woken::event) news = read_events(state.events);
    if (woken == State::Woken::silence) {
      state.watch_all(news);
      news.something |= state.whole;
    }
  }
  const auto deadline = Clock::now() + longest_burst;
  while (Clock::now() < deadline) {
    const auto woken = state.sleep(quiet_time);
    if (woken == State::Woken::cancel) return false;
    if (woken == State::Woken::silence) break;
    const News more = read_events(state.events);
    news.folders |= more.folders;
  }
  if (news.folders) state.watch_all(news);
  return true;
}

void FolderWatch::cancel() {
  const std::uint64_t one = 1;
  // Fails only when it has been cancelled four thousand million times before.
  [[maybe_unused]] const ssize_t written = ::write(state_->stop.number(), &one, sizeof one);
}

}  // namespace vav
