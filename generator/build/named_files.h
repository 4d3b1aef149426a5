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

// Reads all other named files into `file_sizes` and `documents`: a document goes out without what it tells of who made
// it. One that cannot be cleaned, or does more than be read, is a finding. A file that cannot be read is told of when
// it is copied.
void read_documents(const Disk& disk, const std::string& content, WovenSite& site, int threads,
                    Diagnostics& diagnostics);

// Every named file, in the folder of each page that names it.
std::vector<OutputFile> named_files(const WovenSite& site, const std::string& content);

}  // namespace vav
