// vav move.
#include <fmt/format.h>

#include "authoring/move_page.h"
#include "base/address.h"
#include "base/text.h"
#include "cli/commands.h"
#include "cli/common.h"
#include "cli/console.h"

namespace vav {
namespace {

// Blocks for editors as text, in a place of the same size: what they name is looked for too.
constexpr std::string_view editors_block = "::: internal";
constexpr std::string_view shown_block = "::: lang en ";

void show_editors_blocks(OverlayDisk::Changes& changes, const std::vector<SourceFile>& sources,
                         const std::string& content) {
  static_assert(editors_block.size() == shown_block.size());
  for (const SourceFile& source : sources) {
    if (source.text.find(editors_block) != std::string::npos)
      changes.try_emplace(join_path(content, source.path), source.text);
  }
  for (auto& [path, bytes] : changes) {
    if (bytes && path.ends_with(".md")) bytes = replace_all(*bytes, editors_block, shown_block);
  }
}

Result<Diagnostics> findings_after(const ContentChange& change, const std::vector<SourceFile>& sources,
                                   const BuildOptions& options, const Disk& disk) {
  OverlayDisk::Changes changes = overlay_of(change, options.content);
  show_editors_blocks(changes, sources, options.content);
  BuildOptions everything = options;
  everything.every_page = true;
  Result<Build> build = weave_site(OverlayDisk(disk, changes), everything, {});
  if (!build) return build.failure();
  return std::move(build->diagnostics);
}

Exit refuse_arguments(const Failure& failure) {
  refuse(failure);
  return Exit::wrong_arguments;
}

void print_plan(const MovePlan& plan, const std::string& content, const std::string& language) {
  for (const std::string& path : plan.change.removed)
    fmt::print("{}\n", say("{} is gone", normal_path(join_path(content, path))).in(language));
  for (const auto& [path, bytes] : plan.change.written)
    fmt::print("{}\n", say("{} is written", normal_path(join_path(content, path))).in(language));
  for (const std::string& old : plan.redirected) fmt::print("{}\n", say("{} leads on", old).in(language));
  fmt::print("{}\n", say("{} links and names rewritten", plan.names).in(language));
}

}  // namespace

Exit run_move(const MoveCommand& command) {
  RealDisk disk;
  const CommonOptions& common = command.common;
  Result<BuildOptions> options = build_options(common, disk);
  if (!options) return refuse(options.failure());
  const std::string& content = options->content;
  const Result<Build> before = build_site(disk, *options, {});
  if (!before) return refuse(before.failure());
  if (!before->woven || before->diagnostics.has_errors()) {
    print_findings(before->diagnostics, common.diagnostics, content, disk);
    fmt::print(stderr, "vav: nothing was moved: mend first what is wrong\n");
    return Exit::content_errors;
  }
  Diagnostics unheeded;
  const Result<Sources> sources = collect_sources(disk, content, before->woven->config, options->threads, unheeded);
  if (!sources) return refuse(sources.failure());
  const Trial trial = [&](const ContentChange& change) {
    return findings_after(change, sources->pages, *options, disk);
  };
  const Result<MovePlan> plan =
      plan_move({command.from, command.to}, before->woven->config, sources->pages, disk, content, trial);
  if (!plan) return refuse_arguments(plan.failure());
  const OverlayDisk moved(disk, overlay_of(plan->change, content));
  const Result<Build> after = build_site(moved, *options, {});
  if (!after) return refuse(after.failure());
  if (after->diagnostics.has_errors()) {
    print_findings(after->diagnostics, common.diagnostics, content, moved);
    fmt::print(stderr, "vav: nothing was moved: this is what would be wrong then\n");
    return Exit::content_errors;
  }
  if (const Result<void> done = apply_change(disk, content, plan->change); !done) return refuse(done.failure());
  print_plan(*plan, content, common.diagnostics.language);
  return Exit::fine;
}

}  // namespace vav
