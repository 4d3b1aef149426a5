#include "cli/common.h"

#include <array>
#include <climits>
#include <fmt/format.h>
#include <unistd.h>

#include "base/address.h"
#include "base/parallel.h"
#include "base/text.h"

namespace vav {
namespace {

// The folder of the running program, "" when the system does not tell.
std::string program_folder() {
  std::array<char, PATH_MAX> path{};
  const ssize_t length = readlink("/proc/self/exe", path.data(), path.size());
  return length <= 0 ? "" : std::string(folder_of(std::string_view(path.data(), static_cast<std::size_t>(length))));
}

// Themes and scripts lie in share/vav beside the folder of the program, or one level further up (builds of one source
// tree share them).
std::string share_folder(const Disk& disk) {
  for (const char* up : {"../share/vav", "../../share/vav"}) {
    const std::string folder = normal_path(join_path(program_folder(), up));
    if (disk.type_of(folder, true) == FileType::folder) return folder;
  }
  return "";
}

// The way from one folder to another, both absolute.
std::string way_between(const std::string& from, const std::string& to) {
  return relative_link(from + "/x", to + "/x").substr(0, relative_link(from + "/x", to + "/x").size() - 1);
}

bool lies_inside(const std::string& path, const std::string& folder) {
  return path == folder || path.starts_with(folder + "/");
}

}  // namespace

std::string way_to(const std::string& folder, const std::string& content, const Disk& disk) {
  const Result<std::string> real_content = disk.real_path(content);
  const Result<std::string> real_folder = disk.real_path(folder);
  return real_content && real_folder ? way_between(*real_content, *real_folder) : folder + "/";
}

int threads_for(int jobs) {
  return jobs > 0 ? jobs : default_threads();
}

std::string content_folder(const CommonOptions& common, const Disk& disk) {
  if (!common.content.empty()) return common.content;
  return disk.type_of(std::string(config_file), true) ? "." : "content";
}

Date day_of(const CommonOptions& common) {
  return common.today.empty() ? today() : *parse_date(common.today);
}

Result<BuildOptions> build_options(const CommonOptions& common, const Disk& disk) {
  BuildOptions options;
  options.threads = threads_for(common.jobs);
  options.strict = common.strict;
  options.content = content_folder(common, disk);
  options.today = day_of(common);
  options.sources = common.sources;
  const std::string share = share_folder(disk);
  options.theme.with_vav = join_path(share, "theme");
  options.theme.theme = common.theme.empty() ? options.theme.with_vav : common.theme;
  options.theme.assets = join_path(share, "assets");
  options.theme.override_folder = join_path(options.content, "theme");
  if (share.empty()) {
    return Failure{"the search scripts are not beside the program (share/vav/assets)",
                   "run ./dev site once: it builds them"};
  }
  options.theme.finding_prefix = way_to(options.theme.theme, options.content, disk);
  options.theme.with_vav_prefix = way_to(options.theme.with_vav, options.content, disk);
  return options;
}

std::optional<std::string> folders_clash(const Disk& disk, const std::string& content, const std::string& out) {
  const Result<std::string> source = disk.real_path(content);
  const Result<std::string> target = disk.real_path(out);
  if (!source || !target) return std::nullopt;
  if (lies_inside(*target, *source)) return fmt::format("the output {} lies inside the content folder", out);
  if (lies_inside(*source, *target)) return fmt::format("the content folder lies inside the output folder {}", out);
  return std::nullopt;
}

Exit refuse_folders(const std::string& clash) {
  fmt::print(stderr, "vav: {}\n  hint: choose another place with --out\n", clash);
  return Exit::wrong_arguments;
}

}  // namespace vav
