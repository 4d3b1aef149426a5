// What has its place in time: the items that the timeline of vav.yaml names, in the order of their dates.
#pragma once

#include <optional>
#include <vector>

#include "base/date.h"
#include "config/site_config.h"
#include "graph/knowledge_graph.h"
#include "pages/page.h"

namespace vav {

// One date of an item; an item with two of them stands twice.
struct DatedItem {
  std::size_t item = 0;  // page number
  std::size_t rule = 0;  // index into Timeline::dates
  Date date;
  // Where it stands among others: its own date, or a later one that its own does not deny. "2025" after a meeting of
  // September 2025 in the order of the meetings stands in September.
  Date place;
  std::vector<std::size_t> below;  // indices into the list: what hangs on it, likewise in order
};

// In order of their places, earliest first; items of one kind whose dates are partial keep its order. What hangs on
// another item of the list stands in `below` of that one, and is not among `roots`.
struct DatedItems {
  std::vector<DatedItem> all;
  std::vector<std::size_t> roots;
};

// Whether there is any.
bool has_dated_items(const std::vector<Page>& pages, const std::vector<bool>& on_site, const SiteConfig& config);

// `ranks`: where each page stands in lists, which settles what dates leave open. Linear but for the sorting.
DatedItems collect_dated_items(const std::vector<Page>& pages, const std::vector<bool>& on_site,
                               const KnowledgeGraph& graph, const SiteConfig& config,
                               const std::vector<std::size_t>& ranks);

}  // namespace vav
