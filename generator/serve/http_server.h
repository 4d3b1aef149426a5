// The network side: HTTP on the loopback address (cpp-httplib).
#pragma once

#include <chrono>
#include <memory>

#include "base/result.h"
#include "disk/disk.h"
#include "serve/live_site.h"

namespace vav {

// The most event streams at a time, and the threads beside them for everything else.
inline constexpr std::size_t most_streams = 32;
inline constexpr std::size_t page_threads = 32;

// Answers GET and HEAD, to those who ask for this server by its name only.
class HttpServer {
 public:
  // Takes the port (0 = any that is free) on 127.0.0.1; whoever connects waits until start(). `site` and `disk` must
  // outlive the server.
  static Result<std::unique_ptr<HttpServer>> open(int port, LiveSite& site, const Disk& disk);
  // Blocks until everything has ended.
  ~HttpServer();
  HttpServer(const HttpServer&) = delete;
  HttpServer& operator=(const HttpServer&) = delete;
  HttpServer(HttpServer&&) = delete;
  HttpServer& operator=(HttpServer&&) = delete;

  int port() const;
  // REQUIRES: the site has been published once. Answers from threads of its own.
  void start();
  // Takes no more connections, and ends those that wait. Returns at once.
  void stop();
  // Whether all has ended by then.
  bool has_ended(std::chrono::steady_clock::time_point deadline);

 private:
  struct State;
  explicit HttpServer(std::unique_ptr<State> state);

  std::unique_ptr<State> state_;
};

}  // namespace vav
