// One thing that a site may choose of its theme: what theme.yaml declares, and what vav.yaml says.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/value.h"
#include "diagnostics/diagnostic.h"

namespace vav {

enum class SettingType { text, number, flag, choice, colour };

// On what a colour is read, and the least contrast to it.
struct Grounds {
  std::vector<std::string> light, dark;
  double contrast = 4.5;
};

struct Setting {
  std::string name;
  SettingType type = SettingType::text;
  Value standard;  // what counts when vav.yaml says nothing
  Value value;     // what counts. A colour is a map of light and dark
  bool chosen = false;
  std::string help;
  std::vector<std::string> choices;
  std::optional<double> least, greatest;  // of a number
  std::string css;                        // custom property that the stylesheet gets it as, "--link"; "" = none
  SourceSpan css_span;
  std::string unit;  // of a number in the stylesheet
  Grounds grounds;
};

// Why a value is not right for the setting.
struct SettingFault {
  Wording message, hint;
  Place place;
};
std::optional<SettingFault> fault_of(const Setting& setting, const Value& value);

// What people read: "2", "#12457f, #9dc8ff in the dark".
Wording shown_value(const Value& value);

// The line of a stylesheet where the settings are put in.
inline constexpr std::string_view settings_mark = "/* vav:settings */";

// Settings that have a custom property, as rules for a stylesheet.
std::string settings_css(const std::vector<Setting>& settings);

}  // namespace vav
