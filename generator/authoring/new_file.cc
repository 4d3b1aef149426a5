#include "authoring/new_file.h"

#include <fmt/format.h>

#include "base/address.h"

namespace vav {

Result<void> create_file(Disk& disk, const std::string& root, const std::string& path, std::string_view bytes) {
  const std::string place = join_path(root, path);
  const std::string folder(folder_of(place));
  const Result<std::string> real_root = disk.real_path(root);
  const Result<std::string> real_folder = disk.real_path(folder);
  if (!real_root) return real_root.failure();
  if (!real_folder) return real_folder.failure();
  if (*real_folder != *real_root && !real_folder->starts_with(*real_root + "/"))
    return Failure{fmt::format("{} leads out of {}", folder, root), "put a folder there instead of the link"};
  if (const Result<void> made = disk.make_folder(folder); !made) return made;
  // A second name for a finished file appears at one stroke, and never in place of another file.
  const std::string unfinished = join_path(folder, "." + std::string(file_name(path)) + ".new");
  if (const Result<void> written = disk.write_file(unfinished, bytes); !written) return written;
  Result<void> linked = disk.type_of(place, false) ? Failure{fmt::format("{} is there already", place)}
                                                   : disk.link_file(unfinished, place);
  const Result<void> removed = disk.remove(unfinished);
  return linked ? removed : linked;
}

}  // namespace vav
