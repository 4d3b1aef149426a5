// Finds the names of other pages in a page's text.
#pragma once

#include "graph/automatic_names.h"
#include "graph/knowledge_graph.h"

namespace vav {

// What is known of the page when its text is read.
struct TextOfPage {
  std::size_t number;
  const std::vector<Page>& pages;
  const std::vector<ResolvedLink>& links;
  const std::vector<std::vector<ResolvedLink>>& rich_links;
  const std::vector<std::size_t>& twins;
};

// The first mention of each page that no link of the text leads to, and the first use of each abbreviation. Any thread.
AutomaticMentions find_automatic_mentions(const TextOfPage& text, const AutomaticNames& names);

}  // namespace vav
