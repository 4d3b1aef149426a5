// Pages + graph + theme -> the files of the site, in memory. Writes nothing.
#pragma once

#include <string>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "render/site_data.h"
#include "render/site_model.h"
#include "search/search_files.h"

namespace vav {

// Names of the filters that render() brings to templates; a theme is compiled with them.
const std::vector<std::string>& render_filter_names();

// Every page of the site as HTML: pages from files, the list of each kind, start, register, search, 404, redirects. In
// a fixed order, whatever the number of threads.
std::vector<RenderedFile> render_pages(const SiteModel& model, const SiteData& data, int threads,
                                       Diagnostics& diagnostics);

// What a template gets for one page, as data: for `vav inspect`.
Value template_data(std::size_t page, const SiteModel& model, const SiteData& data);

// What search indexes: every page from a file, in the order of their paths.
std::vector<SearchDocument> collect_search_documents(const SiteModel& model, const SiteData& data);
// Languages that have pages, the site's own first.
std::vector<std::string> search_languages(const SiteModel& model);

// manifest.json: address -> sha-256, title, kind, dates, passages.
RenderedFile manifest(const SiteModel& model, const std::vector<RenderedFile>& pages);

}  // namespace vav
