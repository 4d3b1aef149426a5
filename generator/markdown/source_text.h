// The text as the author wrote it, to say where something stands. cmark's own columns count bytes and are wrong after
// stripped indentation, and its inlines may lack a line, so the walk over the tree follows along in the source with a
// cursor.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "base/value.h"

namespace vav {

struct ByteRange {
  std::size_t begin = 0, end = 0;
};

class SourceText {
 public:
  // `first_line` is the number that the first line of `text` has in its file.
  SourceText(std::string_view text, int first_line);

  std::string_view text() const { return text_; }
  // Lines as cmark counts them, from 1; both ends included. Lines that do not exist are left out.
  ByteRange lines(int first, int last) const;
  Place place(std::size_t offset, std::size_t byte_length);
  // The first character of a line that is no space.
  Place line_start(int line);

 private:
  std::string_view text_;
  int first_line_;
  std::vector<std::size_t> starts_;
  // The last place asked for: the next one is usually further on in the same line, which may be long.
  std::size_t last_line_ = 0, last_offset_ = 0;
  int last_column_ = 1;
};

// How many bytes of the source, from `offset` on, cmark turned into `literal` (character references and backslashes
// undone); 0 = it did not.
std::size_t match_written(std::string_view source, std::size_t offset, std::string_view literal);

// Where the walk stands in the source of one block.
class SourceCursor {
 public:
  explicit SourceCursor(std::string_view source) : source_(source) {}

  void enter(ByteRange range);
  std::size_t position() const { return position_; }
  ByteRange range() const { return range_; }
  void move_to(std::size_t position) {
    if (position >= range_.begin && position <= range_.end) position_ = position;
  }

  // Moves past `literal` when it stands a few bytes ahead, where only markup is skipped. Gives where it began, or npos.
  std::size_t follow(std::string_view literal);
  // The first place at or after the cursor where `text` stands, or npos. A block in which nothing is found is not
  // searched without end.
  std::size_t find(std::string_view text);
  // The address of an inline link, after `](`: offset and bytes in the source, or npos.
  struct Found {
    std::size_t offset, length;
  };
  Found find_address(std::string_view address);

 private:
  std::string_view source_;
  ByteRange range_;
  std::size_t position_ = 0;
  std::size_t search_budget_ = 0;
};

}  // namespace vav
