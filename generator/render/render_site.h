// Pages + graph + theme -> the files of the site, in memory. Writes nothing.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "render/search_facets.h"
#include "render/site_data.h"
#include "render/site_model.h"

namespace vav {

// Names of the filters that render() brings to templates; a theme is compiled with them.
const std::vector<std::string>& render_filter_names();

// Every page of the site as HTML: pages from files, the list of each kind, start, register, search, 404, redirects. In
// a fixed order, whatever the number of threads.
std::vector<RenderedFile> render_pages(const SiteModel& model, const SiteData& data, const FacetTable& facets,
                                       int threads, Diagnostics& diagnostics);

// What a template gets for one page, as data: for `vav inspect`.
Value template_data(std::size_t page, const SiteModel& model, const SiteData& data);
// The same for a page of the site by its address, also one that no file stands for; nothing when there is none.
std::optional<Value> template_data_at(const std::string& address, const SiteModel& model, const SiteData& data);

// manifest.json: who the site is for ("disk" or "web"); file of a page -> sha-256, title, kind, dates, passages.
// `not_public`: by page, why it is for editors only in a word, "" = it is not; such a page is on the site when drafts
// were asked for, and vav verify refuses it.
RenderedFile manifest(const SiteModel& model, const std::vector<RenderedFile>& pages,
                      const std::vector<std::string_view>& not_public);

}  // namespace vav
