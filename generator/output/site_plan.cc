#include "output/site_plan.h"

#include <algorithm>
#include <optional>

#include "base/address.h"
#include "base/parallel.h"

namespace vav {
namespace {

Result<bool> is_same_on_disk(const Disk& disk, const OutputFile& file, const std::string& path) {
  const auto old = disk.read_file(path);
  if (!old) return old.failure();
  if (file.copy_from.empty()) return *old == file.bytes;
  const auto bytes = disk.read_file(file.copy_from);
  if (!bytes) return bytes.failure();
  return *old == *bytes;
}

}  // namespace

std::size_t SitePlan::unchanged() const {
  return static_cast<std::size_t>(std::ranges::count_if(files, &PlannedFile::is_same));
}

Result<SitePlan> plan_site(const Disk& disk, const OutputTree& tree, const OutputFile& sums, const std::string& folder,
                           OldSite old, int threads) {
  SitePlan plan{folder, std::move(old), {}, {}};
  for (const OutputFile& file : tree.files()) plan.files.push_back({&file});
  const auto path_of = [](const PlannedFile& planned) -> const std::string& { return planned.file->path; };
  plan.files.insert(std::ranges::lower_bound(plan.files, sums.path, {}, path_of), PlannedFile{&sums});

  std::vector<std::optional<Failure>> failures(plan.files.size());
  for_each_index(plan.files.size(), threads, [&](std::size_t i) {
    PlannedFile& planned = plan.files[i];
    if (!plan.old.has(planned.file->path)) return;
    const auto same = is_same_on_disk(disk, *planned.file, join_path(folder, planned.file->path));
    if (same) {
      planned.is_same = *same;
    } else {
      failures[i] = same.failure();
    }
  });
  for (const auto& failure : failures) {
    if (failure) return *failure;
  }
  for (const std::string& path : plan.old.files) {
    if (!std::ranges::binary_search(plan.files, path, {}, path_of)) plan.removed.push_back(path);
  }
  return plan;
}

Result<void> write_output_file(Disk& disk, const OutputFile& file, const std::string& folder) {
  const std::string path = join_path(folder, file.path);
  return file.copy_from.empty() ? disk.write_file(path, file.bytes) : disk.copy_file(file.copy_from, path);
}

Result<void> make_folders(Disk& disk, const std::vector<std::string>& paths, const std::string& folder) {
  std::string_view last;
  for (const std::string& path : paths) {
    const std::string_view needed = folder_of(path);
    if (needed == last) continue;
    auto made = disk.make_folder(join_path(folder, needed));
    if (!made) return made;
    last = needed;
  }
  return {};
}

}  // namespace vav
