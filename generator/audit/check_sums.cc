#include <fmt/format.h>

#include "audit/checks.h"
#include "base/text.h"

namespace vav {
namespace {

constexpr std::size_t hash_length = 64;
constexpr std::size_t name_start = hash_length + 2;  // behind "  "

void check_line(const Site& site, std::string_view line, int number, Diagnostics& findings) {
  const auto report = [&](std::size_t offset, std::string_view marked, Wording message) {
    const Place place{number, static_cast<int>(offset) + 1, static_cast<int>(count_characters(marked))};
    findings.add("verify-bad-sum", {std::string(sums_name), place}, std::move(message));
  };
  const bool is_hash = line.find_first_not_of("0123456789abcdef") == hash_length;
  if (!is_hash || line.size() <= name_start || line.substr(hash_length, 2) != "  ") {
    report(0, line, say("not a line of the form \"HASH  path\""));
    return;
  }
  const std::string_view path = line.substr(name_start);
  const FileFacts* facts = site.find(path);
  if (facts == nullptr) {
    report(name_start, path, say("\"{}\" is not in the folder", path));
  } else if (facts->hash != line.substr(0, hash_length)) {
    report(0, line.substr(0, hash_length), say("\"{}\" is not as it was when its sum was taken", path));
  }
}

}  // namespace

void check_sums(const Site& site, Diagnostics& findings) {
  const FileFacts* sums = site.find(sums_name);
  if (sums == nullptr) {
    findings.add("verify-bad-sum", {std::string(sums_name), {}}, say("the folder has no SHA256SUMS"));
    return;
  }
  if (is_not_utf8(*sums)) return;  // which is reported
  std::set<std::string_view> listed;
  int number = 0;
  for (const std::string_view line : split_lines(site.sums)) {
    check_line(site, line, ++number, findings);
    if (line.size() <= name_start || listed.insert(line.substr(name_start)).second) continue;
    findings.add("verify-bad-sum", {std::string(sums_name), {number, static_cast<int>(name_start) + 1, 1}},
                 say("\"{}\" is listed twice", line.substr(name_start)));
  }
  for (const auto& [path, facts] : site.files) {
    if (path == sums_name || listed.contains(path)) continue;
    findings.add("verify-bad-sum", {path, {}}, say("SHA256SUMS does not list the file"),
                 say("build again, or remove the file if it does not belong to the site"));
  }
}

}  // namespace vav
