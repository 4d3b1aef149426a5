#include "pages/page.h"

#include <algorithm>

#include "base/text.h"
#include "config/gap.h"
#include "pages/field_parts.h"
#include "pages/front_matter.h"
#include "yaml/parse.h"

namespace vav {
namespace {

// What `vav new` left to be written in the page's text.
void report_gaps(std::string_view body, int first_line, const std::string& path, Diagnostics& diagnostics) {
  for (auto gap = find_gap(body); gap; gap = find_gap(body, gap->offset + gap->mark.size())) {
    const LineColumn at = locate(body, gap->offset);
    const int length = static_cast<int>(count_characters(gap->mark));
    diagnostics.add("unfilled-gap", {path, {first_line + at.line - 1, at.column, length}},
                    say("the text is not filled in yet"), say("write it in place of {}", gap->mark));
  }
}

}  // namespace

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
    if (!map.is_null() && !map.is_map()) {
      diagnostics.add("bad-value", {source.path, map.place()},
                      say("front matter is a map of keys, not {}", type_word(map)),
                      say("write a key before each value, such as title: …"));
    } else if (map.is_map() || yaml_findings.empty()) {
      read_front_matter(map, config, page, diagnostics);
    }
  } else if (parts.opened) {
    diagnostics.add("no-front-matter", {source.path, {1, 1, 1}}, say("the front matter opens here and never ends"),
                    say("write a line of --- after its last key"));
  } else {
    diagnostics.add("no-front-matter", {source.path, {1, 1, 1}},
                    say("the page must start with front matter between two lines of ---"),
                    say("the first line of the file is ---, then title: …, then a line of --- again"));
  }
  if (page.title.empty()) page.title = page.id;
  collect_field_parts(config.schema.kinds[page.kind], page, diagnostics);
  page.document = parse_markdown(parts.body, source.path, parts.body_line, diagnostics);
  report_gaps(parts.body, parts.body_line, source.path, diagnostics);
  return page;
}

std::string_view reason_left_out(const Page& page, const Date& today, bool with_drafts) {
  if (page.internal) return "internal";
  if (page.draft && !with_drafts) return "draft";
  // Before all that dates say: its address stays.
  if (page.withdrawn && *page.withdrawn <= today) return withdrawn_page;
  if (page.expires && *page.expires < today) return "expired";
  if (page.published && *page.published > today && !with_drafts) return "not yet published";
  return "";
}

}  // namespace vav
