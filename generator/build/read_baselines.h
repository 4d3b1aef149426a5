// The baselines in the content folder, and what has come since each.
#pragma once

#include <string>
#include <vector>

#include "build/build_site.h"
#include "diagnostics/diagnostic.h"
#include "disk/disk.h"
#include "evidence/changes.h"

namespace vav {

// Newest first; of one day by name. What is no baseline is a finding.
std::vector<Since> compare_with_baselines(const Disk& disk, const std::string& content, const WovenSite& site,
                                          Diagnostics& diagnostics);

// What is on the site now, to be stored. Its day is the one given, else the day on which a page last changed.
Baseline take_baseline(const std::string& name, const std::optional<Date>& day, const WovenSite& site,
                       const Date& today);

}  // namespace vav
