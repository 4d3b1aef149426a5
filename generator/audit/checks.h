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
// Fills in what the manifest says of the site as a whole; nothing where it does not say, or cannot be read.
void read_manifest(Site& site);
// Integrity attributes: none in a site on disk, right ones in a site for the web.
void check_integrity(const Site& site, Diagnostics& findings);
// Where links lead.
void check_links(const Site& site, Diagnostics& findings);
// Where a link of the page `from` leads inside the site: the path of a file, whether it is there or not; "" = outside.
std::string file_at_link(const Site& site, const std::string& from, const std::string& url);
// Pages that send on lead straight to a page to read, never round in a circle.
void check_redirects(const Site& site, Diagnostics& findings);
// A reader gets from the start page to every page by following links.
void check_reachable(const Site& site, Diagnostics& findings);

}  // namespace vav
