#include "base/address.h"

#include <algorithm>
#include <vector>

#include "base/text.h"

namespace vav {
namespace {

constexpr std::string_view index_name = "index.html";

bool holds_only(std::string_view text, std::string_view signs) {
  return std::ranges::all_of(text, [&](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           signs.find(c) != std::string_view::npos;
  });
}

}  // namespace

std::string relative_link(std::string_view from, std::string_view to) {
  const auto from_parts = split(from, '/');
  const auto to_parts = split(to, '/');
  const std::size_t shorter = std::min(from_parts.size(), to_parts.size());
  std::size_t common = 0;
  while (common + 1 < shorter && from_parts[common] == to_parts[common]) ++common;
  std::string link;
  for (std::size_t i = common; i + 1 < from_parts.size(); ++i) link += "../";
  for (std::size_t i = common; i < to_parts.size(); ++i) {
    if (i > common) link += '/';
    link += to_parts[i];
  }
  return link;
}

std::string shown_address(std::string_view path, Target target) {
  if (target == Target::disk) return std::string(path);
  const std::size_t hash = std::min(path.find('#'), path.size());
  const std::string_view file = path.substr(0, hash);
  if (file_name(file) != index_name) return std::string(path);
  return std::string(file.substr(0, file.size() - index_name.size())) + std::string(path.substr(hash));
}

std::string relative_link(std::string_view from, std::string_view to, Target target) {
  const std::size_t hash = std::min(to.find('#'), to.size());
  std::string link = relative_link(from, to.substr(0, hash));
  if (target == Target::web) {
    link = shown_address(link, target);
    if (link.empty()) link = "./";  // the page's own folder
  }
  return link + std::string(to.substr(hash));
}

std::optional<std::string> normal_base_url(std::string_view text) {
  const std::size_t scheme = text.starts_with("https://") ? 8 : text.starts_with("http://") ? 7 : 0;
  const std::string_view host = text.substr(scheme, text.find('/', scheme) - scheme);
  if (scheme == 0 || host.empty() || !holds_only(host, ".-:[]")) return std::nullopt;
  std::string url(text);
  if (!url.ends_with('/')) url += '/';
  const std::string path = root_of(url);
  // Characters that mean nothing to the languages of web servers, where the path stands too.
  if (!holds_only(path, "-._~/") || path.find("//") != std::string::npos || path.find("/.") != std::string::npos)
    return std::nullopt;
  return url;
}

std::string root_of(std::string_view base_url) {
  const std::size_t host = base_url.find("//");
  const std::size_t path = base_url.find('/', host == std::string_view::npos ? 0 : host + 2);
  return path == std::string_view::npos ? "/" : std::string(base_url.substr(path));
}

std::string join_path(std::string_view folder, std::string_view name) {
  if (folder.empty()) return std::string(name);
  if (name.empty()) return std::string(folder);
  std::string path(folder);
  if (path.back() != '/') path += '/';
  path += name;
  return path;
}

std::string_view folder_of(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? std::string_view() : path.substr(0, slash);
}

std::string_view file_name(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

std::string_view extension(std::string_view path) {
  const std::string_view name = file_name(path);
  const std::size_t dot = name.rfind('.');
  return dot == std::string_view::npos ? std::string_view() : name.substr(dot + 1);
}

std::string normal_path(std::string_view path) {
  std::vector<std::string_view> kept;
  for (const std::string_view part : split(path, '/')) {
    if (part.empty() || part == ".") continue;
    if (part == ".." && !kept.empty() && kept.back() != "..") {
      kept.pop_back();
    } else {
      kept.push_back(part);
    }
  }
  std::string result = path.starts_with('/') ? "/" : "";
  for (std::size_t i = 0; i < kept.size(); ++i) {
    if (i > 0) result += '/';
    result += kept[i];
  }
  return result;
}

bool is_short_language_code(std::string_view text) {
  return text.size() == 2 && text.find_first_not_of("abcdefghijklmnopqrstuvwxyz") == std::string_view::npos;
}

bool is_address(std::string_view text) {
  const auto is_part = [](std::string_view part) {
    const bool plain = part.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-.") == std::string_view::npos;
    return !part.empty() && plain && part.find_first_not_of('.') != std::string_view::npos && !part.ends_with('.');
  };
  const auto parts = split(text, '/');
  return std::ranges::all_of(parts, is_part);
}

}  // namespace vav
