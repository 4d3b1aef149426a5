// Suspect links: a reference may carry the fingerprint of what it rests on (its pin), taken when somebody last read
// both. When that text has changed since, the link is suspect until somebody has read again and renews the pin (`vav
// review`). Edits elsewhere raise nothing.
#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "evidence/evidence_graph.h"
#include "graph/knowledge_graph.h"
#include "pages/page.h"

namespace vav {

// The pin of a text: fingerprint(normal_text(text)), the XXH3-128 of its normal form in UTF-8 as hexadecimal digits;
// the first 12 of them, the first digit d made a letter, a to f by d mod 6, so that YAML never takes a pin for a
// number.
std::string pin_of(std::string_view text);

// The text that a link rests on; nothing when its anchor stands for no text.
std::optional<std::string> text_behind(const Relation& relation, const std::vector<Page>& pages, const Schema& schema);

// One link whose pin is no longer that of what it rests on.
struct Suspect {
  std::size_t relation = 0;  // index into KnowledgeGraph::relations()
  std::string expected;      // the pin as it is written
  std::string actual;        // what it would be now
};

// Const once made; any number of threads may read.
class Suspects {
 public:
  Suspects() = default;
  // Reports suspect-link, and bad-pin where a pin has nothing to be a fingerprint of. Linear in the number of
  // relations, and each cited text is read once.
  Suspects(const std::vector<Page>& pages, const KnowledgeGraph& graph, const Schema& schema, Diagnostics& diagnostics);

  // In the order of the relations.
  const std::vector<Suspect>& all() const { return suspects_; }
  bool empty() const { return suspects_.empty(); }
  // The suspect that the relation is; nullptr = it is none.
  const Suspect* of(std::size_t relation) const;
  // Whether the relation, or the same link of a translation's that it says again without a pin, is suspect.
  bool concern(std::size_t relation) const { return of(relation) != nullptr || said_again_.contains(relation); }
  // How many relations written on the page that concerns.
  std::size_t count_on(std::size_t page) const { return suspects_.empty() ? 0 : on_page_[page]; }
  // How many links of the chain are suspect on the items that an item rests on, however many steps away; its own are
  // not among them.
  std::size_t count_behind(std::size_t item, const EvidenceGraph& evidence) const;

 private:
  void find_said_again(const std::vector<Page>& pages, const KnowledgeGraph& graph);

  std::vector<Suspect> suspects_;
  std::set<std::size_t> said_again_;  // relations
  std::vector<std::size_t> on_page_;  // by page; empty when there are no suspects
};

}  // namespace vav
