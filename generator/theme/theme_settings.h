// theme.yaml: what a theme is called, what it builds on, and the settings that it offers; and what vav.yaml chooses.
#pragma once

#include <vector>

#include "diagnostics/diagnostic.h"
#include "theme/setting.h"
#include "theme/theme_files.h"

namespace vav {

// Settings in the order of their declaration, those that are inherited first. A theme that builds on another declares
// settings of its own, declares one anew, or gives one another default.
std::vector<Setting> read_theme_settings(const ThemeFiles& files, const std::string& theme_path,
                                         Diagnostics& diagnostics);

// Takes over what vav.yaml says under theme: settings.
void choose_settings(std::vector<Setting>& settings, const Value& chosen, Diagnostics& diagnostics);

}  // namespace vav
