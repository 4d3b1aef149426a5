#include "markdown/block_lines.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "markdown/link_address.h"

namespace vav {

namespace {

constexpr std::size_t npos = std::string_view::npos;

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\r';
}

// Spaces that look like indentation to an author and like text to cmark; a byte order mark in the middle of a file.
std::size_t foreign_space(std::string_view text) {
  constexpr std::array<std::string_view, 8> spaces = {"\xC2\xA0",     "\xE2\x80\x89", "\xE2\x80\x8A", "\xE2\x80\x8B",
                                                      "\xE2\x80\xAF", "\xE3\x80\x80", "\xEF\xBB\xBF", "\xE2\x80\x83"};
  const auto* const found =
      std::ranges::find_if(spaces, [&](std::string_view space) { return text.starts_with(space); });
  return found == spaces.end() ? 0 : found->size();
}

// The length of what opens a container at the start of `text`: `>`, `-`, `1.`, `[ ]`, `[^note]:`; 0 = nothing does.
std::size_t container_mark(std::string_view text) {
  if (text.starts_with('>')) return 1;
  if (text.starts_with("[^")) {
    const std::size_t end = text.find("]:");
    return end == npos ? 0 : end + 2;
  }
  std::size_t length = 0;
  if (text.starts_with("[ ]") || text.starts_with("[x]") || text.starts_with("[X]")) {
    length = 3;
  } else if (text.starts_with('-') || text.starts_with('*') || text.starts_with('+')) {
    length = 1;
  } else {
    while (length < text.size() && text[length] >= '0' && text[length] <= '9') ++length;
    if (length == 0 || length == text.size() || (text[length] != '.' && text[length] != ')')) return 0;
    ++length;
  }
  return length < text.size() && is_space(text[length]) ? length : 0;
}

std::size_t skip_containers(std::string_view line, std::size_t at) {
  while (at < line.size()) {
    const std::string_view rest = line.substr(at);
    std::size_t length = is_space(rest[0]) ? 1 : foreign_space(rest);
    if (length == 0) length = container_mark(rest);
    if (length == 0) break;
    at += length;
  }
  return at;
}

std::size_t run_length(std::string_view text, char sign) {
  return std::min(text.find_first_not_of(sign), text.size());
}

// The address at the start of `rest`, which follows `](`.
std::string_view address_in(std::string_view rest) {
  constexpr std::size_t longest_address = 2000;
  rest = rest.substr(std::min(rest.find_first_not_of(" \t"), rest.size())).substr(0, longest_address);
  if (rest.starts_with('<')) return rest.substr(1, rest.find('>') - 1);
  int open = 0;
  for (std::size_t at = 0; at < rest.size(); ++at) {
    if (rest[at] == '\\') {
      ++at;
    } else if (rest[at] == '(') {
      ++open;
    } else if (is_space(rest[at]) || (rest[at] == ')' && open-- == 0)) {
      return rest.substr(0, at);
    }
  }
  return rest;
}

}  // namespace

std::optional<ColonLine> read_colon_line(std::string_view line) {
  const std::size_t first = line.find_first_not_of(' ');
  const bool plain = first != npos && first <= 3 && line[first] == ':';
  std::size_t offset = plain ? first : skip_containers(line, 0);
  bool deep = !plain;
  // Nothing else in vav takes a lone CR for the end of a line, but an editor may show it as one.
  while (!line.substr(offset).starts_with("::")) {
    const std::size_t next = line.find('\r', offset);
    if (next == npos) return std::nullopt;
    offset = skip_containers(line, next);
    deep = true;
  }
  const std::size_t colons = run_length(line.substr(offset), ':');
  const std::string_view word = trim(line.substr(offset + colons));
  if (colons < 2 || (colons == 2 && word != "internal")) return std::nullopt;
  return ColonLine{offset, colons, word, deep};
}

void FenceTracker::take(std::string_view line) {
  // What closes a fence stands in the same containers, and begins none.
  const std::size_t start =
      inside() ? std::min(line.find_first_not_of(" \t\r>"), line.size()) : skip_containers(line, 0);
  const std::string_view rest = line.substr(start);
  const char sign = rest.empty() ? ' ' : rest[0];
  if (sign != '`' && sign != '~') return;
  const std::size_t length = run_length(rest, sign);
  const std::string_view info = rest.substr(length);
  if (inside()) {
    if (sign == sign_ && length >= length_ && is_blank(info)) length_ = 0;
  } else if (length >= 3 && (sign == '~' || info.find('`') == npos)) {
    sign_ = sign;
    length_ = length;
  }
}

void add_link_targets(std::string_view line, std::vector<std::string>& targets) {
  for (std::size_t at = line.find("]("); at != npos; at = line.find("](", at + 2)) {
    LinkAddress address = read_address(address_in(line.substr(at + 2)));
    const bool relative = address.refused.empty() && !address.target.empty() && address.target.find(':') == npos;
    if (relative) targets.push_back(std::move(address.target));
  }
}

}  // namespace vav
