// From arguments to what the build room wants.
#pragma once

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

int threads_for(int jobs);

}  // namespace vav
