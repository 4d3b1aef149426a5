// What belongs to an item that readers may follow, such as an actor or a meeting: itself, what points at it, and what
// its page gathers.
#pragma once

#include <vector>

#include "config/site_config.h"
#include "graph/knowledge_graph.h"
#include "pages/page.h"

namespace vav {

struct FollowedItem {
  std::size_t item = 0;              // page number; a page and its translations are one
  std::vector<std::size_t> members;  // items, in page order, itself among them
};

// The items on the site of the kinds that have feeds, in page order. As much work as gathering the parts of their
// pages.
std::vector<FollowedItem> collect_followed_items(const std::vector<Page>& pages, const std::vector<bool>& on_site,
                                                 const KnowledgeGraph& graph, const SiteConfig& config);

}  // namespace vav
