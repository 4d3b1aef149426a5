// SVG 1.1 and 2 (W3C).
#include "images/svg_rules.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace vav::images {

namespace {

constexpr std::size_t npos = std::string_view::npos;
constexpr std::string_view runs = "the SVG image holds a script or an event handler";
constexpr std::string_view loads = "the SVG image loads something or leads elsewhere";
constexpr std::string_view unclear = "the SVG image holds something that vav does not know";

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
  return result;
}

std::string_view local_name(std::string_view name) {
  return name.substr(name.rfind(':') == npos ? 0 : name.rfind(':') + 1);
}

// Every url(…) leads to an element of the same file. REQUIRES: lower case
bool leads_elsewhere(std::string_view css) {
  for (std::size_t at = css.find("url"); at != npos; at = css.find("url", at + 3)) {
    const std::size_t open = css.find_first_not_of(" \t\r\n\f", at + 3);
    if (open == npos || css[open] != '(') continue;
    const std::size_t target = css.find_first_not_of(" \t\r\n\f\"'", open + 1);
    if (target == npos || css[target] != '#') return true;
  }
  return false;
}

bool is_reference(std::string_view local) {
  return local == "href" || local == "src";
}

}  // namespace

bool is_drawing_element(std::string_view name) {
  constexpr std::array<std::string_view, 35> drawing = {"a",
                                                        "animate",
                                                        "animateMotion",
                                                        "animateTransform",
                                                        "circle",
                                                        "clipPath",
                                                        "defs",
                                                        "desc",
                                                        "ellipse",
                                                        "filter",
                                                        "g",
                                                        "line",
                                                        "linearGradient",
                                                        "marker",
                                                        "mask",
                                                        "mpath",
                                                        "path",
                                                        "pattern",
                                                        "polygon",
                                                        "polyline",
                                                        "rect",
                                                        "radialGradient",
                                                        "set",
                                                        "stop",
                                                        "style",
                                                        "svg",
                                                        "switch",
                                                        "symbol",
                                                        "text",
                                                        "textPath",
                                                        "title",
                                                        "tspan",
                                                        "use",
                                                        "view",
                                                        "image"};
  // Parts of filters; feImage loads by its href, which is looked at.
  const bool filter = name.size() > 2 && name.starts_with("fe") && name[2] >= 'A' && name[2] <= 'Z';
  return filter || std::ranges::find(drawing, name) != drawing.end();
}

bool is_dropped_attribute(std::string_view name) {
  if (name == "xlink:href" || name == "xmlns:xlink" || name == "xml:space" || name == "xml:lang") return false;
  return name.find(':') != npos || name.starts_with("data-");
}

std::string_view refused_attribute(std::string_view name, const std::string& value) {
  const std::string local = lower(local_name(name));
  if (local.starts_with("on")) return runs;
  const std::string css = lower(value);
  if (is_reference(local) && !trim(css).starts_with('#')) return loads;
  if (local == "attributename" &&
      (lower(local_name(trim(css))).starts_with("on") || is_reference(local_name(trim(css)))))
    return runs;
  if (name == "xmlns" && value != svg_namespace) return unclear;
  if (name == "xmlns:xlink" && value != "http://www.w3.org/1999/xlink") return unclear;
  if (local == "style") return refused_style(css);
  if (leads_elsewhere(css)) return loads;
  // In what is read as CSS a backslash may stand for any sign: \75rl(…).
  return css.find('\\') != npos && css.find('(') != npos ? unclear : "";
}

std::string_view refused_style(std::string_view css) {
  const std::string sheet = lower(css);
  if (sheet.find('\\') != npos || sheet.find('<') != npos) return unclear;
  if (leads_elsewhere(sheet)) return loads;
  for (const char* loader :
       {"image(", "image-set(", "src(", "@import", "@font-face", "@namespace", "://", "expression("})
    if (sheet.find(loader) != npos) return loads;
  return "";
}

std::string without_css_comments(std::string_view css) {
  std::string plain;
  while (!css.empty()) {
    const std::size_t start = css.find("/*");
    plain += css.substr(0, start);
    if (start == npos) break;
    const std::size_t end = css.find("*/", start + 2);
    if (end == npos) break;
    plain += ' ';
    css.remove_prefix(end + 2);
  }
  return plain;
}

}  // namespace vav::images
