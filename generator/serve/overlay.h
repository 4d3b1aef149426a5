// The script and the stylesheet that the server adds to pages, under an address that no page of a site can have: names
// that begin with "_" are never pages.
#pragma once

#include <string_view>

namespace vav {

inline constexpr std::string_view script_address = "/_vav/live.js";
inline constexpr std::string_view style_address = "/_vav/live.css";
inline constexpr std::string_view events_address = "/_vav/events";

// Listens to the event stream, reloads the page when its mark changes, and shows the findings over it.
extern const std::string_view live_script;
extern const std::string_view live_style;

}  // namespace vav
