#include "pages/page.h"

#include <algorithm>

#include "pages/front_matter.h"
#include "yaml/parse.h"

namespace vav {

const FieldValues* Page::find_field(std::size_t field) const {
  const auto found = std::ranges::find(fields, field, &FieldValues::field);
  return found == fields.end() ? nullptr : &*found;
}

Page parse_page(const SourceFile& source, const SiteConfig& config, Diagnostics& diagnostics) {
  Page page;
  page.path = source.path;
  page.role = source.role;
  page.id = source.id;
  page.kind = source.kind;
  page.lang = source.lang.empty() ? config.default_lang : source.lang;
  page.fingerprint = source.fingerprint;
  page.title = page.id;
  if (!source.readable) return page;
  const SplitSource parts = split_front_matter(source.text);
  if (parts.found) {
    Diagnostics yaml_findings;
    const Value map = parse_yaml(parts.front_matter, source.path, 2, {}, yaml_findings);
    diagnostics.append(yaml_findings);
    // YAML that cannot be read has its own finding; that every field is missing then is no news.
    if (!map.is_null() || yaml_findings.empty()) read_front_matter(map, config, page, diagnostics);
  } else {
    diagnostics.add("no-front-matter", {source.path, {1, 1, 1}},
                    "the page must start with front matter between two lines of ---",
                    "the first line of the file is ---, then title: …, then a line of --- again");
  }
  if (page.title.empty()) page.title = page.id;
  page.document = parse_markdown(parts.body, source.path, parts.body_line, diagnostics);
  return page;
}

std::string_view reason_left_out(const Page& page, const Date& today, bool with_drafts) {
  if (page.internal) return "internal";
  if (page.draft && !with_drafts) return "draft";
  if (page.expires && *page.expires < today) return "expired";
  if (page.published && *page.published > today && !with_drafts) return "not yet published";
  return "";
}

}  // namespace vav
