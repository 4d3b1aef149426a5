// The site that is being served, and those who wait for the next one.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <utility>

#include "build/build_site.h"

namespace vav {

// What one build left behind. Never changed: whoever holds one sees a whole site, however many builds follow.
struct Site {
  std::size_t number = 0;                  // of the build, from 1
  std::shared_ptr<const OutputTree> tree;  // of the last build that gave one; nullptr when none has
  bool stale = false;                      // the tree is older than the findings
  Diagnostics findings;
  std::optional<Failure> failure;  // why the world refused to be read
  std::string language = "en";     // of those who look after the site: "sv" or "en"
};

// The findings as a JSON array, in the site's language; the failure, where there is one.
std::string findings_json(const Site& site);

// Any number of threads.
class LiveSite {
 public:
  // `most_streams`: an event stream more ends the oldest one. Each holds a thread of the server.
  LiveSite(std::size_t most_streams, std::string language)
      : most_streams_(most_streams), language_(std::move(language)) {}

  void publish(Result<Build> build);
  // nullptr before the first publish().
  std::shared_ptr<const Site> current() const;

  using Stream = std::size_t;
  Stream open_stream();
  void close_stream(Stream stream);

  enum class News { site, nothing, end };
  // Blocks until there is a site newer than `seen`, until the stream is to end, or for `patience`.
  News wait(Stream stream, std::size_t seen, std::chrono::milliseconds patience) const;
  // Ends every stream, those of the future too.
  void end_streams();

 private:
  const std::size_t most_streams_;
  const std::string language_;
  mutable std::mutex mutex_;  // guards all below
  mutable std::condition_variable changed_;
  std::shared_ptr<const Site> current_;
  std::deque<Stream> streams_;  // open ones, oldest first
  Stream next_stream_ = 0;
  bool ended_ = false;
};

}  // namespace vav
