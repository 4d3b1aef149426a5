// The files that pages name (pictures, documents), as they go out into the site.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "build/build_site.h"
#include "diagnostics/diagnostic.h"
#include "disk/disk.h"

namespace vav {

// Reads the pictures that pages on the site name: their sizes for the HTML, and their bytes without what a camera or a
// program wrote beside the picture. One that cannot be read so is a finding, and does not go out.
NamedImages read_images(const Disk& disk, const std::string& content, const WovenSite& site, int threads,
                        Diagnostics& diagnostics);

// The sizes of all other named files. One that cannot be read is told of when it is copied.
FileSizes read_file_sizes(const Disk& disk, const std::string& content, const WovenSite& site);

// Every named file, in the folder of each page that names it.
std::vector<OutputFile> named_files(const WovenSite& site, const std::string& content);

}  // namespace vav
