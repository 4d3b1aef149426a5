#include "exports/export_files.h"

#include "exports/server_files.h"
#include "exports/sitemap.h"

namespace vav {
namespace {

void append(std::vector<ExportedFile>& all, std::vector<ExportedFile> more) {
  for (ExportedFile& one : more) all.push_back(std::move(one));
}

}  // namespace

std::vector<ExportedFile> export_files(const ExportSource& source) {
  std::vector<ExportedFile> files;
  append(files, sitemap_files(source));
  append(files, server_files(source));
  return files;
}

}  // namespace vav
