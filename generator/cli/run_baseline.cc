// The command that stores what is on the site: baseline.
#include <fmt/format.h>

#include "base/address.h"
#include "build/read_baselines.h"
#include "cli/commands.h"
#include "cli/common.h"
#include "cli/console.h"

namespace vav {

Exit run_baseline(const BaselineCommand& command) {
  RealDisk disk;
  const auto refuse_arguments = [](const Failure& failure) {
    refuse(failure);
    return Exit::wrong_arguments;
  };
  if (const std::string_view fault = baseline_name_fault(command.name); !fault.empty())
    return refuse_arguments({fmt::format("'{}' is no name for a baseline", command.name), std::string(fault)});
  Result<BuildOptions> options = build_options(command.common, disk);
  if (!options) return refuse(options.failure());
  const std::string folder = join_path(options->content, std::string(baselines_folder));
  const std::string path = join_path(folder, command.name + ".json");
  if (disk.type_of(path, false) && !command.force) {
    return refuse_arguments(
        {fmt::format("{} is there already", path), "choose another name, or write over it with --force"});
  }
  Result<Build> build = weave_site(disk, *options, {});
  if (!build) return refuse(build.failure());
  // What is to be written over need not be sound.
  std::erase_if(build->diagnostics.all(), [&](const Diagnostic& one) {
    return one.id == "bad-baseline" && one.span.path == join_path(baselines_folder, command.name + ".json");
  });
  if (!build->woven || stops_build(build->diagnostics, command.common.strict)) {
    print_findings(build->diagnostics, command.common.diagnostics, options->content, disk);
    return Exit::content_errors;
  }
  // The same content gives the same bytes on any day, unless somebody says which day it is of.
  const auto day = command.common.today.empty() ? std::nullopt : std::optional(options->today);
  const Baseline baseline = take_baseline(command.name, day, *build->woven, options->today);
  if (const Result<void> made = disk.make_folder(folder); !made) return refuse(made.failure());
  if (const Result<void> written = disk.write_file(path, baseline_json(baseline)); !written)
    return refuse(written.failure());
  fmt::print("{}: {} items as of {}\n", normal_path(path), baseline.state.items.size(), baseline.date.iso());
  return Exit::fine;
}

}  // namespace vav
