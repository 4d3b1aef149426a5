// The coverage report for a terminal: what `vav check` prints.
#pragma once

#include <string>

#include "build/build_site.h"

namespace vav {

// A line for each sort of gap: what, how many of how many, its name for limits; under it the pages that it names. ""
// where there is nothing to report of. `language`: of the reader.
std::string coverage_report(const WovenSite& site, const std::string& language);

}  // namespace vav
