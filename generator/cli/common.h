// From arguments to what the build room wants.
#pragma once

#include "base/result.h"
#include "build/build_site.h"
#include "cli/commands.h"

namespace vav {

// Finds the content folder, the theme and the assets, and settles the day.
Result<BuildOptions> build_options(const CommonOptions& common, const Disk& disk);

int threads_for(int jobs);

}  // namespace vav
