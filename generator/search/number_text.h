// Whole numbers as text that a script can hold between quotes: five bits a character, lowest first, with a sixth bit
// that says that more follow (as in the mappings of source maps, ECMA-426, but without a sign).
// The characters are those of base64url (RFC 4648 section 5). assets/search/number-text.js reads the same.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace vav {

void append_number(std::string& text, std::uint32_t number);

// Reads numbers one after another. REQUIRES: the text was made by append_number.
class NumberReader {
 public:
  explicit NumberReader(std::string_view text) : text_(text) {}
  bool at_end() const { return at_ == text_.size(); }
  std::uint32_t next();

 private:
  std::string_view text_;
  std::size_t at_ = 0;
};

}  // namespace vav
