#include "config/site_config.h"

#include <algorithm>
#include <fmt/format.h>

#include "base/address.h"
#include "base/text.h"
#include "base/unicode.h"
#include "config/field_value.h"
#include "config/read_evidence_rules.h"
#include "config/read_schema.h"
#include "config/read_timeline.h"
#include "config/reader.h"
#include "config/schema_source.h"
#include "yaml/parse.h"

namespace vav {
namespace {

constexpr std::int64_t known_format = 1;
constexpr YamlLimits config_limits{.bytes = 1'048'576, .values = 100'000};

// The site's own language first, then the others as declared.
Languages read_languages(MapReader& site, const std::string& own) {
  Languages languages = {own};
  for (const Value& one : site.list("languages")) {
    const std::string& code = one.text_or_empty();
    const bool is_code = is_short_language_code(code);
    if (!is_code) site.report(one, say("'{}' is no language code", code), say("two letters, such as sv or en"));
    if (is_code && std::ranges::find(languages, code) == languages.end()) languages.push_back(code);
  }
  return languages;
}

std::vector<std::size_t> read_kinds(MapReader& reader, std::string_view key, const Schema& schema) {
  std::vector<std::size_t> kinds;
  for (const Value& name : reader.list(key)) {
    if (const auto kind = schema.find_kind(name.text_or_empty()))
      kinds.push_back(*kind);
    else
      reader.report(name, say("there is no kind '{}'", name.text_or_empty()));
  }
  return kinds;
}

// As a field of the type role-email would take it.
std::string read_email(MapReader& site, Diagnostics& diagnostics) {
  const Entry* entry = site.entry("email");
  if (entry == nullptr) return "";
  const Field field{.name = "email", .type = FieldType::role_email};
  const auto mailbox = check_value(field, entry->value, site.path(), diagnostics);
  return mailbox ? mailbox->text_or_empty() : "";
}

std::string read_base_url(MapReader& site) {
  const std::string written = site.text("url");
  const std::optional<std::string> url = normal_base_url(written);
  if (!url && !written.empty())
    site.report(site.value("url"), say("'{}' is not the address of a site", written),
                say("write where its start page lies, such as https://example.org/kunskap/"));
  return url.value_or("");
}

void read_authorities(const Value& file, SiteConfig& config, MapReader& site, Diagnostics& diagnostics) {
  const SchemaSource source{site.path(), config.languages, diagnostics};
  for (const Entry& entry : named_entries(site.value("authorities"), as_written("authorities"), source)) {
    MapReader reader(entry.value, config_format("authority"), say("the authority '{}'", entry.key), site.path(),
                     diagnostics);
    Authority& authority = config.authorities[entry.key];
    authority.name = reader.local_text("name", config.languages);
    authority.link = reader.local_text("link", config.languages);
    authority.address = reader.required_text("address");
    const bool is_web_address = authority.address.starts_with("https://") || authority.address.starts_with("http://");
    if (!authority.address.empty() && !is_web_address)
      reader.report(reader.value("address"),
                    say("'{}' must be an address that starts with https:// or http://", "address"));
    for (const char* key : {"name", "link"})
      if (reader.value(key).is_null())
        reader.report(reader.map(), say("{} must have the key '{}'", reader.what(), key));
    reader.finish();
  }
  for (const Kind& kind : config.schema.kinds) {
    if (kind.authority.empty() || config.authorities.contains(kind.authority)) continue;
    site.report(file.at("kinds").at(kind.id).at("authority"), say("there is no authority '{}'", kind.authority),
                say("declare it under 'authorities' of 'site': its name, the words of a link, and an address"));
  }
}

void read_site(const Value& file, SiteConfig& config, MapReader& top, Diagnostics& diagnostics) {
  MapReader site(top.value("site"), config_format("site"), as_written("site"), top.path(), diagnostics);
  config.lang = site.text("lang", "sv");
  config.languages = read_languages(site, config.lang);
  config.title = site.local_text("title", config.languages);
  if (file.at("site").at("title").is_null())
    site.report(site.map(), say("{} must have the key '{}'", site.what(), "title"));
  config.publisher = site.local_text("publisher", config.languages);
  config.description = site.local_text("description", config.languages);
  config.contact = site.local_text("contact", config.languages);
  config.email = read_email(site, diagnostics);
  config.base_url = read_base_url(site);
  config.start_page = site.required_text("start");
  config.start_page_place = file.at("site").at("start").place();
  config.schema = read_schema(file, top.path(), config.languages, diagnostics);
  config.start_lists = read_kinds(site, "start_lists", config.schema);
  read_authorities(file, config, site, diagnostics);
  site.finish();
}

void read_menus(SiteConfig& config, MapReader& top, Diagnostics& diagnostics) {
  for (const Value& value : top.list("menus")) {
    MapReader reader(value, config_format("menu"), say("a menu"), top.path(), diagnostics);
    Menu menu;
    menu.label = reader.local_text("label", config.languages);
    for (const Value& name : reader.list("items")) {
      const std::string& text = name.text_or_empty();
      MenuItem item{.page = text, .place = name.place()};
      if (const auto* const own = std::ranges::find(built_in_pages, text, &BuiltInPage::name);
          own != built_in_pages.end()) {
        item.target = MenuItem::Target::built_in;
        item.built_in = *own;
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

void read_mentions(SiteConfig& config, MapReader& top, Diagnostics& diagnostics) {
  MapReader reader(top.value("mentions"), config_format("mentions"), as_written("mentions"), top.path(), diagnostics);
  MentionRules& rules = config.mentions;
  rules.kinds = read_kinds(reader, "kinds", config.schema);
  for (const Value& word : reader.list("words")) {
    if (const auto kind = config.schema.find_kind(word.text_or_empty()))
      rules.word_kinds.push_back(*kind);
    else
      rules.words.push_back(word.text_or_empty());
  }
  for (const Value& name : reader.list("case_sensitive")) rules.case_sensitive.push_back(name.text_or_empty());
  for (const Value& name : reader.list("never")) rules.never.push_back(name.text_or_empty());
  reader.finish();
}

FacetRule read_facet(MapReader& reader, const SiteConfig& config) {
  FacetRule facet;
  facet.id = reader.required_text("id");
  if (!facet.id.empty() && to_slug(facet.id) != facet.id)
    reader.report(reader.value("id"), say("'{}' is no name for an address", facet.id),
                  say("use a-z, 0-9 and hyphens only"));
  facet.label = reader.local_text("label", config.languages);
  const std::string source = reader.text("of", "items");
  if (source == "kind") facet.source = FacetRule::Source::kind;
  if (source == "year") facet.source = FacetRule::Source::year;
  facet.kinds = read_kinds(reader, "kinds", config.schema);
  if (source != "kind" && source != "year" && source != "items")
    reader.report(reader.map().at("of"), say("a facet cannot be of '{}'", source), say("of: items, kind or year"));
  else if (facet.source == FacetRule::Source::items && reader.map().at("kinds").is_null())
    reader.report(reader.map(), say("a facet of items must say which 'kinds'"));
  reader.finish();
  return facet;
}

void read_search(SiteConfig& config, MapReader& top, Diagnostics& diagnostics) {
  MapReader search(top.value("search"), config_format("search"), as_written("search"), top.path(), diagnostics);
  config.full_index_pages =
      static_cast<std::size_t>(std::max<std::int64_t>(search.integer("full_index_pages", 5000), 0));
  for (const Value& value : search.list("facets")) {
    MapReader reader(value, config_format("facet"), say("a facet"), top.path(), diagnostics);
    FacetRule facet = read_facet(reader, config);
    const bool known = std::ranges::any_of(config.facets, [&](const FacetRule& one) { return one.id == facet.id; });
    if (known) search.report(value, say("there are two facets '{}'", facet.id));
    if (!known && !facet.id.empty()) config.facets.push_back(std::move(facet));
  }
  search.finish();
}

void read_text_rules(SiteConfig& config, MapReader& top, Diagnostics& diagnostics) {
  MapReader text(top.value("text"), config_format("text"), as_written("text"), top.path(), diagnostics);
  config.text.longest_sentence =
      static_cast<int>(std::clamp<std::int64_t>(text.integer("longest_sentence", 30), 0, 1000));
  config.text.typography = text.flag("typography", true);
  for (const Value& one : text.list("breaks")) {
    if (auto word = parse_word_break(one.text_or_empty()))
      config.text.breaks.push_back(std::move(*word));
    else
      text.report(one, say("'{}' does not show where a word may break", one.text_or_empty()),
                  say("write one word with | between two letters: universitets|kanslers|ämbetet"));
  }
  text.finish();
  MapReader allow(top.value("allow"), config_format("allow"), as_written("allow"), top.path(), diagnostics);
  for (const Value& one : allow.list("emails")) config.text.allowed_emails.push_back(one.text_or_empty());
  for (const Value& one : allow.list("phones")) {
    // 0812345678 without quotation marks is a number that has lost its zero.
    if (!one.is_text()) allow.report(one, say("a telephone number is a text"), say("write it in quotation marks"));
    config.text.allowed_phones.push_back(one.text_or_empty());
  }
  allow.finish();
}

void read_theme(SiteConfig& config, MapReader& top, Diagnostics& diagnostics) {
  MapReader theme(top.value("theme"), config_format("theme"), as_written("theme"), top.path(), diagnostics);
  config.theme_settings = theme.value("settings");
  if (!config.theme_settings.is_map() && !config.theme_settings.is_null()) {
    theme.report(config.theme_settings, say("the settings of the theme are a map of name: value"),
                 say("vav theme list shows the settings of the theme"));
  }
  theme.finish();
}

void read_severities(SiteConfig& config, MapReader& top, Diagnostics& diagnostics) {
  const Value& map = top.value("severity");
  MapReader reader(map, as_written("severity"), top.path(), diagnostics);
  if (!map.is_map()) return;
  for (const DiagnosticKind& kind : diagnostic_kinds()) {
    const std::string id(kind.id);
    const std::string word = reader.text(id);
    if (word.empty()) continue;
    const bool known = word == "error" || word == "warning" || word == "note";
    if (!known) reader.report(map.at(id), say("'{}' is no severity", word), say("severity: error, warning or note"));
    if (kind.fixed) reader.report(map.at(id), say("'{}' is always an error", id));
    if (!known || kind.fixed) continue;
    config.severities[id] = word == "error" ? Severity::error : word == "warning" ? Severity::warning : Severity::note;
  }
  reader.finish();
}

// Whether the files in a folder, named from the content folder, are none that pages may name.
bool is_kept_from_readers(const std::string& folder) {
  const std::string path = normal_path(folder);
  if (path.starts_with('/') || path.starts_with("../")) return true;
  return std::ranges::any_of(split(path, '/'),
                             [](std::string_view part) { return part.starts_with('_') || part.starts_with('.'); });
}

}  // namespace

bool SiteConfig::menus_name(std::string_view built_in_address) const {
  return std::ranges::any_of(menus, [&](const Menu& menu) {
    return std::ranges::any_of(menu.items, [&](const MenuItem& item) {
      return item.target == MenuItem::Target::built_in && item.built_in.address == built_in_address;
    });
  });
}

Severity SiteConfig::severity_of(const Diagnostic& diagnostic) const {
  const auto found = severities.find(diagnostic.id);
  return found == severities.end() ? diagnostic.severity : found->second;
}

std::optional<SiteConfig> read_config(const Disk& disk, const std::string& content_folder, Diagnostics& diagnostics) {
  const std::string path(config_file);
  const Result<std::string> text = disk.read_file(join_path(content_folder, path));
  if (!text) {
    diagnostics.add("no-config", {path, {}},
                    say("the content folder has no readable vav.yaml: {}", text.failure().message),
                    say("CONTENT is the folder that holds vav.yaml"));
    return std::nullopt;
  }
  const bool had_errors = diagnostics.has_errors();
  const Value file = parse_yaml(*text, path, 1, config_limits, diagnostics);
  if (!had_errors && diagnostics.has_errors() && !file.is_map()) return std::nullopt;
  SiteConfig config;
  MapReader top(file, config_format("vav.yaml"), as_written("vav.yaml"), path, diagnostics);
  if (top.integer("format", 0) != known_format) {
    top.report(file.at("format"), say("vav.yaml must say 'format: {}'", known_format),
               say("the format tells which version of vav it was written for"));
  }
  read_site(file, config, top, diagnostics);
  for (const char* key : {"kinds", "common", "relation_fields", "chain"}) top.value(key);
  MapReader defaults(top.value("defaults"), config_format("defaults"), as_written("defaults"), path, diagnostics);
  config.default_lang = defaults.text("lang", config.lang);
  config.default_responsible = defaults.local_text("responsible", config.languages);
  defaults.finish();
  read_search(config, top, diagnostics);
  read_evidence_rules(config, top, diagnostics);
  MapReader review(top.value("review"), config_format("review"), as_written("review"), path, diagnostics);
  config.review_after_months = static_cast<int>(std::clamp<std::int64_t>(review.integer("after_months", 0), 0, 1200));
  review.finish();
  config.sources = top.text("sources");
  if (!config.sources.empty() && !is_kept_from_readers(config.sources))
    top.report(top.map().at("sources"), say("pages could name the files in '{}', and so publish them", config.sources),
               say("start the name of the folder with _, or put it outside of the content folder"));
  read_text_rules(config, top, diagnostics);
  read_menus(config, top, diagnostics);
  read_mentions(config, top, diagnostics);
  read_timeline(config, top, diagnostics);
  read_feeds(config, top, diagnostics);
  read_theme(config, top, diagnostics);
  read_severities(config, top, diagnostics);
  top.finish();
  return config;
}

}  // namespace vav
