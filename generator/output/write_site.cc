#include <fmt/format.h>
#include <optional>

#include "base/address.h"
#include "output/old_site.h"
#include "output/output_tree.h"
#include "output/replace_in_place.h"
#include "output/site_plan.h"

namespace vav {
namespace {

// The folder beside the output folder in which the new site grows, and which holds the old one after the exchange. Its
// name tells the next run that it may be removed.
std::string workshop_of(const std::string& folder) {
  return join_path(folder_of(folder), fmt::format(".{}.vav-new", file_name(folder)));
}

// Makes the folder's parents, and removes those it made when the site does not come about after all.
class Parents {
 public:
  explicit Parents(Disk& disk) : disk_(disk) {}
  ~Parents() {
    if (is_needed_ || first_made_.empty()) return;
    const auto entries = disk_.list_tree(first_made_);
    if (!entries) return;
    for (const FileEntry& entry : *entries) {
      if (entry.type != FileType::folder) return;
    }
    (void)disk_.remove(first_made_);
  }
  Parents(const Parents&) = delete;
  Parents& operator=(const Parents&) = delete;
  Parents(Parents&&) = delete;
  Parents& operator=(Parents&&) = delete;

  Result<void> make(const std::string& parent) {
    for (std::string above = parent; !above.empty() && !disk_.type_of(above); above = folder_of(above)) {
      first_made_ = above;
    }
    return parent.empty() ? Result<void>() : disk_.make_folder(parent);
  }
  void keep() { is_needed_ = true; }

 private:
  Disk& disk_;
  std::string first_made_;
  bool is_needed_ = false;
};

// A whole new site in the workshop: files that stay are second names of the old ones, so that their times stay too.
Result<void> build_in_workshop(Disk& disk, const SitePlan& plan, const std::string& workshop) {
  std::vector<std::string> paths;
  paths.reserve(plan.files.size());
  for (const PlannedFile& planned : plan.files) paths.push_back(planned.file->path);
  auto done = make_folders(disk, paths, workshop);
  for (const PlannedFile& planned : plan.files) {
    if (!done) return done;
    const std::string& path = planned.file->path;
    done = planned.is_same ? disk.link_file(join_path(plan.folder, path), join_path(workshop, path))
                           : write_output_file(disk, *planned.file, workshop);
  }
  return done;
}

Result<void> replace_file_by_file(Disk& disk, const SitePlan& plan, const std::string& reason, std::string& note) {
  note = fmt::format("the files of {} were replaced one by one, since the folder could not be swapped in one step: {}",
                     plan.folder, reason);
  return replace_in_place(disk, plan);
}

// After the exchange the workshop holds the old site. Should anyone have put something there since we looked, it goes
// back.
Result<void> discard_old_site(Disk& disk, const SitePlan& plan, const std::string& workshop, std::string& note) {
  const auto now = disk.list_tree(workshop);
  if (!now || *now != plan.old.entries) {
    const auto back = disk.exchange(workshop, plan.folder);
    const std::string where = back ? plan.folder : workshop;
    if (back) (void)disk.remove(workshop);
    return Failure{where + " was changed by someone else while vav wrote it", "build again"};
  }
  const auto removed = disk.remove(workshop);
  if (!removed) note = "the old site could not be removed; the next build will try again: " + removed.failure().message;
  return {};
}

Result<void> replace_old_site(Disk& disk, const SitePlan& plan, const std::string& workshop, std::string& note) {
  // Asked before, so that a large volume is not first copied to the small disk that it is mounted on.
  if (disk.is_mount_point(plan.folder)) return replace_file_by_file(disk, plan, "it is a mount point", note);
  const auto made = disk.make_folder(workshop);
  if (!made) return replace_file_by_file(disk, plan, made.failure().message, note);
  auto built = build_in_workshop(disk, plan, workshop);
  if (!built) {
    (void)disk.remove(workshop);
    return built;
  }
  disk.copy_permissions(plan.folder, workshop);
  const auto exchanged = disk.exchange(workshop, plan.folder);
  if (exchanged) return discard_old_site(disk, plan, workshop, note);
  // It only takes room now; should it not go, the next run tries again.
  (void)disk.remove(workshop);
  return replace_file_by_file(disk, plan, exchanged.failure().message, note);
}

Result<void> put_first_site(Disk& disk, const SitePlan& plan, const std::string& workshop) {
  auto done = disk.make_folder(workshop);
  if (done) done = build_in_workshop(disk, plan, workshop);
  if (done) done = disk.rename(workshop, plan.folder);
  if (!done) (void)disk.remove(workshop);
  return done;
}

// The parent, since the folder itself is another one after the exchange.
auto lock_parent(Disk& disk, const std::string& folder) {
  const std::string parent(folder_of(folder));
  return disk.lock(parent.empty() ? "/" : parent);
}

}  // namespace

Result<bool> restore_site(Disk& disk, const std::string& folder) {
  const auto real = disk.real_path(folder);
  if (!real || !was_replacing(disk, *real)) return false;
  const auto lock = lock_parent(disk, *real);
  if (!lock) return lock.failure();
  const auto undone = undo_replacement(disk, *real);
  if (!undone) return undone.failure();
  return true;
}

Result<WriteReport> write_site(Disk& disk, const OutputTree& tree, const std::string& folder, int threads) {
  const auto real = disk.real_path(folder);
  if (!real) return real.failure();
  if (*real == "/") return Failure{"the site cannot be the whole file system", "choose another folder with --out"};
  const std::string parent(folder_of(*real));
  const std::string workshop = workshop_of(*real);

  Parents parents(disk);
  auto ready = parents.make(parent);
  if (!ready) return ready.failure();
  const auto lock = lock_parent(disk, *real);
  if (!lock) return lock.failure();
  ready = undo_replacement(disk, *real);
  if (!ready) return ready.failure();
  auto old = read_old_site(disk, *real);
  if (!old) return old.failure();
  ready = disk.remove(workshop);
  if (!ready) return ready.failure();

  auto sums = checksums(disk, tree, threads);
  if (!sums) return sums.failure();
  const OutputFile sums_file{std::string(sums_path), std::move(*sums), {}, "vav itself"};
  const auto plan = plan_site(disk, tree, sums_file, *real, std::move(*old), threads);
  if (!plan) return plan.failure();
  const std::size_t unchanged = plan->unchanged();
  WriteReport report{plan->files.size() - unchanged, unchanged, plan->removed.size(), {}};
  if (plan->is_nothing_to_do()) return report;

  const auto done =
      plan->old.exists ? replace_old_site(disk, *plan, workshop, report.note) : put_first_site(disk, *plan, workshop);
  if (!done) return done.failure();
  parents.keep();
  return report;
}

}  // namespace vav
