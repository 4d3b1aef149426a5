#include "serve/request.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <utility>

#include "base/address.h"
#include "base/text.h"

namespace vav {
namespace {

constexpr int http_port = 80;

std::string lower_ascii(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

std::optional<unsigned> hex_digit(char c) {
  if (c >= '0' && c <= '9') return static_cast<unsigned>(c - '0');
  if (c >= 'a' && c <= 'f') return static_cast<unsigned>(c - 'a' + 10);
  if (c >= 'A' && c <= 'F') return static_cast<unsigned>(c - 'A' + 10);
  return std::nullopt;
}

// nullopt when an escape is broken or stands for "/": a decoded slash would be taken for one that parts folders.
std::optional<std::string> decoded(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '%') {
      out += text[i];
      continue;
    }
    if (i + 2 >= text.size()) return std::nullopt;
    const auto high = hex_digit(text[i + 1]);
    const auto low = hex_digit(text[i + 2]);
    if (!high || !low) return std::nullopt;
    const char c = static_cast<char>(*high * 16 + *low);
    if (c == '/') return std::nullopt;
    out += c;
    i += 2;
  }
  return out;
}

bool is_unreserved(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         std::string_view("-._~/").find(c) != std::string_view::npos;
}

}  // namespace

bool is_own_host(std::string_view host, int port) {
  const std::string name = lower_ascii(host);
  for (const std::string_view own : {"127.0.0.1", "localhost"}) {
    if (name == fmt::format("{}:{}", own, port)) return true;
    if (name == own && port == http_port) return true;
  }
  return false;
}

bool is_own_origin(std::string_view origin, int port) {
  constexpr std::string_view scheme = "http://";
  return origin.empty() || (origin.starts_with(scheme) && is_own_host(origin.substr(scheme.size()), port));
}

std::optional<std::string> path_of_target(std::string_view target) {
  if (!target.starts_with('/')) return std::nullopt;
  const std::string_view path = target.substr(1, target.find_first_of("?#") - 1);
  std::optional<std::string> found = decoded(path);
  if (!found || find_invalid_utf8(*found)) return std::nullopt;
  const auto is_control = [](char c) { return (c >= 0 && c < ' ') || c == '\x7f'; };
  if (std::ranges::any_of(*found, is_control)) return std::nullopt;
  const std::vector<std::string_view> parts = split(*found, '/');
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const bool last = i + 1 == parts.size();
    if ((parts[i].empty() && !last) || parts[i] == "." || parts[i] == "..") return std::nullopt;
  }
  return found;
}

std::string target_of_path(std::string_view path) {
  std::string target = "/";
  for (const char c : path) {
    if (is_unreserved(c)) {
      target += c;
    } else {
      target += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
  }
  return target;
}

}  // namespace vav
