// The slower way to a new site, where the output folder cannot be swapped in one step (it is a mount point, the file
// system refuses): file by file, under a journal. Used inside this room only.
//
// All that takes room is done first, in FOLDER/.vav-new: "new" holds the files to come, "old" second names of those
// that go or change. Then "journal" says which paths are added. From there on only renames are left, in an order in
// which no page is there before what it needs. Undoing needs nothing but that folder, so a run that was killed is
// undone by the next one.
#pragma once

#include <string>

#include "base/result.h"
#include "disk/disk.h"
#include "output/site_plan.h"

namespace vav {

// On failure the old site is back in its place.
Result<void> replace_in_place(Disk& disk, const SitePlan& plan);

// Whether a killed run left the files of two sites in the folder.
bool was_replacing(const Disk& disk, const std::string& folder);

// Brings back the site that a killed run was replacing in `folder`, and removes what it left there.
Result<void> undo_replacement(Disk& disk, const std::string& folder);

}  // namespace vav
