// What the tables of evidence have in common: rows in bands, long tables on several pages, cells for spreadsheets.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/value.h"
#include "render/list_pages.h"
#include "render/site_data.h"
#include "render/site_model.h"

namespace vav {

// The items of a kind under one heading, as its list has them; `label` "" = the kind has no groups.
struct RowBand {
  std::string label;
  std::vector<std::size_t> items;
};
std::vector<RowBand> bands_of_kind(std::size_t kind, const SiteModel& model, const SiteData& data);

// A page of the site has at most so many rows, so that none is too heavy to open.
inline constexpr std::size_t most_rows = 200;
// And a part of one at most so many items; it says how many there are.
inline constexpr std::size_t most_listed = 400;

// Addresses of a table on several pages: the first is `address`, the next beside it.
std::string address_of_part(const std::string& address, std::size_t part);
// [{label, address, here}], empty for one page.
List part_links(const std::string& address, std::size_t parts, std::size_t here);
std::size_t parts_for(std::size_t rows);

// The items that stand in the place of one of the chain, as cards; none where it stands itself. What has been replaced
// is in no number that others are measured by; where it is shown, it is marked.
List replaced_by(std::size_t item, const SiteModel& model, const SiteData& data);

// The item as a column's head: {title, full, address, lang, replaced}.
Value column_head(std::size_t item, const SiteModel& model, const SiteData& data);

// A title made of a pattern of the theme ({0}, {1}) and names. Where the site's name would bring it above 90 characters
// (site criterion AC05), the longest name ends in an ellipsis.
std::string title_with_names(const std::string& pattern, std::vector<std::string> names, const SiteConfig& config,
                             const std::string& language);

// "möten, gruppteman och inspel".
std::string names_of_kinds(const std::vector<std::size_t>& kinds, const SiteModel& model, const SiteData& data);

}  // namespace vav
