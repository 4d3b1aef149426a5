#include "theme/setting.h"

#include <algorithm>
#include <fmt/format.h>

#include "base/text.h"
#include "theme/colour.h"

namespace vav {
namespace {

std::optional<double> number_of(const Value& value) {
  if (const auto* whole = value.integer()) return static_cast<double>(*whole);
  if (const auto* number = value.number()) return *number;
  return std::nullopt;
}

std::string written_number(const Value& value) {
  if (const auto* whole = value.integer()) return fmt::format("{}", *whole);
  return fmt::format("{}", number_of(value).value_or(0));
}

std::optional<SettingFault> number_fault(const Setting& setting, const Value& value) {
  const auto number = number_of(value);
  if (!number)
    return SettingFault{say("'{}' must be {}, not a {}", setting.name, say("a number"), type_word(value)), {}, {}};
  if (setting.least && *number < *setting.least) {
    return SettingFault{
        say("'{}' must be at least {}, not {}", setting.name, fmt::format("{}", *setting.least), written_number(value)),
        {},
        {}};
  }
  if (setting.greatest && *number > *setting.greatest) {
    return SettingFault{say("'{}' must be at most {}, not {}", setting.name, fmt::format("{}", *setting.greatest),
                            written_number(value)),
                        {},
                        {}};
  }
  return std::nullopt;
}

std::optional<SettingFault> choice_fault(const Setting& setting, const Value& value) {
  const std::string& word = value.text_or_empty();
  if (std::ranges::find(setting.choices, word) != setting.choices.end()) return std::nullopt;
  const Wording near = did_you_mean(word, setting.choices);
  return SettingFault{
      say("'{}' is none of the choices of '{}'", value.is_text() ? as_written(word) : type_word(value), setting.name),
      near.empty() ? say("choices: {}", join(setting.choices, ", ")) : near,
      {}};
}

// One side of a colour: readable on every ground of that side.
std::optional<SettingFault> shade_fault(const Setting& setting, const Value& value,
                                        const std::vector<std::string>& grounds) {
  const std::string& text = value.text_or_empty();
  const auto colour = parse_colour(text);
  if (!colour) {
    const Wording what = value.is_text() ? as_written(text) : type_word(value);
    return SettingFault{say("'{}' is no colour", what),
                        say("write \"#12457f\", in quotation marks: # begins a comment"), value.place()};
  }
  for (const std::string& ground : grounds) {
    const double reached = contrast(*colour, *parse_colour(ground));
    if (reached >= setting.grounds.contrast) continue;
    return SettingFault{say("the colour {} is hard to see on {}: its contrast is {} to 1, and must be at least {}",
                            text, ground, fmt::format("{:.2f}", reached), fmt::format("{}", setting.grounds.contrast)),
                        say("take a darker colour for light pages, a lighter one for dark pages"), value.place()};
  }
  return std::nullopt;
}

std::optional<SettingFault> colour_fault(const Setting& setting, const Value& value) {
  if (!value.is_map() || !value.find("light") || !value.find("dark") || value.entries()->size() != 2) {
    return SettingFault{say("the colour '{}' must say light and dark", setting.name),
                        say(R"(write {{light: "#12457f", dark: "#9dc8ff"}}: pages are dark where the reader wants it)"),
                        {}};
  }
  if (auto fault = shade_fault(setting, value.at("light"), setting.grounds.light)) return fault;
  return shade_fault(setting, value.at("dark"), setting.grounds.dark);
}

std::string css_value(const Setting& setting, std::string_view shade) {
  if (setting.type == SettingType::colour) return setting.value.at(shade).text_or_empty();
  if (setting.type == SettingType::number) return written_number(setting.value) + setting.unit;
  return setting.value.text_or_empty();
}

}  // namespace

std::optional<SettingFault> fault_of(const Setting& setting, const Value& value) {
  std::optional<SettingFault> fault;
  switch (setting.type) {
    case SettingType::text:
      if (!value.is_text())
        fault = {say("'{}' must be {}, not a {}", setting.name, say("text"), type_word(value)), {}, {}};
      break;
    case SettingType::flag:
      if (!value.flag())
        fault = {say("'{}' must be {}, not a {}", setting.name, say("true or false"), type_word(value)), {}, {}};
      break;
    case SettingType::number:
      fault = number_fault(setting, value);
      break;
    case SettingType::choice:
      fault = choice_fault(setting, value);
      break;
    case SettingType::colour:
      fault = colour_fault(setting, value);
      break;
  }
  if (fault && fault->place.line == 0) fault->place = value.place();
  return fault;
}

Wording shown_value(const Value& value) {
  if (value.is_map())
    return say("{}, and {} on dark pages", value.at("light").text_or_empty(), value.at("dark").text_or_empty());
  if (const bool* flag = value.flag()) return as_written(*flag ? "true" : "false");
  return as_written(value.is_text() ? value.text_or_empty() : written_number(value));
}

std::string settings_css(const std::vector<Setting>& settings) {
  std::string light;
  std::string dark;
  for (const Setting& setting : settings) {
    if (setting.css.empty()) continue;
    light += fmt::format("  {}: {};\n", setting.css, css_value(setting, "light"));
    if (setting.type == SettingType::colour)
      dark += fmt::format("    {}: {};\n", setting.css, css_value(setting, "dark"));
  }
  if (light.empty()) return {};
  std::string css = ":root {\n" + light + "}";
  if (!dark.empty()) css += "\n\n@media (prefers-color-scheme: dark) {\n  :root {\n" + dark + "  }\n}";
  return css;
}

}  // namespace vav
