#include "audit/verify.h"

#include <algorithm>
#include <tuple>

#include "audit/checks.h"
#include "audit/site.h"

namespace vav {

Result<VerifyReport> verify_site(const Disk& disk, const std::string& folder, int threads) {
  auto site = read_site(disk, folder, threads);
  if (!site) return site.failure();
  VerifyReport report;
  for (const auto& [path, facts] : site->files) {
    ++report.files;
    if (is_page(path)) ++report.pages;
    report.links += facts.links.size();
  }
  if (site->find(start_page) == nullptr) {
    report.findings.add("verify-not-a-site", {std::string(start_page), {}}, say("the folder has no index.html"),
                        say("name the folder that vav build has written"));
    return report;
  }
  read_manifest(*site);
  for (const auto& [path, facts] : site->files) report.findings.append(facts.findings);
  check_names(*site, report.findings);
  check_sums(*site, report.findings);
  check_manifest(*site, report.findings);
  check_integrity(*site, report.findings);
  check_links(*site, report.findings);
  check_redirects(*site, report.findings);
  check_reachable(*site, report.findings);
  std::ranges::stable_sort(report.findings.all(), {}, [](const Diagnostic& finding) {
    return std::tuple(std::string_view(finding.span.path), finding.span.place.line, finding.span.place.column);
  });
  return report;
}

}  // namespace vav
