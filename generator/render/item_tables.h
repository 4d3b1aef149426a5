// What a page shows in place of its blocks ```items.
#pragma once

#include <string>
#include <vector>

#include "render/site_data.h"
#include "render/site_model.h"

namespace vav {

// By data block of the page's text: HTML, "" where the block was reported.
std::vector<std::string> item_tables_html(std::size_t page, const SiteModel& model, const SiteData& data);

}  // namespace vav
