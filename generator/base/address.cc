#include "base/address.h"

#include <algorithm>
#include <vector>

#include "base/text.h"

namespace vav {

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
