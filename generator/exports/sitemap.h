// What search engines are told: sitemap.xml (sitemaps.org) and robots.txt. Used inside this room only.
#pragma once

#include <vector>

#include "exports/export_files.h"

namespace vav {

// None when nobody knows where the site lies: both name whole addresses. Robots.txt counts at the root of a server
// only; where the site lies deeper, its line on the sitemap belongs into the server's own.
std::vector<ExportedFile> sitemap_files(const ExportSource& source);

}  // namespace vav
