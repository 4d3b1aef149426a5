#include "exports/server_files.h"

namespace vav {

std::vector<ExportedFile> server_files(const ExportSource& source) {
  std::vector<ExportedFile> all;
  if (source.target == Target::disk) return all;
  for (const auto& files : {nginx_files(source), apache_files(source), iis_files(source)})
    all.insert(all.end(), files.begin(), files.end());
  return all;
}

}  // namespace vav
