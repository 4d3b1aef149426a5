// `vav move`: a page or a passage gets another id, and all that names the old one the new; the old address leads on.
//
// What names it is not guessed: the content is checked as it would be without the old id, and every finding that says
// that it is missing tells the place of a name. So whatever can be checked is found, and nothing else is touched.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "authoring/content_change.h"
#include "base/result.h"
#include "config/site_config.h"
#include "diagnostics/diagnostic.h"
#include "pages/source_file.h"

namespace vav {

struct MoveRequest {
  std::string from, to;  // `[FOLDER/]ID` or `[FOLDER/][ID]#PASSAGE`, both of one sort
};

// The findings of the content after a change, as if every page in it were to be published.
using Trial = std::function<Result<Diagnostics>(const ContentChange& change)>;

struct MovePlan {
  ContentChange change;
  std::size_t names = 0;                // that were rewritten
  std::vector<std::string> redirected;  // what leads on, as in redirect_from
};

// A failure says why it cannot be: no such page, an id that is taken or is none, another folder than that of the kind,
// a name that cannot be rewritten. Reads the disk, writes nothing.
Result<MovePlan> plan_move(const MoveRequest& request, const SiteConfig& config, const std::vector<SourceFile>& sources,
                           const Disk& disk, const std::string& content, const Trial& trial);

}  // namespace vav
