// The texts of sources that are at hand for whoever builds, and are never published.
#pragma once

#include "build/build_site.h"
#include "evidence/quotations.h"

namespace vav {

// Reads ID.txt or ID.md, for each page that a `source` may point at, from the folder that the options or vav.yaml name.
// No folder, or no file in it, is no fault: the text is not at hand then. One that is not UTF-8 is a finding on its
// page.
SourceTexts read_source_texts(const Disk& disk, const BuildOptions& options, const WovenSite& site,
                              Diagnostics& diagnostics);

}  // namespace vav
