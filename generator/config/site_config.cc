#include "config/site_config.h"

#include <fmt/format.h>

#include "base/address.h"
#include "config/read_schema.h"
#include "config/reader.h"
#include "yaml/parse.h"

namespace vav {
namespace {

constexpr std::int64_t known_format = 1;
constexpr YamlLimits config_limits{.bytes = 1'048'576, .values = 100'000};

void read_site(const Value& file, SiteConfig& config, MapReader& top, Diagnostics& diagnostics) {
  MapReader site(top.value("site"), "site", top.path(), diagnostics);
  config.title = site.required_text("title");
  config.publisher = site.text("publisher");
  config.description = site.text("description");
  config.contact = site.text("contact");
  config.lang = site.text("lang", "sv");
  config.base_url = site.text("url");
  config.start_page = site.required_text("start");
  config.start_page_place = file.at("site").at("start").place();
  config.schema = read_schema(file, top.path(), config.lang, diagnostics);
  for (const Value& name : site.list("start_lists")) {
    if (const auto kind = config.schema.find_kind(name.text_or_empty())) {
      config.start_lists.push_back(*kind);
    } else {
      site.report(name, fmt::format("there is no kind '{}'", name.text_or_empty()));
    }
  }
  site.finish();
}

void read_menus(SiteConfig& config, MapReader& top, Diagnostics& diagnostics) {
  for (const Value& value : top.list("menus")) {
    MapReader reader(value, "a menu", top.path(), diagnostics);
    Menu menu;
    menu.label = reader.local_text("label", config.lang);
    for (const Value& name : reader.list("items")) {
      const std::string& text = name.text_or_empty();
      MenuItem item{.page = text, .place = name.place()};
      if (text == "register") {
        item.target = MenuItem::Target::register_page;
      } else if (text == "search") {
        item.target = MenuItem::Target::search_page;
      } else if (const auto kind = config.schema.find_kind(text)) {
        item.target = MenuItem::Target::kind;
        item.kind = *kind;
      }
      menu.items.push_back(std::move(item));
    }
    reader.finish();
    config.menus.push_back(std::move(menu));
  }
}

void read_severities(SiteConfig& config, MapReader& top, Diagnostics& diagnostics) {
  const Value& map = top.value("severity");
  MapReader reader(map, "severity", top.path(), diagnostics);
  if (!map.is_map()) return;
  for (const DiagnosticKind& kind : diagnostic_kinds()) {
    const std::string id(kind.id);
    const std::string word = reader.text(id);
    if (word.empty()) continue;
    const bool known = word == "error" || word == "warning" || word == "note";
    if (!known) reader.report(map.at(id), fmt::format("'{}' is no severity", word), "severity: error, warning or note");
    if (kind.fixed) reader.report(map.at(id), fmt::format("'{}' is always an error", id));
    if (!known || kind.fixed) continue;
    config.severities[id] = word == "error" ? Severity::error : word == "warning" ? Severity::warning : Severity::note;
  }
  reader.finish();
}

}  // namespace

Severity SiteConfig::severity_of(const Diagnostic& diagnostic) const {
  const auto found = severities.find(diagnostic.id);
  return found == severities.end() ? diagnostic.severity : found->second;
}

std::optional<SiteConfig> read_config(const Disk& disk, const std::string& content_folder, Diagnostics& diagnostics) {
  const std::string path(config_file);
  const Result<std::string> text = disk.read_file(join_path(content_folder, path));
  if (!text) {
    diagnostics.add("no-config", {path, {}},
                    fmt::format("the content folder has no readable vav.yaml: {}", text.failure().message),
                    "CONTENT is the folder that holds vav.yaml");
    return std::nullopt;
  }
  const bool had_errors = diagnostics.has_errors();
  const Value file = parse_yaml(*text, path, 1, config_limits, diagnostics);
  if (!had_errors && diagnostics.has_errors() && !file.is_map()) return std::nullopt;
  SiteConfig config;
  MapReader top(file, "vav.yaml", path, diagnostics);
  if (top.integer("format", 0) != known_format) {
    top.report(file.at("format"), fmt::format("vav.yaml must say 'format: {}'", known_format),
               "the format tells which version of vav it was written for");
  }
  read_site(file, config, top, diagnostics);
  for (const char* key : {"kinds", "common", "relation_fields", "chain"}) top.value(key);
  MapReader defaults(top.value("defaults"), "defaults", path, diagnostics);
  config.default_lang = defaults.text("lang", config.lang);
  config.default_responsible = defaults.text("responsible");
  defaults.finish();
  MapReader search(top.value("search"), "search", path, diagnostics);
  config.full_index_pages =
      static_cast<std::size_t>(std::max<std::int64_t>(search.integer("full_index_pages", 5000), 0));
  search.finish();
  read_menus(config, top, diagnostics);
  read_severities(config, top, diagnostics);
  top.finish();
  return config;
}

}  // namespace vav
