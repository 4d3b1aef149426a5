#include "exports/sitemap.h"

#include <algorithm>
#include <fmt/format.h>

#include "base/text.h"

namespace vav {
namespace {

// What readers look for: no page that sends on, nor one that says that there is none, nor what another page says too.
bool is_listed(const SitePage& page) {
  return page.leads_to.empty() && !page.is_withdrawn && page.path != not_found_address &&
         page.path != report_file_address;
}

std::string entry_of(const SitePage& page, const ExportSource& source) {
  const std::string address = source.config.base_url + shown_address(page.path, Target::web);
  std::string day;
  if (page.number) {
    const Page& own = source.pages[*page.number];
    if (const auto& changed = own.updated ? own.updated : own.published)
      day = fmt::format("<lastmod>{}</lastmod>", changed->iso());
  }
  return fmt::format("<url><loc>{}</loc>{}</url>\n", escape_html(address), day);
}

std::string sitemap(const ExportSource& source) {
  std::vector<const SitePage*> listed;
  for (const SitePage& page : source.site_pages) {
    if (is_listed(page)) listed.push_back(&page);
  }
  std::ranges::sort(listed, {}, [](const SitePage* page) { return std::string_view(page->path); });
  std::string xml =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n";
  for (const SitePage* page : listed) xml += entry_of(*page, source);
  return xml + "</urlset>\n";
}

}  // namespace

std::vector<ExportedFile> sitemap_files(const ExportSource& source) {
  const std::string& base = source.config.base_url;
  if (base.empty()) return {};
  return {{"robots.txt", fmt::format("User-agent: *\nAllow: {}\nSitemap: {}sitemap.xml\n", root_of(base), base),
           "the line for search engines"},
          {"sitemap.xml", sitemap(source), "the list of pages for search engines"}};
}

}  // namespace vav
