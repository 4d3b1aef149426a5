#include "serve/serving.h"

#include <fmt/format.h>
#include <future>
#include <utility>

#include "disk/folder_watch.h"
#include "serve/http_server.h"
#include "serve/live_site.h"

namespace vav {

struct Serving::State {
  State(Builder build, std::string language) : builder(std::move(build)), site(most_streams, std::move(language)) {}

  Builder builder;
  LiveSite site;
  std::unique_ptr<FolderWatch> watch;
  std::unique_ptr<HttpServer> server;
  std::future<void> rebuilding;
};

Serving::Serving(std::unique_ptr<State> state) : state_(std::move(state)) {}

Serving::~Serving() {
  state_->watch->cancel();
  state_->server->stop();
}

Result<std::unique_ptr<Serving>> Serving::open(const Disk& disk, ServeOptions options, Builder builder) {
  auto state = std::make_unique<State>(std::move(builder), std::move(options.language));
  auto server = HttpServer::open(options.port, state->site, disk);
  if (!server) return server.failure();
  state->server = std::move(*server);
  // Before the first build: a change while it runs is seen.
  auto watch = FolderWatch::open(std::move(options.folders));
  if (!watch) return watch.failure();
  state->watch = std::move(*watch);
  Result<Build> first = state->builder();
  if (!first) return first.failure();
  state->site.publish(std::move(first));
  return std::unique_ptr<Serving>(new Serving(std::move(state)));
}

std::string Serving::address() const {
  return fmt::format("http://127.0.0.1:{}/", state_->server->port());
}

void Serving::start() {
  State& state = *state_;
  state.rebuilding = std::async(std::launch::async, [&state] {
    while (state.watch->wait()) state.site.publish(state.builder());
  });
  state.server->start();
}

bool Serving::stop(std::chrono::milliseconds patience) {
  const auto deadline = std::chrono::steady_clock::now() + patience;
  state_->watch->cancel();
  state_->server->stop();
  return state_->server->has_ended(deadline) &&
         (!state_->rebuilding.valid() || state_->rebuilding.wait_until(deadline) == std::future_status::ready);
}

}  // namespace vav
