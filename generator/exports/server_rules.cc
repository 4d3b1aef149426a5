#include "exports/server_rules.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <set>

#include "base/content_type.h"
#include "base/text.h"

namespace vav {
namespace {

const std::array<Header, 4> headers = {{
    {"Content-Security-Policy",
     "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; worker-src blob:; "
     "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"},
    {"X-Content-Type-Options", "nosniff"},
    // What was searched for stands in an address, and is nobody else's business.
    {"Referrer-Policy", "same-origin"},
    {"Permissions-Policy",
     "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), "
     "payment=(), usb=()"},
}};

}  // namespace

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

std::vector<Header> headers_of(const ExportSource& source) {
  std::set<std::string> hashes;
  for (const SitePage& page : source.site_pages) {
    if (!page.style_hash.empty()) hashes.insert(page.style_hash);
  }
  std::string styles = "style-src 'self'";
  for (const std::string& hash : hashes) styles += fmt::format(" '{}'", hash);
  std::vector<Header> all(headers.begin(), headers.end());
  all.front().value = replace_all(all.front().value, "style-src 'self'", styles);
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
