// What can only be checked once the whole site is known, and is no matter of links.
#pragma once

#include "base/date.h"
#include "build/build_site.h"
#include "diagnostics/diagnostic.h"

namespace vav {

// The start page and the menus, limits of the coverage report, files that no page names, pages that should be looked at
// again, and pages in languages without a twin.
void check_site(const WovenSite& site, const Date& today, Diagnostics& diagnostics);

}  // namespace vav
