// The commands that help writers: new, init, schema.
#include <fmt/format.h>

#include "authoring/json_schema.h"
#include "authoring/new_file.h"
#include "authoring/new_page.h"
#include "authoring/starter.h"
#include "base/address.h"
#include "cli/commands.h"
#include "cli/common.h"
#include "cli/console.h"
#include "config/format.h"
#include "config/gap.h"

namespace vav {
namespace {

Exit refuse_arguments(const Failure& failure) {
  refuse(failure);
  return Exit::wrong_arguments;
}

// What vav.yaml declares and which files there are. Pages are not read: what is wrong in one is no reason not to write
// another.
struct Content {
  std::string folder;
  std::optional<SiteConfig> config;
  std::vector<SourceFile> pages;
  Exit exit = Exit::fine;
};

Content read_content(const CommonOptions& common, const Disk& disk) {
  Content content{.folder = content_folder(common, disk)};
  if (disk.type_of(content.folder, true) != FileType::folder) {
    content.exit = refuse({fmt::format("there is no content folder '{}'", content.folder),
                           "name the folder that holds vav.yaml, or make one with vav init"});
    return content;
  }
  Diagnostics diagnostics;
  std::optional<SiteConfig> config = read_config(disk, content.folder, diagnostics);
  if (!config || diagnostics.has_errors()) {
    print_findings(diagnostics, common.diagnostics, content.folder, disk);
    content.exit = Exit::content_errors;
    return content;
  }
  Diagnostics unheeded;
  Result<Sources> sources = collect_sources(disk, content.folder, *config, threads_for(common.jobs), unheeded);
  if (!sources) {
    content.exit = refuse(sources.failure());
    return content;
  }
  content.config = std::move(config);
  content.pages = std::move(sources->pages);
  return content;
}

std::string shown(const std::string& folder, const std::string& path) {
  return normal_path(join_path(folder, path));
}

}  // namespace

Exit run_new(const NewCommand& command) {
  RealDisk disk;
  const Content content = read_content(command.common, disk);
  if (!content.config) return content.exit;
  const PageRequest request{.kind = command.kind,
                            .title = command.title,
                            .id = command.id,
                            .lang = command.lang,
                            .today = day_of(command.common)};
  const Result<NewPage> page = plan_page(request, *content.config, content.pages, disk, content.folder);
  if (!page) return refuse_arguments(page.failure());
  if (const Result<void> made = create_file(disk, content.folder, page->path, page->text); !made)
    return refuse(made.failure());
  const Wording next =
      say("Write where it says {}, then check with: vav check {}", gap_mark(content.config->lang), content.folder);
  fmt::print("{}\n{}\n", shown(content.folder, page->path), next.in(command.common.diagnostics.language));
  return Exit::fine;
}

Exit run_init(const InitCommand& command) {
  RealDisk disk;
  if (disk.type_of(join_path(command.folder, std::string(config_file)), false)) {
    return refuse_arguments({fmt::format("{} is a knowledge base already: it has a vav.yaml", command.folder),
                             "name another folder, or write a page with vav new"});
  }
  const Date day = command.today.empty() ? today() : *parse_date(command.today);
  for (const StarterFile& file : starter_files(command.lang, day)) {
    if (disk.type_of(join_path(command.folder, file.path), false)) {
      fmt::print("{}\n",
                 say("{} is there already and stays as it is", shown(command.folder, file.path)).in(command.language));
      continue;
    }
    if (const Result<void> made = create_file(disk, command.folder, file.path, file.text); !made)
      return refuse(made.failure());
    fmt::print("{}\n", shown(command.folder, file.path));
  }
  fmt::print("{}\n", say("See it with: vav serve {}", command.folder).in(command.language));
  return Exit::fine;
}

Exit run_schema(const SchemaCommand& command) {
  RealDisk disk;
  if (command.reference) {
    fmt::print("{}", config_reference());
    return Exit::fine;
  }
  const Content content = read_content(command.common, disk);
  if (!content.config) return content.exit;
  std::vector<NamedSchema> schemas = front_matter_schemas(*content.config, content.pages);
  schemas.push_back({std::string(config_file), config_schema()});
  if (command.out.empty()) {
    MapBuilder all;
    for (const NamedSchema& one : schemas) all.set(one.name, one.schema);
    fmt::print("{}\n", to_pretty_json(std::move(all).build()));
    return Exit::fine;
  }
  if (const Result<void> made = disk.make_folder(command.out); !made) return refuse(made.failure());
  for (const NamedSchema& one : schemas) {
    const std::string path = join_path(command.out, one.name + ".json");
    if (const Result<void> written = disk.write_file(path, to_pretty_json(one.schema) + "\n"); !written)
      return refuse(written.failure());
    fmt::print("{}\n", path);
  }
  return Exit::fine;
}

}  // namespace vav
