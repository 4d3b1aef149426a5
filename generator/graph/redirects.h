// Addresses that led to pages, or to places on them, before: what answers there now.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "graph/knowledge_graph.h"

namespace vav {

// A place that lies elsewhere now.
struct MovedPlace {
  std::string id;        // before
  std::size_t page = 0;  // where it is now
  std::string passage;   // the place there; "" = the page as a whole
};

// An address at which no page lies any more.
struct OldAddress {
  std::string path;  // of the file there, in the output tree
  std::size_t page = 0;
  std::string passage;             // as in MovedPlace
  std::vector<MovedPlace> places;  // that the page there had, and that do not lie where the page itself went
  SourceSpan origin;
};

// A page that is gone, and says so at its address.
struct Withdrawal {
  std::size_t page = 0;
  std::optional<std::size_t> replaced_by;  // a page on the site
};

struct Redirects {
  std::vector<OldAddress> addresses;  // in the order of the pages that they lead to
  // By page. Ids that places of the page had before: id now -> before; "" = of the page as a whole.
  std::vector<std::multimap<std::string, std::string>> former_ids;
  std::vector<std::vector<MovedPlace>> moved_away;  // places that were on the page and lie on others now
  std::vector<Withdrawal> withdrawn;                // in page order
};

// Of pages on the site, and of those `withdrawn` (by page). A finding "bad-redirect" for one that leads in a circle or
// to another one, or that leads from a place which is still there, or to one that is not.
Redirects collect_redirects(const GraphInputs& inputs, const std::vector<bool>& withdrawn, Diagnostics& diagnostics);

}  // namespace vav
