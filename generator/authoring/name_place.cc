#include "authoring/name_place.h"

#include <algorithm>

#include "base/text.h"

namespace vav {
namespace {

constexpr auto npos = std::string_view::npos;

bool is_id_sign(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
         static_cast<unsigned char>(c) >= 0x80;
}

std::size_t after_characters(std::string_view file, std::size_t at, int count) {
  while (count-- > 0 && at < file.size()) {
    ++at;
    while (at < file.size() && (static_cast<unsigned char>(file[at]) & 0xC0U) == 0x80U) ++at;
  }
  return at;
}

// Whether `id` stands whole at the offset.
bool stands_at(std::string_view file, std::size_t at, std::string_view id) {
  const std::size_t end = at + id.size();
  return file.substr(at, id.size()) == id && (at == 0 || !is_id_sign(file[at - 1])) &&
         (end == file.size() || !is_id_sign(file[end]));
}

}  // namespace

std::size_t offset_of(std::string_view file, const Place& place) {
  constexpr std::string_view mark = "\xEF\xBB\xBF";
  std::size_t at = file.starts_with(mark) ? mark.size() : 0;
  for (int line = 1; line < place.line; ++line) {
    const std::size_t feed = file.find('\n', at);
    if (feed == npos) return file.size();
    at = feed + 1;
  }
  return after_characters(file, at, place.column - 1);
}

std::size_t find_id(std::string_view file, const Place& place, std::string_view id, bool is_path) {
  const std::size_t begin = offset_of(file, place);
  const std::size_t end = after_characters(file, begin, place.length);
  if (!is_path) {
    const std::size_t first = file.find_first_not_of(" \"'[", begin);
    if (first == npos || first >= end || !stands_at(file, first, id)) return npos;
    const std::size_t after = first + id.size();
    const bool is_whole = after >= end || std::string_view("#|]\"'\\").find(file[after]) != npos;
    return is_whole ? first : npos;
  }
  if (end < begin + id.size()) return npos;
  for (std::size_t at = file.rfind(id, end - id.size()); at != npos && at >= begin; at = file.rfind(id, at - 1)) {
    const std::string_view after = file.substr(at + id.size());
    const bool is_last =
        after.starts_with(".md") || at + id.size() >= end || after.starts_with('#') || after.starts_with(')');
    if (stands_at(file, at, id) && is_last) return at;
    if (at == 0) break;
  }
  return npos;
}

namespace {

// A value goes on as long as its lines stand further in than the one it begins on.
std::size_t end_of_value(std::string_view file, std::size_t begin) {
  const auto indent_at = [&](std::size_t line) {
    const std::size_t first = file.find_first_not_of(' ', line);
    return first == npos ? npos : first - line;
  };
  const std::size_t before = file.rfind('\n', begin);
  const std::size_t indent = indent_at(before == npos ? 0 : before + 1);
  std::size_t feed = file.find('\n', begin);
  while (feed != npos) {
    const std::size_t next = indent_at(feed + 1);
    const bool is_blank = next == npos || file.substr(feed + 1 + next).starts_with('\n') ||
                          file.substr(feed + 1 + next).starts_with('\r');
    if (!is_blank && next <= indent) return feed;
    feed = file.find('\n', feed + 1);
  }
  return file.size();
}

}  // namespace

std::vector<std::size_t> find_links_in_value(std::string_view file, const Place& place, std::string_view id) {
  std::vector<std::size_t> found;
  const std::size_t begin = offset_of(file, place);
  const std::size_t front_matter = file.find("\n---", 3);
  if (front_matter == npos || begin > front_matter) return found;
  const std::string_view value = file.substr(0, std::min(end_of_value(file, begin), front_matter));
  for (std::size_t at = value.find(id, begin); at != npos; at = value.find(id, at + 1)) {
    if (!stands_at(value, at, id)) continue;
    const std::string_view before = value.substr(begin, at - begin);
    const std::string_view after = value.substr(at + id.size());
    const bool is_wikilink = before.ends_with("[[") && !before.ends_with("`[[") &&
                             (after.starts_with(']') || after.starts_with('|') || after.starts_with('#'));
    const bool is_path = (before.ends_with('/') || before.ends_with('(')) && after.starts_with(".md");
    if (is_wikilink || is_path) found.push_back(at);
  }
  return found;
}

std::size_t find_passage(std::string_view file, const Place& place, std::string_view passage) {
  const std::size_t begin = offset_of(file, place);
  const std::size_t line_end = std::min(file.find('\n', begin), file.size());
  for (std::size_t at = file.find(passage, begin); at != npos && at < line_end; at = file.find(passage, at + 1)) {
    const std::string_view before = trim(file.substr(begin, at - begin));
    if (stands_at(file, at, passage) && (before.ends_with('#') || before.ends_with("->"))) return at;
  }
  return npos;
}

}  // namespace vav
