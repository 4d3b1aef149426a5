#include "build/read_baselines.h"

#include <algorithm>
#include <fmt/format.h>
#include <tuple>

#include "base/address.h"

namespace vav {
namespace {

std::vector<Baseline> read_baselines(const Disk& disk, const std::string& content, Diagnostics& diagnostics) {
  const std::string folder = join_path(content, std::string(baselines_folder));
  std::vector<Baseline> baselines;
  if (disk.type_of(folder) != FileType::folder) return baselines;
  const Result<std::vector<FileEntry>> entries = disk.list_tree(folder);
  const auto report = [&](const std::string& path, const Failure& failure) {
    diagnostics.add("unreadable-file", {path, {}}, as_written(failure.message), as_written(failure.hint));
  };
  if (!entries) report(std::string(baselines_folder), entries.failure());
  for (const FileEntry& entry : entries ? *entries : std::vector<FileEntry>{}) {
    if (entry.type != FileType::file || extension(entry.path) != "json") continue;
    const std::string path = join_path(baselines_folder, entry.path);
    const Result<std::string> text = disk.read_file(join_path(folder, entry.path));
    if (!text) {
      report(path, text.failure());
      continue;
    }
    if (auto baseline = read_baseline(*text, path, diagnostics)) baselines.push_back(std::move(*baseline));
  }
  std::ranges::sort(baselines, [](const Baseline& a, const Baseline& b) {
    return std::tie(a.date, a.name) > std::tie(b.date, b.name);
  });
  return baselines;
}

SiteState state_of(const WovenSite& site) {
  return take_state(site.pages, site.on_site, site.routes, site.graph, site.config.schema);
}

}  // namespace

std::vector<Since> compare_with_baselines(const Disk& disk, const std::string& content, const WovenSite& site,
                                          Diagnostics& diagnostics) {
  std::vector<Baseline> baselines = read_baselines(disk, content, diagnostics);
  if (baselines.empty()) return {};
  const SiteState now = state_of(site);
  const ComparedSite compared{site.pages, site.on_site, site.routes, site.graph, site.evidence, site.config.schema};
  std::vector<Since> all;
  for (Baseline& baseline : baselines) {
    std::vector<ItemChange> changes = compare_with(baseline, now, compared);
    all.push_back({std::move(baseline), std::move(changes)});
  }
  return all;
}

Baseline take_baseline(const std::string& name, const std::optional<Date>& day, const WovenSite& site,
                       const Date& today) {
  std::optional<Date> newest;
  for (std::size_t i = 0; i < site.pages.size(); ++i) {
    if (!site.on_site[i]) continue;
    for (const auto& date : {site.pages[i].published, site.pages[i].updated}) {
      if (date && (!newest || *newest < *date)) newest = date;
    }
  }
  return {.name = name, .date = day ? *day : newest.value_or(today), .state = state_of(site)};
}

}  // namespace vav
