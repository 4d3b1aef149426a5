// The checks of a whole site, each on its own. Used inside this room only.
#pragma once

#include "audit/site.h"
#include "diagnostics/diagnostic.h"

namespace vav {

// Names that some systems cannot hold, links among the files.
void check_names(const Site& site, Diagnostics& findings);
// SHA256SUMS lists every file, and every sum is right.
void check_sums(const Site& site, Diagnostics& findings);
// manifest.json can be read, and its pages are there as it says.
void check_manifest(const Site& site, Diagnostics& findings);
// Where links lead.
void check_links(const Site& site, Diagnostics& findings);
// A reader gets from the start page to every page by following links.
void check_reachable(const Site& site, Diagnostics& findings);

}  // namespace vav
