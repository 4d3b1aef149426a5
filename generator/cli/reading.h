// What the commands that read a knowledge base and write nothing start from.
#pragma once

#include <optional>
#include <string>

#include "cli/commands.h"
#include "disk/disk.h"

namespace vav {

// Woven: every name is resolved, with drafts as if they were published or without; built: every page is rendered, too.
enum class ReadAs { woven, woven_with_drafts, built };

// A site in memory, as far as it is sound; without `build`, the exit status says why, and it has been told.
struct Reading {
  RealDisk disk;
  BuildOptions options;
  std::optional<Build> build;
  Exit exit = Exit::fine;
};
void read_site(const CommonOptions& common, Reading& reading, ReadAs how);

// The page of the site that answers to an id, title, short name or alias. Nothing when there is none, or more than one:
// that has been told, with a name that may have been meant.
std::optional<std::size_t> page_named(const std::string& name, const WovenSite& site);

}  // namespace vav
