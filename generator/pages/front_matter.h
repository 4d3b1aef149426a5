// Front matter: cut out of a file, and read key by key as the kind of the page declares.
#pragma once

#include <string>
#include <string_view>

#include "config/site_config.h"
#include "diagnostics/diagnostic.h"
#include "pages/page.h"

namespace vav {

struct SplitSource {
  std::string_view front_matter;  // between the lines of ---
  std::string_view body;
  int body_line = 1;  // line on which the body starts
  bool found = false;
  bool opened = false;  // the first line is ---
};

// A page starts with a line "---", its front matter, and another "---".
SplitSource split_front_matter(std::string_view text);

// Fills what front matter tells into `page`, whose kind, role, path and id are set.
void read_front_matter(const Value& map, const SiteConfig& config, Page& page, Diagnostics& diagnostics);

}  // namespace vav
