#include "audit/checks.h"
#include "audit/url.h"

namespace vav {

void check_integrity(const Site& site, Diagnostics& findings) {
  for (const auto& [path, facts] : site.files) {
    for (const IntegrityClaim& claim : facts.integrity_claims) {
      if (claim.value.empty() && site.target == Target::disk) continue;
      const auto report = [&](Wording message, Wording hint) {
        findings.add("verify-integrity-attribute", {path, claim.place}, std::move(message), std::move(hint));
      };
      if (site.target == Target::disk) {
        report(say("browsers refuse a file with an integrity attribute when the page is opened from disk"),
               say("leave it out"));
        continue;
      }
      const Url url = resolve_url(path, claim.url);
      const FileFacts* file = url.kind == UrlKind::inside ? site.find(url.path) : nullptr;
      // A file that is not there is a broken link.
      if (file == nullptr || file->integrity == claim.value) continue;
      if (claim.value.empty()) {
        report(say("nothing says which bytes {} must have", url.path), say("add an integrity attribute"));
        continue;
      }
      report(say("browsers refuse {}, which has other bytes than the integrity attribute says", url.path),
             say("build the site again"));
    }
  }
}

}  // namespace vav
