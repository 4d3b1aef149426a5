// `vav serve`: a site in memory that follows its sources.
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "build/build_site.h"
#include "disk/disk.h"

namespace vav {

struct ServeOptions {
  int port = 0;                      // 0 = any that is free
  std::vector<std::string> folders;  // what a change is looked for in
  std::string language = "en";       // of what is said about the content: "sv" or "en"
};

// Builds the site anew and tells whoever started us what was found. Called from one thread at a time.
using Builder = std::function<Result<Build>()>;

// Threads: one that waits for changes and builds, one at a time; those of the HTTP server. They meet in LiveSite only.
class Serving {
 public:
  // Takes the port and builds the site for the first time, in the caller's thread: a failure when either is refused.
  // Errors in the content are no failure. Nothing is answered before start().
  static Result<std::unique_ptr<Serving>> open(const Disk& disk, ServeOptions options, Builder builder);
  // Blocks until everything has ended.
  ~Serving();
  Serving(const Serving&) = delete;
  Serving& operator=(const Serving&) = delete;
  Serving(Serving&&) = delete;
  Serving& operator=(Serving&&) = delete;

  // "http://127.0.0.1:4321/"
  std::string address() const;
  void start();
  // Ends connections, streams and the watch. False when something is still at work after `patience` (a long build):
  // then leave the program without destroying this, for nothing on the disk is ours.
  bool stop(std::chrono::milliseconds patience);

 private:
  struct State;
  explicit Serving(std::unique_ptr<State> state);

  std::unique_ptr<State> state_;
};

}  // namespace vav
