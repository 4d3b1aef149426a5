// The index as scripts that the search page loads in parts. assets/README.md says what each holds.
#pragma once

#include <string>
#include <vector>

#include "search/search_files.h"

namespace vav {

// search/LANG/head.js and search/LANG/parts/*.js. A part's name has a fingerprint of its bytes, so that a part of
// another build is a missing file and never a wrong answer.
std::vector<SearchFile> search_parts(const std::vector<SearchDocument>& documents,
                                     const std::vector<SearchFacet>& facets, const LanguageIndex& index);

}  // namespace vav
