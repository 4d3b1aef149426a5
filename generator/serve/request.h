// What a browser asks for, checked.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace vav {

// Whether a Host header names this server. A page on another host that makes its name lead here (DNS rebinding) sends
// its own name, and must not read the site.
bool is_own_host(std::string_view host, int port);
// Whether an Origin header ("" = none) does.
bool is_own_origin(std::string_view origin, int port);

// The path in the output tree that a request target ("/moten/tr%C3%A4ff/?q=1") names, decoded, without the slash before
// it; it ends in "/" (or is empty) for a folder. nullopt for what no link of a site says: no slash first, a broken or
// slash-hiding escape, a control character, bytes that are no UTF-8, empty or dot segments.
std::optional<std::string> path_of_target(std::string_view target);
// The other way round: "moten/träff" -> "/moten/tr%C3%A4ff".
std::string target_of_path(std::string_view path);

}  // namespace vav
