#include "audit/url.h"

#include <algorithm>
#include <cctype>

#include "base/address.h"
#include "base/text.h"

namespace vav {
namespace {

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

std::string decode_percent(std::string_view text) {
  std::string decoded;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const int high = text[i] == '%' && i + 2 < text.size() ? hex_digit(text[i + 1]) : -1;
    const int low = high >= 0 ? hex_digit(text[i + 2]) : -1;
    if (low < 0) {
      decoded += text[i];
      continue;
    }
    decoded += static_cast<char>(16 * high + low);
    i += 2;
  }
  return decoded;
}

// What browsers do before they look at a URL: no space at the ends, no line ends and tabs anywhere, "\" for "/".
std::string clean(std::string_view url) {
  std::string cleaned;
  for (const char c : trim(url)) {
    if (c == '\n' || c == '\r' || c == '\t') continue;
    cleaned += c;
  }
  const auto path_end = std::min(cleaned.find_first_of("?#"), cleaned.size());
  std::replace(cleaned.begin(), cleaned.begin() + static_cast<std::ptrdiff_t>(path_end), '\\', '/');
  return cleaned;
}

// In lower case, without ":"; empty when the URL has none.
std::string scheme_of(std::string_view url) {
  const std::size_t colon = url.find(':');
  if (colon == std::string_view::npos || colon == 0 || std::isalpha(static_cast<unsigned char>(url[0])) == 0) return {};
  std::string scheme;
  for (const char c : url.substr(0, colon)) {
    const auto byte = static_cast<unsigned char>(c);
    if (std::isalnum(byte) == 0 && c != '+' && c != '-' && c != '.') return {};
    scheme += static_cast<char>(std::tolower(byte));
  }
  return scheme;
}

UrlKind kind_of(std::string_view url) {
  const std::string scheme = scheme_of(url);
  if (scheme == "http" || scheme == "https") return UrlKind::web;
  if (scheme == "javascript" || scheme == "vbscript") return UrlKind::script;
  if (scheme == "file") return UrlKind::this_computer;
  if (!scheme.empty()) return UrlKind::other;
  if (url.starts_with("//")) return UrlKind::network;
  return url.starts_with('/') ? UrlKind::root : UrlKind::inside;
}

}  // namespace

Url resolve_url(std::string_view from, std::string_view url) {
  const std::string cleaned = clean(url);
  Url result{kind_of(cleaned), {}, {}, false};
  if (result.kind != UrlKind::inside) return result;
  std::string_view rest = cleaned;
  if (const std::size_t hash = rest.find('#'); hash != std::string_view::npos) {
    result.fragment = decode_percent(rest.substr(hash + 1));
    rest = rest.substr(0, hash);
  }
  rest = rest.substr(0, rest.find('?'));
  if (rest.empty()) {
    result.path = from;
    return result;
  }
  const std::string path = decode_percent(rest);
  const std::string_view last = file_name(path);
  result.path = normal_path(join_path(folder_of(from), path));
  result.names_folder = last.empty() || last == "." || last == ".." || result.path.empty();
  return result;
}

}  // namespace vav
