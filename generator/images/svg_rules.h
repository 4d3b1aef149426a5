// What an SVG may hold to be let through: drawing, and nothing that runs, loads or leads elsewhere. Allowed is what is
// named here; all else is refused, or dropped where a browser draws nothing for it.
#pragma once

#include <string>
#include <string_view>

namespace vav::images {

constexpr std::string_view svg_namespace = "http://www.w3.org/2000/svg";

bool is_drawing_element(std::string_view name);

// Attributes of other name spaces (programs keep paths and layers in them) and data-*.
bool is_dropped_attribute(std::string_view name);

// Why the attribute may not stand there; "" = it may. A sentence that ends "the SVG image …".
std::string_view refused_attribute(std::string_view name, const std::string& value);

// The same for a style sheet without its comments.
std::string_view refused_style(std::string_view css);
// A comment that is not closed ends with the sheet.
std::string without_css_comments(std::string_view css);

}  // namespace vav::images
