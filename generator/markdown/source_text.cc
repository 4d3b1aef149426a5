#include "markdown/source_text.h"

#include <algorithm>

#include "base/text.h"

namespace vav {

namespace {

constexpr std::size_t npos = std::string_view::npos;
// Markup between two texts of one block: "](", "**", "> - [ ] ", spaces at the start of a line.
constexpr std::size_t farthest_text = 64;

bool is_alphanumeric(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

std::size_t character_length(std::string_view text, std::size_t offset) {
  std::size_t end = offset + 1;
  while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) ++end;
  return end - offset;
}

// "&amp;", "&#228;" -> their length; 0 when no character reference starts here.
std::size_t reference_length(std::string_view source, std::size_t offset) {
  std::size_t end = offset + 1;
  while (end < source.size() && end < offset + 33 && (is_alphanumeric(source[end]) || source[end] == '#')) ++end;
  return end < source.size() && source[end] == ';' && end > offset + 1 ? end + 1 - offset : 0;
}

}  // namespace

SourceText::SourceText(std::string_view text, int first_line) : text_(text), first_line_(first_line) {
  starts_.push_back(0);
  for (std::size_t end = text.find('\n'); end != npos; end = text.find('\n', end + 1)) starts_.push_back(end + 1);
}

ByteRange SourceText::lines(int first, int last) const {
  const int count = static_cast<int>(starts_.size());
  first = std::clamp(first, 1, count);
  last = std::clamp(last, first, count);
  const std::size_t end = last == count ? text_.size() : starts_[static_cast<std::size_t>(last)];
  return {starts_[static_cast<std::size_t>(first) - 1], end};
}

Place SourceText::place(std::size_t offset, std::size_t byte_length) {
  offset = std::min(offset, text_.size());
  const auto next = std::ranges::upper_bound(starts_, offset);
  const auto line = static_cast<std::size_t>(next - starts_.begin()) - 1;
  if (line != last_line_ || offset < last_offset_) {
    last_line_ = line;
    last_offset_ = starts_[line];
    last_column_ = 1;
  }
  last_column_ += static_cast<int>(count_characters(text_.substr(last_offset_, offset - last_offset_)));
  last_offset_ = offset;
  const auto length = static_cast<int>(count_characters(text_.substr(offset, byte_length)));
  return {first_line_ + static_cast<int>(line), last_column_, std::max(length, 1)};
}

Place SourceText::line_start(int line) {
  const ByteRange range = lines(line, line);
  const std::size_t start = text_.find_first_not_of(" \t", range.begin);
  return place(std::min(start, range.end), 1);
}

std::size_t match_written(std::string_view source, std::size_t offset, std::string_view literal) {
  std::size_t at = offset;
  for (std::size_t i = 0; i < literal.size();) {
    if (at >= source.size()) return 0;
    const char c = source[at];
    const std::size_t reference = c == '&' ? reference_length(source, at) : 0;
    if (reference > 0 && source.substr(at, reference) != literal.substr(i, reference)) {
      at += reference;
      i += character_length(literal, i);
    } else if (c == literal[i]) {
      ++at, ++i;
    } else if (c == '\\' && at + 1 < source.size() && source[at + 1] == literal[i]) {
      at += 2, ++i;
    } else {
      return 0;
    }
  }
  return at - offset;
}

void SourceCursor::enter(ByteRange range) {
  range_ = range;
  position_ = range.begin;
  search_budget_ = (std::size_t{1} << 20) + 4 * (range.end - range.begin);
}

std::size_t SourceCursor::follow(std::string_view literal) {
  const std::size_t limit = std::min(range_.end, position_ + farthest_text);
  for (std::size_t at = position_; at < limit; ++at) {
    const std::size_t length = match_written(source_, at, literal);
    if (length == 0) continue;
    move_to(at + length);
    return at;
  }
  return npos;
}

std::size_t SourceCursor::find(std::string_view text) {
  const std::string_view rest = source_.substr(0, range_.end);
  if (text.empty() || search_budget_ < rest.size() - position_) return npos;
  const std::size_t found = rest.find(text, position_);
  if (found == npos) search_budget_ -= rest.size() - position_;
  return found;
}

SourceCursor::Found SourceCursor::find_address(std::string_view address) {
  for (std::size_t at = position_; (at = source_.substr(0, range_.end).find("](", at)) != npos; at += 2) {
    const std::size_t work = 16 + at - position_;
    if (search_budget_ < work) break;
    std::size_t start = source_.find_first_not_of(" \t\r\n>", at + 2);
    if (start == npos) break;
    if (source_[start] == '<') ++start;
    const std::size_t length = match_written(source_, start, address);
    if (length > 0 || address.empty()) return {start, length};
    search_budget_ -= work;
  }
  return {npos, 0};
}

}  // namespace vav
