#include "cli/reading.h"

#include <fmt/format.h>

#include "cli/common.h"
#include "cli/console.h"
#include "graph/names.h"

namespace vav {

void read_site(const CommonOptions& common, Reading& reading, ReadAs how) {
  Result<BuildOptions> options = build_options(common, reading.disk);
  if (!options) {
    reading.exit = refuse(options.failure());
    return;
  }
  reading.options = *options;
  reading.options.with_drafts = how == ReadAs::woven_with_drafts;
  ProgressLine progress;
  const PassListener listener = [&](std::string_view pass) { progress.show(pass); };
  Result<Build> build = how == ReadAs::built ? build_site(reading.disk, reading.options, listener)
                                             : weave_site(reading.disk, reading.options, listener);
  if (!build) {
    reading.exit = refuse(build.failure());
    return;
  }
  reading.build = std::move(*build);
}

std::optional<std::size_t> page_named(const std::string& name, const WovenSite& site) {
  const NameTable names(site.pages, site.on_site);
  const NameMatch match = names.find(name, site.config.lang);
  if (match.found()) return match.pages.front();
  const std::string near = names.suggest(name);
  fmt::print(stderr, "vav: no one page answers to '{}'\n", name);
  if (!near.empty()) fmt::print(stderr, "  hint: did you mean '{}'?\n", near);
  return std::nullopt;
}

}  // namespace vav
