#include "serve/http_server.h"

#include <atomic>
#include <cerrno>
#include <cstring>
#include <fmt/format.h>
#include <future>
#include <httplib.h>
#include <sys/socket.h>
#include <thread>

#include "serve/answer.h"
#include "serve/overlay.h"
#include "serve/request.h"

namespace vav {
namespace {

constexpr const char* loopback = "127.0.0.1";
constexpr int waiting_connections = 128;
constexpr std::size_t longest_body = 65'536;
// A browser opens connections in advance; each holds a thread until it says something.
constexpr time_t silent_seconds = 2;
// How often a stream looks whether its reader is still there.
constexpr std::chrono::milliseconds stream_breath{1000};
constexpr int breaths_between_comments = 15;
constexpr std::string_view plain = "text/plain; charset=utf-8";

// One reader of the event stream; ends with the response that holds it.
class EventStream {
 public:
  EventStream(LiveSite& site, const Disk& disk, std::string target)
      : site_(site), disk_(disk), target_(std::move(target)) {}
  ~EventStream() { site_.close_stream(stream_); }
  EventStream(const EventStream&) = delete;
  EventStream& operator=(const EventStream&) = delete;
  EventStream(EventStream&&) = delete;
  EventStream& operator=(EventStream&&) = delete;

  // Waits for the next event and writes it; called over and over. False when the reader has gone.
  bool next(httplib::DataSink& sink) {
    switch (site_.wait(stream_, seen_, stream_breath)) {
      case LiveSite::News::end:
        sink.done();
        return true;
      case LiveSite::News::nothing:
        if (++breaths_ % breaths_between_comments == 0) return write(sink, ":\n\n");
        return sink.is_writable();
      case LiveSite::News::site:
        break;
    }
    const std::shared_ptr<const Site> site = site_.current();
    seen_ = site->number;
    return write(sink,
                 fmt::format("retry: 1000\nid: {}\ndata: {}\n\n", site->number, event_data(*site, disk_, target_)));
  }

 private:
  static bool write(httplib::DataSink& sink, std::string_view text) { return sink.write(text.data(), text.size()); }

  LiveSite& site_;
  const Disk& disk_;
  const std::string target_;
  const LiveSite::Stream stream_ = site_.open_stream();
  std::size_t seen_ = 0;
  int breaths_ = 0;
};

void refuse(httplib::Response& response, int status, const std::string& why) {
  response.status = status;
  response.set_content(why + "\n", std::string(plain));
}

}  // namespace

struct HttpServer::State {
  State(LiveSite& live, const Disk& real_disk) : site(live), disk(real_disk) {}

  LiveSite& site;
  const Disk& disk;
  int port = 0;
  socket_t accepting = -1;
  httplib::Server server;
  std::atomic<bool> stopping = false;
  std::future<void> listening;  // after server: it ends first

  void set_up();
  void handle(const httplib::Request& request, httplib::Response& response);
  void send_events(const httplib::Request& request, httplib::Response& response) const;
};

void HttpServer::State::set_up() {
  server.new_task_queue = [] { return new httplib::ThreadPool(most_streams + page_threads); };
  // One request a connection: a silent connection holds no thread, and what a request that we refuse still had to say
  // is never taken for the next one.
  server.set_keep_alive_max_count(1);
  server.set_keep_alive_timeout(silent_seconds);
  server.set_payload_max_length(longest_body);
  // By default two servers may share a port, and each gets every other request.
  server.set_socket_options([this](socket_t socket) {
    const int yes = 1;
    ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    accepting = socket;
  });
  server.set_default_headers({{"Cache-Control", "no-store"},
                              {"X-Content-Type-Options", "nosniff"},
                              {"Cross-Origin-Resource-Policy", "same-origin"}});
  server.set_pre_routing_handler([this](const httplib::Request& request, httplib::Response& response) {
    // The library compresses (a large index for seconds) and cuts ranges (badly) after we have answered. Nobody needs
    // either over loopback. The request is its own variable, and is const to us only.
    auto& asked = const_cast<httplib::Request&>(request);
    asked.headers.erase("Accept-Encoding");
    asked.ranges.clear();
    const bool own = request.get_header_value_count("Host") == 1 && is_own_host(request.get_header_value("Host"), port);
    if (!own) {
      refuse(response, 403, fmt::format("This server answers to http://{}:{}/ only.", loopback, port));
      return httplib::Server::HandlerResponse::Handled;
    }
    // Other methods go on, so that their bodies are read before they are refused.
    if (request.method != "GET" && request.method != "HEAD") return httplib::Server::HandlerResponse::Unhandled;
    handle(request, response);
    return httplib::Server::HandlerResponse::Handled;
  });
  // What the library refuses by itself, and methods that nobody handles.
  server.set_error_handler([](const httplib::Request& request, httplib::Response& response) {
    if (!response.body.empty()) return;
    const bool reads = request.method.empty() || request.method == "GET" || request.method == "HEAD";
    if (!reads && (response.status == 404 || response.status == 400)) {
      response.set_header("Allow", "GET, HEAD");
      refuse(response, 405, "This server only shows: GET and HEAD.");
      return;
    }
    refuse(response, response.status, fmt::format("Refused ({}).", response.status));
  });
}

void HttpServer::State::handle(const httplib::Request& request, httplib::Response& response) {
  const std::string_view target = request.target;
  if (target.substr(0, target.find('?')) == events_address && request.method == "GET") {
    send_events(request, response);
    return;
  }
  Answer found = answer(*site.current(), disk, target);
  response.status = found.status;
  if (!found.location.empty()) response.set_header("Location", found.location);
  response.set_header("Content-Type", found.type);
  response.body = std::move(found.body);
}

void HttpServer::State::send_events(const httplib::Request& request, httplib::Response& response) const {
  if (!is_own_origin(request.get_header_value("Origin"), port)) {
    refuse(response, 403, "Events are for the pages of this server only.");
    return;
  }
  auto stream = std::make_shared<EventStream>(site, disk, request.get_param_value("page"));
  response.status = 200;
  response.set_chunked_content_provider("text/event-stream",
                                        [stream](std::size_t, httplib::DataSink& sink) { return stream->next(sink); });
}

HttpServer::HttpServer(std::unique_ptr<State> state) : state_(std::move(state)) {}

HttpServer::~HttpServer() {
  stop();
}

Result<std::unique_ptr<HttpServer>> HttpServer::open(int port, LiveSite& site, const Disk& disk) {
  auto state = std::make_unique<State>(site, disk);
  state->set_up();
  errno = 0;
  int bound = -1;
  if (port == 0) {
    bound = state->server.bind_to_any_port(loopback);
  } else if (state->server.bind_to_port(loopback, port)) {
    bound = port;
  }
  if (bound < 0) {
    const int error = errno;
    const std::string why = error == EADDRINUSE ? "it is taken by another program" : std::strerror(error);
    return Failure{fmt::format("port {} cannot be used: {}", port, why),
                   "choose another with --port, or --port 0 for any that is free"};
  }
  state->port = bound;
  // The library lets five wait; a sixth that comes at the same time would stand still for a second.
  ::listen(state->accepting, waiting_connections);
  return std::unique_ptr<HttpServer>(new HttpServer(std::move(state)));
}

int HttpServer::port() const {
  return state_->port;
}

void HttpServer::start() {
  State& state = *state_;
  state.listening = std::async(std::launch::async, [&state] {
    // It gives up when a connection breaks off in the middle of being made; we do not.
    while (!state.server.listen_after_bind() && !state.stopping) {
      if (!state.server.bind_to_port(loopback, state.port)) return;
    }
  });
  // stop() does nothing to a server that has not begun.
  while (!state.server.is_running() && !has_ended(std::chrono::steady_clock::now())) {
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
}

void HttpServer::stop() {
  state_->stopping = true;
  state_->site.end_streams();
  state_->server.stop();
}

bool HttpServer::has_ended(std::chrono::steady_clock::time_point deadline) {
  return !state_->listening.valid() || state_->listening.wait_until(deadline) == std::future_status::ready;
}

}  // namespace vav
