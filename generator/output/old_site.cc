#include "output/old_site.h"

#include <algorithm>
#include <fmt/format.h>
#include <set>

#include "base/address.h"
#include "base/text.h"
#include "output/output_tree.h"

namespace vav {
namespace {

constexpr std::size_t hash_length = 64;
constexpr std::string_view hash_end = "  ";
constexpr std::size_t most_named = 3;  // files that a refusal names

// The paths that SHA256SUMS lists; none when it is not one that vav wrote. Anyone's folder may hold a SHA256SUMS that
// lists all of it (a download, say): a site of vav has a start page or a manifest as well.
std::set<std::string, std::less<>> listed_files(const Disk& disk, const std::string& folder) {
  std::set<std::string, std::less<>> listed;
  const auto sums = disk.read_file(join_path(folder, sums_path));
  if (!sums) return {};
  for (const std::string_view line : split_lines(*sums)) {
    if (line.size() <= hash_length + hash_end.size() || line.substr(hash_length, hash_end.size()) != hash_end)
      return {};
    listed.emplace(line.substr(hash_length + hash_end.size()));
  }
  if (!listed.contains("index.html") && !listed.contains("manifest.json")) return {};
  listed.emplace(sums_path);
  return listed;
}

Failure foreign_files(const std::string& folder, const std::vector<std::string>& foreign) {
  const std::size_t named = std::min(foreign.size(), most_named);
  std::string names = join({foreign.begin(), foreign.begin() + static_cast<std::ptrdiff_t>(named)}, ", ");
  if (foreign.size() > named) names += fmt::format(" and {} more", foreign.size() - named);
  return {fmt::format("{} holds files that vav did not write: {}", folder, names),
          "choose another folder with --out, or move what is there"};
}

}  // namespace

bool OldSite::has(const std::string& path) const {
  return std::ranges::binary_search(files, path);
}

Result<OldSite> read_old_site(const Disk& disk, const std::string& folder) {
  OldSite site;
  const auto type = disk.type_of(folder);
  if (!type) return site;
  if (*type != FileType::folder) {
    return Failure{folder + " is a file, not a folder", "choose another folder with --out"};
  }
  auto entries = disk.list_tree(folder);
  if (!entries) return entries.failure();
  site.exists = true;
  site.entries = std::move(*entries);
  const auto listed = listed_files(disk, folder);
  std::vector<std::string> foreign;
  for (const FileEntry& entry : site.entries) {
    if (entry.type == FileType::folder) continue;
    // vav makes no links: one that stands where a page stood was put there by someone.
    const bool is_ours = entry.type == FileType::file && listed.contains(entry.path);
    (is_ours ? site.files : foreign).push_back(entry.path);
  }
  if (!foreign.empty()) return foreign_files(folder, foreign);
  return site;
}

}  // namespace vav
