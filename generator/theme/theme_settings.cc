#include "theme/theme_settings.h"

#include <algorithm>
#include <fmt/format.h>

#include "base/text.h"
#include "config/reader.h"
#include "config/site_config.h"
#include "theme/colour.h"
#include "yaml/parse.h"

namespace vav {
namespace {

constexpr std::string_view bad_theme = "bad-theme";

const std::vector<std::string>& type_names() {
  static const std::vector<std::string> names = {"text", "number", "flag", "choice", "colour"};
  return names;
}

bool is_custom_property(std::string_view text) {
  return text.size() > 2 && text.starts_with("--") &&
         std::ranges::all_of(text, [](char c) { return c == '-' || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); });
}

bool is_setting_name(std::string_view name) {
  return !name.empty() && name.front() >= 'a' && name.front() <= 'z' &&
         std::ranges::all_of(name, [](char c) { return c == '_' || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); });
}

class SettingsReader {
 public:
  explicit SettingsReader(Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

  void read(const ThemeFile& file) {
    path_ = file.finding_path;
    const Value map = parse_yaml(file.text, path_, 1, {}, diagnostics_);
    MapReader reader(map, as_written("theme.yaml"), path_, diagnostics_, bad_theme);
    if (file.origin == ThemeOrigin::content)
      reader.text("name");
    else
      reader.required_text("name");
    reader.text("title");
    reader.text("description");
    const std::string inherits = reader.text("inherits");
    if (!inherits.empty() && (inherits != inherited_theme || file.origin != ThemeOrigin::own)) {
      reader.report(map.at("inherits"), say("'{}' cannot be inherited here", inherits),
                    say("a theme given by --theme may say 'inherits: vav'; files in CONTENT/theme need not"));
    }
    const Value& declared = reader.value("settings");
    if (!declared.is_map() && !declared.is_null())
      reader.report(declared, say("settings must be a map of keys, not a {}", type_word(declared)));
    if (const Entries* entries = declared.entries()) {
      for (const Entry& entry : *entries) read_setting(entry);
    }
    reader.finish();
  }

  std::vector<Setting> take() { return std::move(settings_); }

 private:
  void read_setting(const Entry& entry) {
    if (!is_setting_name(entry.key)) {
      report(entry.key_place, say("'{}' cannot be the name of a setting", entry.key),
             say("a-z, 0-9 and _, such as link_colour"));
      return;
    }
    const auto known = std::ranges::find(settings_, entry.key, &Setting::name);
    if (!entry.value.find("default")) {
      // Another default for a setting that is inherited: its value alone.
      if (known != settings_.end()) {
        if (is_right(*known, entry.value)) known->standard = known->value = entry.value;
      } else {
        report(entry.key_place, say("the setting '{}' has no default", entry.key),
               say("write {{default: …, help: …}}; a value alone is for a setting that the theme inherits"));
      }
      return;
    }
    const std::optional<Setting> setting = declare(entry);
    if (!setting) return;
    if (known != settings_.end())
      *known = *setting;
    else
      settings_.push_back(*setting);
  }

  std::optional<Setting> declare(const Entry& entry) {
    const std::size_t before = diagnostics_.all().size();
    MapReader reader(entry.value, say("the setting '{}'", entry.key), path_, diagnostics_, bad_theme);
    Setting setting{.name = entry.key, .css_span = {path_, entry.key_place}};
    setting.standard = reader.value("default");
    setting.help = reader.required_text("help");
    for (const Value& choice : reader.list("choices")) setting.choices.push_back(choice.text_or_empty());
    setting.least = reader.number("min");
    setting.greatest = reader.number("max");
    setting.unit = reader.text("unit");
    read_type(reader, setting);
    read_grounds(reader, setting);
    setting.css = reader.text("css");
    if (const Value& css = reader.map().at("css"); !setting.css.empty()) {
      setting.css_span.place = css.place();
      check_css(reader, css, setting);
    }
    reader.finish();
    if (diagnostics_.all().size() != before || !is_right(setting, setting.standard)) return std::nullopt;
    setting.value = setting.standard;
    return setting;
  }

  static void read_type(MapReader& reader, Setting& setting) {
    const bool is_number = setting.standard.integer() || setting.standard.number();
    const std::string guess = !setting.choices.empty()  ? "choice"
                              : is_number               ? "number"
                              : setting.standard.flag() ? "flag"
                                                        : "text";
    const std::string type = reader.text("type", guess);
    const auto found = std::ranges::find(type_names(), type);
    if (found == type_names().end()) {
      reader.report(reader.map().at("type"), say("'{}' is no type of a setting", type),
                    say("types: {}", join(type_names(), ", ")));
      return;
    }
    setting.type = static_cast<SettingType>(found - type_names().begin());
  }

  // What only a colour has.
  static void read_grounds(MapReader& reader, Setting& setting) {
    const double least_contrast = 4.5;
    setting.grounds.contrast = reader.number("contrast").value_or(least_contrast);
    const Value& on = reader.value("on");
    for (auto [side, grounds] :
         {std::pair("light", &setting.grounds.light), std::pair("dark", &setting.grounds.dark)}) {
      for (const Value& ground : on.at(side).items()) {
        grounds->push_back(ground.text_or_empty());
        if (parse_colour(grounds->back())) continue;
        reader.report(ground, say("'{}' is no colour", grounds->back()),
                      say("write \"#12457f\", in quotation marks: # begins a comment"));
      }
    }
  }

  static void check_css(MapReader& reader, const Value& at, const Setting& setting) {
    if (!is_custom_property(setting.css)) {
      reader.report(at, say("'{}' is no custom property of a stylesheet", setting.css),
                    say("two hyphens, then a-z, 0-9 and hyphens, such as --link"));
    }
    if (setting.type == SettingType::text || setting.type == SettingType::flag) {
      reader.report(at, say("only a colour, a number or a choice can reach the stylesheet"),
                    say("a text or a flag reaches templates: set a class by it"));
    }
  }

  bool is_right(const Setting& setting, const Value& value) {
    const auto fault = fault_of(setting, value);
    if (fault) report(fault->place, fault->message, fault->hint);
    return !fault;
  }

  void report(const Place& place, const Wording& message, const Wording& hint = {}) {
    diagnostics_.add(bad_theme, {path_, place}, message, hint);
  }

  Diagnostics& diagnostics_;
  std::string path_;
  std::vector<Setting> settings_;
};

}  // namespace

std::vector<Setting> read_theme_settings(const ThemeFiles& files, const std::string& theme_path,
                                         Diagnostics& diagnostics) {
  const auto found = files.find(theme_file);
  if (found == files.end()) {
    diagnostics.add(bad_theme, {theme_path, {}}, say("the theme has no theme.yaml"));
    return {};
  }
  SettingsReader reader(diagnostics);
  for (const ThemeFile& version : found->second) reader.read(version);
  return reader.take();
}

void choose_settings(std::vector<Setting>& settings, const Value& chosen, Diagnostics& diagnostics) {
  const Entries* entries = chosen.entries();
  if (!entries) return;
  std::vector<std::string> names;
  for (const Setting& one : settings) names.push_back(one.name);
  for (const Entry& entry : *entries) {
    const auto setting = std::ranges::find(settings, entry.key, &Setting::name);
    if (setting == settings.end()) {
      const Wording near = did_you_mean(entry.key, names);
      diagnostics.add("unknown-key", {std::string(config_file), entry.key_place},
                      say("the theme has no setting '{}'", entry.key),
                      !near.empty()   ? near
                      : names.empty() ? say("the theme has no settings")
                                      : say("settings of the theme: {}", join(names, ", ")));
      continue;
    }
    if (const auto fault = fault_of(*setting, entry.value)) {
      const Place& place = fault->place.line == 0 ? entry.key_place : fault->place;
      diagnostics.add("bad-config", {std::string(config_file), place}, fault->message, fault->hint);
      continue;
    }
    setting->value = entry.value;
    setting->chosen = true;
  }
}

}  // namespace vav
