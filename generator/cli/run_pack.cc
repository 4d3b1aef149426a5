// The command that makes one file of a site.
#include <fmt/format.h>

#include "base/hash.h"
#include "build/packing.h"
#include "cli/commands.h"
#include "cli/common.h"
#include "cli/console.h"

namespace vav {

Exit run_pack(const PackCommand& command) {
  RealDisk disk;
  Result<BuildOptions> options = build_options(command.common, disk);
  if (!options) return refuse(options.failure());
  if (const auto clash = folders_clash(disk, options->content, command.out)) return refuse_folders(*clash);
  Result<Build> build = Failure{};
  {
    const ProgressLine progress;
    build = build_site(disk, *options, [&](std::string_view pass) { progress.show(pass); });
  }
  if (!build) return refuse(build.failure());
  std::optional<OutputTree> tree;
  if (build->tree) tree = packed_tree(*build->woven, *build->tree, build->diagnostics);
  print_findings(build->diagnostics, command.common.diagnostics, options->content, disk);
  if (!tree || stops_build(build->diagnostics, command.common.strict)) {
    if (command.common.diagnostics.format == DiagnosticsFormat::text) fmt::print(stderr, "vav: nothing was written\n");
    return Exit::content_errors;
  }
  const Result<std::string> bytes = zip_of(disk, *tree, zip_form(*build->woven), options->threads);
  if (!bytes) return refuse(bytes.failure());
  const Result<bool> is_new = write_archive(disk, command.out, *bytes);
  if (!is_new) return refuse(is_new.failure());
  fmt::print("{} pages, {} files in {}{}: {} bytes, sha256 {}\n", build->page_count, tree->files().size() + 1,
             command.out, *is_new ? "" : " (unchanged)", bytes->size(), sha256(*bytes));
  return Exit::fine;
}

}  // namespace vav
