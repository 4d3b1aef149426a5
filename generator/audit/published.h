// What has been published once stays: the manifest of a published site against the pages that are to replace it.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "base/result.h"
#include "diagnostics/diagnostic.h"
#include "disk/disk.h"

namespace vav {

// The site to come: its files by path, as they will be written; manifest.json among them.
using NewSite = std::map<std::string_view, std::string_view>;

// `published` is manifest.json of a published site, or the folder that holds it; `finding_path` is what findings call
// that file. Each address and each passage that it names and that nothing answers to any more is a finding
// "vanished-address" or "vanished-passage": no page, no redirect (the place on the page that it leads to counts), no
// page that says that it was withdrawn. A page that vav makes by itself, such as a list, is a "vanished-list". A
// failure when the manifest cannot be read.
Result<Diagnostics> check_published(const Disk& disk, const std::string& published, const std::string& finding_path,
                                    const NewSite& site);

// The file that `published` means.
std::string manifest_path(const Disk& disk, const std::string& published);

}  // namespace vav
