// What the template of one page gets (themes/README.md lists every key).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/value.h"
#include "render/site_data.h"
#include "render/site_model.h"

namespace vav {

// The `page` value of a page from a file: body, facts, thread, evidence, sections, mentions, sources.
Value page_data(std::size_t number, const SiteModel& model, const SiteData& data);

// The keys that every page has, whatever it is made of.
struct PageFrame {
  std::string title;
  std::string lang;
  std::string address;
  std::string summary;
  std::string menu_key;
  std::string template_name;
  Value kind;       // null = none
  List breadcrumb;  // [{title, address}]
  // The page that search engines should know instead of this one; "" = none.
  std::optional<std::string> canonical = std::nullopt;
};
// "Page – Site", 90 characters at most: a longer title loses its end, at a space, for the name of the site.
std::string html_title(const std::string& title, const std::string& site);
MapBuilder page_frame(const PageFrame& frame, const SiteModel& model);

// A place that lies elsewhere now: {id, title, address}.
Value moved_place(const MovedPlace& place, const SiteModel& model);

// Breadcrumb that starts at the home page, and at the list of the kind where that has one.
List breadcrumb(const SiteData& data, const std::string& language, std::optional<std::size_t> kind);

// Plain text of a page's body as readers see it: a wikilink without words of its own shows its page's name, not what
// was written.
std::string shown_text(std::size_t page, std::string text, const SiteModel& model);

// The body of a page as HTML, with the links that nobody wrote.
Markup body_html(std::size_t page, const SiteModel& model, const SiteData& data);
// A rich text of a page as HTML; `links` are what its links lead to.
Markup document_html(std::size_t page, const Document& document, const std::vector<ResolvedLink>& links,
                     const SiteModel& model, const SiteData& data);

}  // namespace vav
