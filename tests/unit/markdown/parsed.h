// Markdown read and rendered, for the tests of this room.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "markdown/document.h"

namespace vav {

struct Parsed {
  Document document;
  Diagnostics diagnostics;
  std::string html;

  // "id line:column+length" of each finding.
  std::vector<std::string> findings() const {
    std::vector<std::string> all;
    for (const Diagnostic& d : diagnostics.all()) all.push_back(d.id + " " + text_of(d.span.place));
    return all;
  }
  static std::string text_of(const Place& place) {
    return std::to_string(place.line) + ":" + std::to_string(place.column) + "+" + std::to_string(place.length);
  }
  std::string place_of_link(std::size_t index) const { return text_of(document.links().at(index).place); }
};

// Each link leads to what it says.
inline std::vector<LinkTarget> written_targets(const Document& document) {
  std::vector<LinkTarget> targets;
  for (const DocumentLink& link : document.links())
    targets.push_back({.href = link.target + (link.fragment.empty() ? "" : "#" + link.fragment), .text = {}});
  return targets;
}

inline Parsed parse(std::string_view text, int first_line = 1) {
  prime_markdown_parser();
  Parsed parsed;
  parsed.document = parse_markdown(text, "a.md", first_line, parsed.diagnostics);
  parsed.html = render_html(parsed.document, written_targets(parsed.document));
  return parsed;
}

}  // namespace vav
