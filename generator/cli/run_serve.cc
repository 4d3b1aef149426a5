#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <fmt/format.h>
#include <optional>
#include <unistd.h>

#include "base/date.h"
#include "cli/commands.h"
#include "cli/common.h"
#include "cli/console.h"
#include "serve/serving.h"

namespace vav {
namespace {

constexpr std::chrono::milliseconds patience_at_the_end{1000};

// Held back for this thread and all that it starts from now on: whoever asks us to stop is heard where we wait for it.
sigset_t hold_back_signals() {
  sigset_t signals{};
  sigemptyset(&signals);
  sigaddset(&signals, SIGINT);
  sigaddset(&signals, SIGTERM);
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  return signals;
}

// One build, as any other command makes it, and its findings on standard error.
Result<Build> build_for_serving(const Disk& disk, const BuildOptions& options, const CommonOptions& common) {
  BuildOptions now = options;
  // A server may see more than one day.
  if (common.today.empty()) now.today = today();
  std::optional<ProgressLine> progress(std::in_place);
  Result<Build> build = build_site(disk, now, [&](std::string_view pass) { progress->show(pass); });
  progress.reset();
  if (!build) return build;
  print_findings(build->diagnostics, common.diagnostics, options.content, disk);
  // Whoever saved a file sees that it was seen, also when nothing is wrong.
  if (isatty(STDERR_FILENO) != 0) {
    double seconds = 0;
    for (const PassTime& time : build->times) seconds += time.seconds;
    fmt::print(stderr, "{} pages, {:.2f} s\n", build->page_count, seconds);
  }
  return build;
}

}  // namespace

Exit run_serve(const ServeCommand& command) {
  const RealDisk disk;
  Result<BuildOptions> options = build_options(command.common, disk);
  if (!options) return refuse(options.failure());
  options->keep_going = true;
  // Here the site lies at the root of 127.0.0.1, whatever its address will be.
  options->base_url = "";
  const ServeOptions serve = {.port = command.port,
                              .folders = {options->content, options->theme.theme, options->theme.assets},
                              .language = command.common.diagnostics.language};
  bool first = true;
  auto serving = Serving::open(disk, serve, [&] {
    Result<Build> build = build_for_serving(disk, *options, command.common);
    // The first refusal ends the program, which says why.
    if (!build && !first) refuse(build.failure());
    first = false;
    return build;
  });
  if (!serving) return refuse(serving.failure());
  const sigset_t signals = hold_back_signals();
  (*serving)->start();
  fmt::print("{}\n", (*serving)->address());
  std::fflush(stdout);
  int signal = 0;
  sigwait(&signals, &signal);
  // A long build is not waited for: it is in memory only.
  if (!(*serving)->stop(patience_at_the_end)) std::_Exit(static_cast<int>(Exit::fine));
  return Exit::fine;
}

}  // namespace vav
