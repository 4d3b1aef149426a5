// Places in a text, for many offsets of the same text.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "base/value.h"

namespace vav {

class LineIndex {
 public:
  // `text` must be valid UTF-8 and outlive the index.
  explicit LineIndex(std::string_view text);
  Place place(std::size_t offset, std::size_t length) const;

 private:
  std::size_t characters_before(std::size_t offset) const;

  std::string_view text_;
  std::vector<std::size_t> line_starts_;
  // Characters before each block of bytes: a manifest may be one line of megabytes, with thousands of places in it.
  std::vector<std::size_t> before_block_;
};

}  // namespace vav
