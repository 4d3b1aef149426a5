#include "evidence/followed_items.h"

#include <algorithm>
#include <set>

namespace vav {
namespace {

std::set<std::size_t> members_of(std::size_t item, const std::vector<Page>& pages, const KnowledgeGraph& graph,
                                 const Schema& schema) {
  std::set<std::size_t> members = {item};
  for (const std::size_t twin : graph.family_of(item)) {
    for (const std::size_t edge : graph.incoming(twin)) members.insert(graph.item_of(graph.relations()[edge].from));
    for (const GatheredSection& section : schema.kinds[pages[twin].kind].sections) {
      for (const RelationPath& path : section.paths) {
        for (const std::size_t page : graph.follow(path, twin, pages, schema)) members.insert(graph.item_of(page));
      }
    }
  }
  return members;
}

}  // namespace

std::vector<FollowedItem> collect_followed_items(const std::vector<Page>& pages, const std::vector<bool>& on_site,
                                                 const KnowledgeGraph& graph, const SiteConfig& config) {
  std::vector<FollowedItem> followed;
  const auto is_item = [&](std::size_t page) { return on_site[page] && pages[page].role == SourceRole::page; };
  for (std::size_t page = 0; page < pages.size(); ++page) {
    const bool has_feed = std::ranges::find(config.feeds.kinds, pages[page].kind) != config.feeds.kinds.end();
    if (!has_feed || !is_item(page) || graph.item_of(page) != page) continue;
    std::set<std::size_t> members = members_of(page, pages, graph, config.schema);
    std::erase_if(members, [&](std::size_t one) { return !is_item(one); });
    followed.push_back({page, {members.begin(), members.end()}});
  }
  return followed;
}

}  // namespace vav
