// server/: what the administrator of a web server includes, for nginx, Apache and IIS. Used inside this room only.
//
// Paths in them are those of the server's root, as the address of the site has them; without one the site is taken to
// lie at the root.
#pragma once

#include <vector>

#include "exports/export_files.h"

namespace vav {

// None for a site on disk.
std::vector<ExportedFile> server_files(const ExportSource& source);

std::vector<ExportedFile> nginx_files(const ExportSource& source);
std::vector<ExportedFile> apache_files(const ExportSource& source);
std::vector<ExportedFile> iis_files(const ExportSource& source);

}  // namespace vav
