// The thread on a page: what it rests on and what came of it, step by step of the chain.
#pragma once

#include <set>

#include "base/value.h"
#include "render/site_data.h"
#include "render/site_model.h"

namespace vav {

// The stops of a page's thread as templates get them; null for a page that has nothing to do with the chain. `sections`
// and `poles` are the parts of the page with their links: a stop leads to the first of them that holds its step, when
// they hold all that it counts.
Value page_thread(std::size_t page, const List& sections, const List& poles, const SiteModel& model,
                  const SiteData& data);

// Adds the items that a part of a page links to.
void add_linked_items(const Value& part, const SiteModel& model, const SiteData& data, std::set<std::size_t>& items);

}  // namespace vav
