#include "output/replace_in_place.h"

#include <algorithm>
#include <set>

#include "base/address.h"
#include "base/text.h"

namespace vav {
namespace {

using Paths = std::vector<std::string>;

std::string journal_folder(const std::string& folder) {
  return join_path(folder, ".vav-new");
}
std::string journal_file(const std::string& folder) {
  return join_path(journal_folder(folder), "journal");
}
std::string coming(const std::string& folder) {
  return join_path(journal_folder(folder), "new");
}
std::string going(const std::string& folder) {
  return join_path(journal_folder(folder), "old");
}

// Assets and data, then new pages, then those that were there and may lead to new ones, and what names the parts of the
// search; last the list that vouches for them all.
int turn_of(const std::string& path, const OldSite& old) {
  if (path == sums_path) return 3;
  if (path.starts_with("search/") && file_name(path) == "head.js") return 2;
  if (extension(path) != "html") return 0;
  return old.has(path) ? 2 : 1;
}

// The changed and new files in the order in which they take their places.
std::vector<const OutputFile*> files_in_turn(const SitePlan& plan) {
  std::vector<const OutputFile*> files;
  for (const PlannedFile& planned : plan.files) {
    if (!planned.is_same) files.push_back(planned.file);
  }
  std::ranges::stable_sort(files, {}, [&](const OutputFile* file) { return turn_of(file->path, plan.old); });
  return files;
}

Result<void> stage_new_files(Disk& disk, const SitePlan& plan) {
  Paths paths;
  for (const PlannedFile& planned : plan.files) {
    if (!planned.is_same) paths.push_back(planned.file->path);
  }
  const std::string folder = coming(plan.folder);
  auto done = make_folders(disk, paths, folder);
  for (const OutputFile* file : files_in_turn(plan)) {
    if (!done) return done;
    done = write_output_file(disk, *file, folder);
  }
  return done;
}

// Second names for the files that go or change.
Result<void> keep_old_files(Disk& disk, const SitePlan& plan) {
  Paths paths = plan.removed;
  for (const PlannedFile& planned : plan.files) {
    if (!planned.is_same && plan.old.has(planned.file->path)) paths.push_back(planned.file->path);
  }
  std::ranges::sort(paths);
  auto done = disk.make_folder(going(plan.folder));
  if (done) done = make_folders(disk, paths, going(plan.folder));
  for (const std::string& path : paths) {
    if (!done) return done;
    done = disk.link_file(join_path(plan.folder, path), join_path(going(plan.folder), path));
  }
  return done;
}

Result<void> prepare(Disk& disk, const SitePlan& plan) {
  auto done = stage_new_files(disk, plan);
  if (done) done = keep_old_files(disk, plan);
  if (!done) return done;
  std::string added;
  for (const PlannedFile& planned : plan.files) {
    if (!plan.old.has(planned.file->path)) added += planned.file->path + "\n";
  }
  // Renamed into place: a journal is there whole or not at all.
  const std::string draft = journal_file(plan.folder) + ".draft";
  done = disk.write_file(draft, added);
  return done ? disk.rename(draft, journal_file(plan.folder)) : done;
}

// Removes the folder when no file lies in it, at any depth.
Result<void> remove_if_empty(Disk& disk, const std::string& folder) {
  if (disk.type_of(folder, false) != FileType::folder) return {};
  const auto entries = disk.list_tree(folder);
  if (!entries) return entries.failure();
  const bool is_empty =
      std::ranges::all_of(*entries, [](const FileEntry& entry) { return entry.type == FileType::folder; });
  return is_empty ? disk.remove(folder) : Result<void>();
}

Result<void> remove_empty_folders(Disk& disk, const std::string& folder) {
  const auto entries = disk.list_tree(folder);
  if (!entries) return entries.failure();
  std::set<std::string, std::less<>> needed;
  for (const FileEntry& entry : *entries) {
    if (entry.type == FileType::folder) continue;
    for (auto above = folder_of(entry.path); !above.empty(); above = folder_of(above)) needed.emplace(above);
  }
  for (const FileEntry& entry : *entries) {
    if (entry.type != FileType::folder || needed.contains(entry.path)) continue;
    auto removed = disk.remove(join_path(folder, entry.path));
    if (!removed) return removed;
  }
  return {};
}

// Whether the old file has to go before the new ones come: one of them needs its path as a folder, or the other way
// round.
bool is_in_the_way(const SitePlan& plan, const std::string& old_path) {
  const auto path_of = [](const PlannedFile& planned) -> const std::string& { return planned.file->path; };
  const std::string as_folder = old_path + "/";
  const auto below = std::ranges::lower_bound(plan.files, as_folder, {}, path_of);
  if (below != plan.files.end() && path_of(*below).starts_with(as_folder)) return true;
  for (std::string_view above = folder_of(old_path); !above.empty(); above = folder_of(above)) {
    if (std::ranges::binary_search(plan.files, above, {}, path_of)) return true;
  }
  return false;
}

// The renames. What they replace lies in "old" already.
Result<void> take_places(Disk& disk, const SitePlan& plan) {
  Paths last;
  for (const std::string& path : plan.removed) {
    if (!is_in_the_way(plan, path)) {
      last.push_back(path);
      continue;
    }
    auto removed = disk.remove(join_path(plan.folder, path));
    if (!removed) return removed;
  }
  for (const OutputFile* file : files_in_turn(plan)) {
    const std::string place = join_path(plan.folder, file->path);
    auto done = remove_if_empty(disk, place);
    if (done) done = disk.make_folder(std::string(folder_of(place)));
    if (done) done = disk.rename(join_path(coming(plan.folder), file->path), place);
    if (!done) return done;
  }
  for (const std::string& path : last) {
    auto removed = disk.remove(join_path(plan.folder, path));
    if (!removed) return removed;
  }
  // Without its journal the replacement is done for good.
  return disk.remove(journal_file(plan.folder));
}

// Puts the files of "old" back and takes away those that were added.
Result<void> put_back(Disk& disk, const std::string& folder, const std::string& added) {
  for (const std::string_view path : split_lines(added)) {
    const std::string place = join_path(folder, path);
    if (disk.type_of(place, false) != FileType::file) continue;
    auto removed = disk.remove(place);
    if (!removed) return removed;
  }
  const auto kept = disk.list_tree(going(folder));
  if (!kept) return kept.failure();
  for (const FileEntry& entry : *kept) {
    const std::string from = join_path(going(folder), entry.path);
    const std::string place = join_path(folder, entry.path);
    // A folder that is gone comes back as it is: making one takes room, and the disk may be full.
    if (entry.type == FileType::folder && disk.type_of(place, false)) continue;
    // Gone with its folder.
    if (!disk.type_of(from, false)) continue;
    auto done = remove_if_empty(disk, place);
    if (done) done = disk.rename(from, place);
    if (!done) return done;
  }
  return {};
}

}  // namespace

bool was_replacing(const Disk& disk, const std::string& folder) {
  return disk.type_of(journal_file(folder), false) == FileType::file;
}

Result<void> undo_replacement(Disk& disk, const std::string& folder) {
  if (disk.type_of(journal_folder(folder), false) != FileType::folder) return {};
  if (was_replacing(disk, folder)) {
    const auto added = disk.read_file(journal_file(folder));
    if (!added) return added.failure();
    auto done = put_back(disk, folder, *added);
    if (done) done = disk.remove(journal_file(folder));
    if (!done) return done;
  }
  auto done = disk.remove(journal_folder(folder));
  return done ? remove_empty_folders(disk, folder) : done;
}

Result<void> replace_in_place(Disk& disk, const SitePlan& plan) {
  auto done = prepare(disk, plan);
  if (done) done = take_places(disk, plan);
  if (!done) {
    const auto undone = undo_replacement(disk, plan.folder);
    if (undone) return done;
    return Failure{done.failure().message + "; and bringing back the old site failed: " + undone.failure().message,
                   "build again when the disk can be written: it first restores the old site"};
  }
  // The new site is whole; what cannot be removed now goes with the next run.
  (void)disk.remove(journal_folder(plan.folder));
  (void)remove_empty_folders(disk, plan.folder);
  return {};
}

}  // namespace vav
