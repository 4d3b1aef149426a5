// What readers can see of a site on one day, as data that can be kept and compared: no HTML, no words of the interface,
// nothing internal.
#pragma once

#include <string>
#include <vector>

#include "graph/knowledge_graph.h"
#include "graph/routes.h"
#include "pages/page.h"

namespace vav {

// A field or relation by its name in vav.yaml, with what it holds.
struct NamedTexts {
  std::string name;
  std::vector<std::string> texts;

  friend bool operator==(const NamedTexts&, const NamedTexts&) = default;
};

// A page on the site; a translation is one of its own.
struct ItemState {
  std::string id, lang;
  std::string kind;     // id
  std::string address;  // in the output tree
  std::string title;
  // Fields that readers see, in the order of the kind, after those that every kind has (summary, short, aliases). Texts
  // as they are written; a record as compact JSON; of a field that tells of persons a fingerprint.
  std::vector<NamedTexts> fields;
  // Targets as "id" or "id#passage", in the order written; what the link carries follows as compact JSON after a space.
  std::vector<NamedTexts> relations;
  std::vector<std::string> text;  // blocks of the body, plain, as written

  friend bool operator==(const ItemState&, const ItemState&) = default;
};

struct SiteState {
  std::vector<ItemState> items;  // sorted by id, then language

  friend bool operator==(const SiteState&, const SiteState&) = default;
};

// The same for the same content, whatever the order of files, the machine or the clock.
SiteState take_state(const std::vector<Page>& pages, const std::vector<bool>& on_site, const Routes& routes,
                     const KnowledgeGraph& graph, const Schema& schema);

// "id#passage {…}" -> "id".
std::string_view id_of_target(std::string_view target);
// "id#passage {…}" -> "id#passage".
std::string_view place_of_target(std::string_view target);

}  // namespace vav
