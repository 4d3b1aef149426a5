// What search gets: every page from a file as plain text.
#pragma once

#include <string>
#include <vector>

#include "render/search_facets.h"
#include "render/site_data.h"
#include "render/site_model.h"
#include "search/search_document.h"

namespace vav {

// Every page from a file and every list that has an introduction, in the order of their paths; their facets are numbers
// in `facets`.
std::vector<SearchDocument> collect_search_documents(const SiteModel& model, const SiteData& data,
                                                     const FacetTable& table, int threads);

// The languages that search has an index for: those of pages, the site's own first, as far as there is a stemmer.
std::vector<std::string> search_languages(const SiteModel& model);

}  // namespace vav
