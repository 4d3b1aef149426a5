// Where each page goes in the output tree.
#pragma once

#include <string>
#include <vector>

#include "config/site_config.h"
#include "diagnostics/diagnostic.h"
#include "pages/page.h"

namespace vav {

struct Routes {
  // By page number: the file in the output tree, such as "moten/traff-2/index.html".
  std::vector<std::string> page_address;

  // The list page of a kind: "moten/index.html"; "" when the kind has none.
  static std::string list_address(const Kind& kind);
};

inline constexpr std::string_view home_address = "index.html";
inline constexpr std::string_view not_found_address = "404.html";

// The address of a page follows from its kind, id and language alone. Two pages with one id, or with one address, are
// findings on the later of them.
Routes assign_addresses(const std::vector<Page>& pages, const SiteConfig& config, Diagnostics& diagnostics);

}  // namespace vav
