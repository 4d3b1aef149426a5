// Pages that no file stands for: the list of each kind, the register, 404, and redirects from earlier
// addresses.
#pragma once

#include <vector>

#include "render/facet_pages.h"
#include "render/site_data.h"
#include "render/site_model.h"

namespace vav {

// A page to be: its template, its own data, and who asked for it (for messages).
struct PagePlan {
  std::string address;
  std::string language;
  std::string template_name;
  Value page;
  std::string made_by;
  SourceSpan origin = {};                               // as in OutputFile
  std::string leads_to = {};                            // as in RenderedFile
  bool knows_places = false;                            // likewise
  std::string style_hash = {};                          // likewise
  std::optional<std::size_t> withdrawn = std::nullopt;  // likewise
};

std::vector<PagePlan> plan_list_pages(const SiteModel& model, const SiteData& data, const FacetPages& facets);

}  // namespace vav
