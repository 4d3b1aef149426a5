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

}  // namespace

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
  const std::string share = share_folder(disk);
  options.theme.theme = common.theme.empty() ? join_path(share, "theme") : common.theme;
  options.theme.assets = join_path(share, "assets");
  options.theme.override_folder = join_path(options.content, "theme");
  if (share.empty()) {
    return Failure{"the search scripts are not beside the program (share/vav/assets)",
                   "run ./dev site once: it builds them"};
  }
  const Result<std::string> content = disk.real_path(options.content);
  const Result<std::string> theme = disk.real_path(options.theme.theme);
  options.theme.finding_prefix = content && theme ? way_between(*content, *theme) : options.theme.theme + "/";
  return options;
}

}  // namespace vav
