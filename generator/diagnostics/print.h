// Findings as text for people, JSON for editors, SARIF 2.1.0 for forges.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "diagnostics/diagnostic.h"

namespace vav {

struct TextStyle {
  bool colour = false;
  // Put before each path, so that it is relative to the current folder and clickable: "content/".
  std::string path_prefix;
  std::string language = "en";  // or "sv"
};

// Gives the text of a file by its path (to show the line), or "" when it cannot be had.
using SourceText = std::function<std::string_view(const std::string& path)>;

// "error", "warning" or "note".
std::string_view severity_name(Severity severity);

// `PATH:LINE:COLUMN: error: [id] message`, the line, a caret, and `hint: …`. Programs read the frame, so it is the same
// in every language.
std::string to_text(const Diagnostic& diagnostic, const TextStyle& style, const SourceText& source);
// One array of {id, severity, path, line, column, length, message, hint}, with a line end.
std::string to_json(const Diagnostics& diagnostics, std::string_view language = "en");
// SARIF 2.1.0 (OASIS), one run, with a line end. Forges want paths from the top of the repository, where vav is run:
// `folder` is what the findings' paths are relative to, from there. A finding without a line stands on the first.
std::string to_sarif(const Diagnostics& diagnostics, std::string_view language = "en", const std::string& folder = {});

}  // namespace vav
