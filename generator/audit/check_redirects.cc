#include "audit/checks.h"
#include "audit/url.h"
#include "base/address.h"

namespace vav {

std::string file_at_link(const Site& site, const std::string& from, const std::string& url) {
  const Url to = resolve_url(from, url);
  if (to.kind != UrlKind::inside) return "";
  return site.target == Target::web && to.names_folder ? join_path(to.path, start_page) : to.path;
}

void check_redirects(const Site& site, Diagnostics& findings) {
  for (const auto& [path, facts] : site.files) {
    if (!facts.is_redirect) continue;
    const std::string to = file_at_link(site, path, facts.redirect.url);
    const FileFacts* target = site.find(to);
    if (target == nullptr || !target->is_redirect) continue;
    findings.add("verify-redirect-chain", {path, facts.redirect.place},
                 to == path ? say("the page sends its readers to itself")
                            : say("the page sends its readers to {}, which sends them on", to),
                 say("lead straight to the page that is to be read"));
  }
}

}  // namespace vav
