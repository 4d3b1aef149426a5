#include "graph/routes.h"

#include <fmt/format.h>
#include <map>

#include "base/address.h"

namespace vav {
namespace {

std::string language_folder(const Page& page, const SiteConfig& config) {
  return page.lang == config.lang ? "" : page.lang;
}

std::string address_of(const Page& page, const SiteConfig& config) {
  const Kind& kind = config.schema.kinds[page.kind];
  std::string folder = join_path(language_folder(page, config), kind.address);
  const bool is_start = page.role == SourceRole::page && page.id == config.start_page && page.lang == config.lang;
  if (page.role == SourceRole::page && !is_start) folder = join_path(folder, page.id);
  return join_path(is_start ? "" : folder, "index.html");
}

}  // namespace

std::string Routes::list_address(const Kind& kind) {
  return kind.has_list && !kind.address.empty() ? join_path(kind.address, "index.html") : "";
}

Routes assign_addresses(const std::vector<Page>& pages, const SiteConfig& config, Diagnostics& diagnostics) {
  Routes routes;
  std::map<std::string, std::string> owner;  // address -> path of the page that has it
  std::map<std::string, const Page*> ids;    // language/id -> page
  owner[std::string(not_found_address)] = "";
  for (const BuiltInPage& one : built_in_pages) owner[std::string(one.address)] = "";
  for (const Page& page : pages) {
    const std::string address = address_of(page, config);
    routes.page_address.push_back(address);
    if (page.role != SourceRole::page) continue;
    const auto [same_id, new_id] = ids.try_emplace(page.lang + "/" + page.id, &page);
    if (!new_id) {
      diagnostics.add("duplicate-id", {page.path, {1, 1, 1}},
                      say("the id '{}' is taken by {}", page.id, same_id->second->path),
                      say("the file name is the id, and an id is unique in the whole site: rename one of the files"));
      continue;
    }
    const auto [taken, is_new] = owner.try_emplace(address, page.path);
    if (is_new) continue;
    const std::string other = taken->second.empty() ? "a page that every site has" : taken->second;
    diagnostics.add("duplicate-address", {page.path, {1, 1, 1}}, say("the address {} is taken by {}", address, other),
                    say("rename the file"));
  }
  for (const Kind& kind : config.schema.kinds) {
    const std::string list = Routes::list_address(kind);
    const auto taken = owner.find(list);
    if (list.empty() || taken == owner.end()) continue;
    diagnostics.add("duplicate-address", {taken->second, {1, 1, 1}},
                    say("the address {} is that of the list of '{}'", list, kind.id), say("rename the file"));
  }
  return routes;
}

}  // namespace vav
