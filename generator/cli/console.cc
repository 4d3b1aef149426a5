#include "cli/console.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fmt/format.h>
#include <map>
#include <unistd.h>

#include "base/address.h"
#include "diagnostics/print.h"

namespace vav {
namespace {

// "2 errors, 1 warning"
Wording tally(std::size_t errors, std::size_t warnings) {
  return say("{}, {}", errors == 1 ? say("1 error") : say("{} errors", errors),
             warnings == 1 ? say("1 warning") : say("{} warnings", warnings));
}

bool wants_colour() {
  return isatty(STDERR_FILENO) != 0 && std::getenv("NO_COLOR") == nullptr;
}

}  // namespace

void print_findings(const Diagnostics& diagnostics, const DiagnosticsStyle& style, const std::string& folder,
                    const Disk& disk) {
  if (style.format != DiagnosticsFormat::text) {
    const std::string document = style.format == DiagnosticsFormat::json
                                     ? to_json(diagnostics, style.language)
                                     : to_sarif(diagnostics, style.language, folder);
    fmt::print(stderr, "{}", document);
    return;
  }
  std::map<std::string, std::string> texts;
  const SourceText source = [&](const std::string& path) -> std::string_view {
    const auto [entry, is_new] = texts.try_emplace(path);
    if (is_new) {
      Result<std::string> text = disk.read_file(join_path(folder, path));
      if (text) entry->second = std::move(*text);
    }
    return entry->second;
  };
  std::size_t errors = 0;
  std::size_t warnings = 0;
  for (const Diagnostic& one : diagnostics.all()) {
    errors += one.severity == Severity::error ? 1 : 0;
    warnings += one.severity == Severity::warning ? 1 : 0;
    const std::string shown = normal_path(join_path(folder, one.span.path));
    std::string text = to_text(one, {.colour = wants_colour(), .path_prefix = {}, .language = style.language}, source);
    text.replace(0, one.span.path.size(), shown);
    fmt::print(stderr, "{}", text);
  }
  if (errors + warnings > 0) fmt::print(stderr, "{}\n", tally(errors, warnings).in(style.language));
}

Exit refuse(const Failure& failure) {
  fmt::print(stderr, "vav: {}\n", failure.message);
  if (!failure.hint.empty()) fmt::print(stderr, "  hint: {}\n", failure.hint);
  return Exit::world_refused;
}

ProgressLine::ProgressLine() : on_terminal_(isatty(STDERR_FILENO) != 0) {}

ProgressLine::~ProgressLine() {
  if (on_terminal_) fmt::print(stderr, "\r\033[K");
}

void ProgressLine::show(std::string_view pass) const {
  if (!on_terminal_) return;
  std::string words(pass);
  std::ranges::replace(words, '_', ' ');
  fmt::print(stderr, "\r\033[Kvav: {}", words);
  std::fflush(stderr);
}

}  // namespace vav
