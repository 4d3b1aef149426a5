#include "exports/server_rules.h"

#include <algorithm>
#include <fmt/format.h>

#include "base/content_type.h"
#include "base/text.h"

namespace vav {

std::string pattern_of(std::string_view path) {
  return replace_all(std::string(path), ".", "\\.");
}

std::vector<Redirect> redirects_of(const ExportSource& source) {
  const std::string root = root_of(source.config.base_url);
  std::vector<Redirect> all;
  for (const SitePage& page : source.site_pages) {
    if (page.leads_to.empty() || page.knows_places) continue;
    all.push_back({root + shown_address(page.path, Target::web), root + shown_address(page.leads_to, Target::web)});
  }
  std::ranges::sort(all, {}, &Redirect::from);
  return all;
}

std::vector<OwnPolicy> own_policies(const ExportSource& source) {
  const std::string root = root_of(source.config.base_url);
  std::vector<OwnPolicy> all;
  for (const SitePage& page : source.site_pages) {
    if (page.style_hash.empty()) continue;
    const std::string allowed = fmt::format("style-src 'self' '{}'", page.style_hash);
    all.push_back({root + shown_address(page.path, Target::web),
                   replace_all(std::string(headers.front().value), "style-src 'self'", allowed)});
  }
  std::ranges::sort(all, {}, &OwnPolicy::address);
  return all;
}

std::vector<TypeEndings> types_and_endings() {
  std::vector<TypeEndings> all;
  for (const ContentType& one : content_types()) {
    const std::string_view type = one.type.substr(0, one.type.find(';'));
    auto known = std::ranges::find(all, type, &TypeEndings::type);
    if (known == all.end()) known = all.insert(all.end(), {type, {}, type != one.type});
    known->endings.push_back(one.ending);
  }
  return all;
}

bool is_compressible(std::string_view type) {
  return type.starts_with("text/") || type.ends_with("json") || type.ends_with("xml");
}

}  // namespace vav
