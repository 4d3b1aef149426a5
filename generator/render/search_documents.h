// What search gets: every page from a file as plain text, and what its hits can be narrowed by.
#pragma once

#include <string>
#include <vector>

#include "render/site_data.h"
#include "render/site_model.h"
#include "search/search_document.h"

namespace vav {

// In the order of vav.yaml, each with the values that some page has, labelled in the site's own language: kinds and
// items in the order of lists, years from the newest.
std::vector<SearchFacet> collect_search_facets(const SiteModel& model, const SiteData& data);

// For each facet, in order: positions of the page's values, rising.
std::vector<std::vector<std::size_t>> facet_values(std::size_t page, const std::vector<SearchFacet>& facets,
                                                   const SiteModel& model, const SiteData& data);

// Every page from a file and every list that has an introduction, in the order of their paths; their facets are numbers
// in `facets`.
std::vector<SearchDocument> collect_search_documents(const SiteModel& model, const SiteData& data,
                                                     const std::vector<SearchFacet>& facets, int threads);

// Languages that have pages, the site's own first.
std::vector<std::string> search_languages(const SiteModel& model);

}  // namespace vav
