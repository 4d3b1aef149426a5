// The chain of evidence of one item, for people and for programs.
#pragma once

#include <string>

#include "build/build_site.h"
#include "evidence/item_chain.h"

namespace vav {

// Two trees, what the item rests on and what came of it; beside each link its passages with what the link carries. In
// the language of what is printed ("en" or "sv"), with labels of vav.yaml in that language where they have it.
std::string trace_text(const ItemChain& chain, const WovenSite& site, const std::string& language);

// {"item": ID, "items": [ITEM…], "links": [LINK…], "whole": flag}
// ITEM  {"id", "kind", "step", "title", "lang", "path", "address", "unsupported", "parked"}: the last two are the
// reason
//       that the page gives, or null.
// LINK  {"later", "earlier", "relation", "bearing", "side", "cites"}: `bearing` is for, nuanced or against, "from" for
//       what merely comes from there, "replaces" where `later` stands in the place of `earlier`; `side` is behind or
//       ahead of the item. CITE: {"passage", "text", "carries": map of the link's own fields}, one for each passage;
//       the whole item is "passage": null.
Value trace_json(const ItemChain& chain, const WovenSite& site);

}  // namespace vav
