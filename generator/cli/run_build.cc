#include <algorithm>
#include <fmt/format.h>
#include <set>
#include <sys/resource.h>

#include "base/address.h"
#include "base/text.h"
#include "cli/commands.h"
#include "cli/common.h"
#include "cli/console.h"

namespace vav {
namespace {

void print_profile(const Build& build) {
  for (const PassTime& time : build.times) fmt::print("{:>18} {:8.1f} ms\n", time.pass, time.seconds * 1000);
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  fmt::print("{:>18} {:8.1f} MB\n", "peak memory", static_cast<double>(usage.ru_maxrss) / 1024);
}

void print_left_out(const Build& build) {
  for (const LeftOut& page : build.woven->left_out) fmt::print("left out: {} ({})\n", page.path, page.reason);
}

// Why each file is written or removed, before it is.
void print_reasons(const OutputTree& tree, const std::string& out, const Disk& disk) {
  for (const OutputFile& file : tree.files()) {
    const Result<std::string> old = disk.read_file(join_path(out, file.path));
    const Result<std::string> bytes =
        file.copy_from.empty() ? Result<std::string>(file.bytes) : disk.read_file(file.copy_from);
    const bool same = old && bytes && *old == *bytes;
    const std::string_view before = old ? "changed" : "new";
    fmt::print("{}: {} (made by {})\n", same ? "unchanged" : before, file.path, file.made_by);
  }
  const Result<std::vector<FileEntry>> old = disk.list_tree(out);
  if (!old) return;  // there was none
  for (const FileEntry& entry : *old) {
    const bool is_needed = entry.path == sums_path || tree.find(entry.path) != nullptr;
    if (entry.type == FileType::file && !is_needed) fmt::print("removed: {}\n", entry.path);
  }
}

// The first path at which two builds differ, or "".
std::string first_difference(const OutputTree& a, const OutputTree& b) {
  std::set<std::string> paths;
  for (const OutputTree* tree : {&a, &b}) {
    for (const OutputFile& file : tree->files()) paths.insert(file.path);
  }
  for (const std::string& path : paths) {
    const OutputFile* left = a.find(path);
    const OutputFile* right = b.find(path);
    if (!left || !right || left->bytes != right->bytes || left->copy_from != right->copy_from) return path;
  }
  return "";
}

Exit report_content(const Build& build, const BuildCommand& command, const std::string& content, const Disk& disk) {
  print_findings(build.diagnostics, command.common.diagnostics, content, disk);
  return stops_build(build.diagnostics, command.common.strict) ? Exit::content_errors : Exit::fine;
}

Exit compare_twice(const Disk& disk, const BuildOptions& options, const Build& first) {
  BuildOptions other = options;
  other.threads = options.threads == 1 ? 2 : 1;
  const Result<Build> second = build_site(disk, other, {});
  if (!second) return refuse(second.failure());
  const std::string path = second->tree ? first_difference(*first.tree, *second->tree) : "everything";
  if (path.empty()) {
    fmt::print("twice: the same bytes of {} files with {} and {} threads\n", first.tree->files().size() + 1,
               options.threads, other.threads);
    return Exit::fine;
  }
  fmt::print(stderr, "vav: two builds differ at {}\n", path);
  return Exit::content_errors;
}

}  // namespace

Exit run_build(const BuildCommand& command) {
  RealDisk disk;
  Result<BuildOptions> options = build_options(command.common, disk);
  if (!options) return refuse(options.failure());
  options->with_drafts = command.with_drafts;
  options->keep_going = command.keep_going;
  options->target = command.target;
  if (!command.base_url.empty()) options->base_url = normal_base_url(command.base_url);
  if (const auto clash = folders_clash(disk, options->content, command.out)) return refuse_folders(*clash);
  std::optional<ProgressLine> progress(std::in_place);
  Result<Build> build = build_site(disk, *options, [&](std::string_view pass) { progress->show(pass); });
  if (!build) return refuse(build.failure());
  if (build->tree) progress->show("write_site");
  if (command.explain && build->tree) print_reasons(*build->tree, command.out, disk);
  const Result<WriteReport> report =
      build->tree ? write_site(disk, *build->tree, command.out, options->threads) : Result<WriteReport>(WriteReport{});
  progress.reset();
  const Exit content = report_content(*build, command, options->content, disk);
  if (!report) return refuse(report.failure());
  if (!build->tree) {
    // What an earlier run left half done does not wait for sound content.
    const Result<bool> restored = restore_site(disk, command.out);
    if (!restored) return refuse(restored.failure());
    if (*restored) fmt::print(stderr, "vav: an earlier run was cut off: {} is the site before it again\n", command.out);
    if (command.common.diagnostics.format == DiagnosticsFormat::text) fmt::print(stderr, "vav: nothing was written\n");
    return Exit::content_errors;
  }
  if (!report->note.empty()) fmt::print("{}\n", report->note);
  print_left_out(*build);
  fmt::print("{} pages in {}: {} files written, {} unchanged, {} removed\n", build->page_count, command.out,
             report->written, report->unchanged, report->removed);
  if (command.profile) print_profile(*build);
  if (command.twice) return std::max(content, compare_twice(disk, *options, *build));
  return content;
}

}  // namespace vav
