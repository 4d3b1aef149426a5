// `vav new`: where a new page lies and what stands in it.
#pragma once

#include <string>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "config/site_config.h"
#include "disk/disk.h"
#include "pages/source_file.h"

namespace vav {

struct PageRequest {
  std::string kind;
  std::string title;
  std::string id;    // "" = from the title
  std::string lang;  // "" = the site's own language
  Date today;
};

struct NewPage {
  std::string path;  // in the content folder
  std::string text;
};

// Fails when the request cannot be met: an unknown kind, an id that is no id or is taken, a file that is there.
// `pages` are those of the content folder.
Result<NewPage> plan_page(const PageRequest& request, const SiteConfig& config, const std::vector<SourceFile>& pages,
                          const Disk& disk, const std::string& content);

}  // namespace vav
