// A list that is too long for one page of a site, over several: see page_series.h for their addresses.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "render/list_pages.h"

namespace vav {

// What a page's data calls its groups, and what a group calls its entries.
struct ListKeys {
  std::string_view groups;
  std::string_view entries;
  std::size_t most;  // entries on a page
};
// 500 cards are some 400 kB, 2,000 lines of the register some 250: more than anyone reads.
inline constexpr ListKeys list_keys = {"groups", "items", 500};
inline constexpr ListKeys register_keys = {"letters", "entries", 2000};

// One plan a page: a group may go on on the next one, and
// the first alone has the text above the list. Sets of each page `series` (as series_links) and `group_links`: of all
// groups of the list [{id, label, lang, address, count}]. REQUIRES: the plan is for an index.html, and its groups have
// an `id`, the register's a `letter` too.
std::vector<PagePlan> split_list(PagePlan whole, const ListKeys& keys, const SiteModel& model, const SiteData& data);

// Where a group of the list at `address` begins, which has the id and so many entries before it.
std::string place_in_list(const std::string& address, std::size_t before, const std::string& id,
                          const ListKeys& keys = list_keys);

}  // namespace vav
