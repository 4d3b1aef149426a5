// From arguments to what the build room wants.
#pragma once

#include <optional>
#include <string>

#include "base/result.h"
#include "build/build_site.h"
#include "cli/commands.h"

namespace vav {

// Finds the content folder, the theme and the assets, and settles the day.
Result<BuildOptions> build_options(const CommonOptions& common, const Disk& disk);

// The folder that holds vav.yaml, as given or found.
std::string content_folder(const CommonOptions& common, const Disk& disk);
// How findings name a file in a folder that is not the content's: from the content folder, as they name pages. Ends in
// "/", or is empty.
std::string way_to(const std::string& folder, const std::string& content, const Disk& disk);
Date day_of(const CommonOptions& common);

// What is wrong with writing to `out`: inside the content it would be read as content the next time, and content
// inside it would be swapped away.
std::optional<std::string> folders_clash(const Disk& disk, const std::string& content, const std::string& out);
// Tells it, and gives the exit status.
Exit refuse_folders(const std::string& clash);

int threads_for(int jobs);

}  // namespace vav
