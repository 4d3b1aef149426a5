// Proof that a finished folder is a site that works from any place: portable, complete and clean. Knows nothing of how
// the site was made, and reads nothing but the folder.
#pragma once

#include <cstddef>
#include <string>

#include "base/result.h"
#include "diagnostics/diagnostic.h"
#include "disk/disk.h"

namespace vav {

struct VerifyReport {
  Diagnostics findings;  // ids verify-*; paths relative to the folder; sorted by place
  std::size_t files = 0;
  std::size_t pages = 0;
  std::size_t links = 0;  // in pages and stylesheets, to places inside and outside
};

// A failure only when the folder or a file in it cannot be read.
Result<VerifyReport> verify_site(const Disk& disk, const std::string& folder, int threads);

}  // namespace vav
