#include "base/line_index.h"

#include <algorithm>

namespace vav {
namespace {

constexpr std::size_t block_size = 1024;

// Of a piece that may begin and end within a character: the bytes that begin one.
std::size_t count_beginnings(std::string_view piece) {
  return static_cast<std::size_t>(
      std::ranges::count_if(piece, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

}  // namespace

LineIndex::LineIndex(std::string_view text) : text_(text), line_starts_{0}, before_block_{0} {
  for (std::size_t end = text.find('\n'); end != std::string_view::npos; end = text.find('\n', end + 1)) {
    line_starts_.push_back(end + 1);
  }
  for (std::size_t start = 0; start + block_size <= text.size(); start += block_size) {
    before_block_.push_back(before_block_.back() + count_beginnings(text.substr(start, block_size)));
  }
}

std::size_t LineIndex::characters_before(std::size_t offset) const {
  const std::size_t block = offset / block_size;
  return before_block_[block] + count_beginnings(text_.substr(block * block_size, offset % block_size));
}

Place LineIndex::place(std::size_t offset, std::size_t length) const {
  const std::size_t start = std::min(offset, text_.size());
  const std::size_t end = std::min(start + length, text_.size());
  const auto line = std::ranges::upper_bound(line_starts_, start) - line_starts_.begin();
  const std::size_t line_start = line_starts_[static_cast<std::size_t>(line) - 1];
  const std::size_t before = characters_before(start);
  const std::size_t characters = std::max<std::size_t>(characters_before(end) - before, 1);
  return {static_cast<int>(line), static_cast<int>(before - characters_before(line_start)) + 1,
          static_cast<int>(characters)};
}

}  // namespace vav
