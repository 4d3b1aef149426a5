// Confirms that an item still rests on what its links cite: `vav review`.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "authoring/pins.h"
#include "base/result.h"
#include "config/site_config.h"
#include "disk/disk.h"
#include "evidence/suspects.h"
#include "graph/knowledge_graph.h"
#include "pages/page.h"

namespace vav {

// A link whose pin is to be written.
struct LinkToReview {
  std::size_t relation = 0;  // index into KnowledgeGraph::relations()
  std::string old_pin;       // "" = it has none yet
  std::string new_pin;
};

// What the review reads.
struct ReviewInputs {
  const SiteConfig& config;
  const std::vector<Page>& pages;
  const KnowledgeGraph& graph;
  const Suspects& suspects;
};

// The suspect links of the item, which is a page with its translations; with `pin` also its links to passages that have
// no pin. In page order, then as they are written.
std::vector<LinkToReview> links_to_review(std::size_t item, bool pin, const ReviewInputs& inputs);

// Writes the new pins, and no other byte, into the files below the folder `content`: into all of them, or into none.
Result<void> write_pins(Disk& disk, const std::string& content, const std::vector<LinkToReview>& links,
                        const ReviewInputs& inputs);

}  // namespace vav
