#include "markdown/link_address.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace vav {

namespace {

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_control(char c) {
  return static_cast<unsigned char>(c) <= ' ' || c == 127;
}

int hex_value(char c) {
  if (is_digit(c)) return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

// Lower-cased; "" = none. Browsers skip line ends and tabs inside a scheme, so they do not hide one here.
std::string scheme_of(std::string_view address) {
  std::string scheme;
  for (const char c : address) {
    if (is_control(c)) continue;
    if (c == ':') return scheme;
    const bool fits = is_letter(c) || (!scheme.empty() && (is_digit(c) || c == '+' || c == '-' || c == '.'));
    if (!fits) return "";
    scheme += is_letter(c) ? static_cast<char>(c | 0x20) : c;
  }
  return "";
}

// "//host/x" takes the scheme of the page, which is file: when the site is opened from disk.
bool lacks_only_scheme(std::string_view address) {
  std::string start;
  for (const char c : address.substr(0, 64))
    if (!is_control(c)) start += c == '\\' ? '/' : c;
  return start.starts_with("//");
}

// What is no percent-encoding of UTF-8 text stays as it is.
std::string percent_decoded(std::string_view text) {
  std::string decoded;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool encoded =
        text[i] == '%' && i + 2 < text.size() && hex_value(text[i + 1]) >= 0 && hex_value(text[i + 2]) >= 0;
    if (encoded) {
      decoded += static_cast<char>(hex_value(text[i + 1]) * 16 + hex_value(text[i + 2]));
      i += 2;
    } else {
      decoded += text[i];
    }
  }
  const bool readable =
      !find_invalid_utf8(decoded) && std::ranges::none_of(decoded, [](char c) { return is_control(c) && c != ' '; });
  return readable ? decoded : std::string(text);
}

}  // namespace

LinkAddress read_address(std::string_view url) {
  constexpr std::array<std::string_view, 4> allowed = {"http", "https", "mailto", "tel"};
  LinkAddress address;
  const std::size_t hash = url.find('#');
  address.target = url.substr(0, hash);
  if (hash != std::string_view::npos) address.fragment = url.substr(hash + 1);

  std::string scheme = scheme_of(url);
  if (std::ranges::find(allowed, scheme) != allowed.end()) return address;
  address.target = percent_decoded(address.target);
  address.fragment = percent_decoded(address.fragment);
  // A scheme that was percent-encoded is none for a browser, but who reads the target cannot tell any more.
  if (scheme.empty()) scheme = scheme_of(address.target);
  if (!scheme.empty()) address.refused = say("the scheme '{}:'", scheme);
  if (lacks_only_scheme(address.target)) address.refused = say("an address that starts with //");
  return address;
}

void append_escaped_address(std::string& out, std::string_view address) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  for (const char c : address) {
    if (is_letter(c) || is_digit(c) || std::string_view("-_.+!*(),%#@?=;:/$~").find(c) != std::string_view::npos) {
      out += c;
    } else if (c == '&') {
      out += "&amp;";
    } else if (c == '\'') {
      out += "&#x27;";
    } else {
      const auto byte = static_cast<unsigned char>(c);
      out += '%';
      out += digits[byte >> 4];
      out += digits[byte & 15];
    }
  }
}

}  // namespace vav
