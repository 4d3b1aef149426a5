// One line of the source, as blocks between lines of colons see it (see blocks.h).
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vav {

// `::: word`. Two colons are enough before the word internal: whoever forgets one wants no less to be hidden.
struct ColonLine {
  std::size_t offset = 0;  // of the first colon, in the line
  std::size_t colons = 3;
  std::string_view word;  // all that follows, trimmed; "" = closes a block
  bool deep = false;      // in a list item, a quotation or a footnote, or indented by four spaces or more
};
std::optional<ColonLine> read_colon_line(std::string_view line);

// ``` or ~~~, wherever it stands. Says too often that a fence opens rather than too seldom that it closes; cut_blocks()
// asks the parser in the end.
class FenceTracker {
 public:
  bool inside() const { return length_ > 0; }
  void take(std::string_view line);

 private:
  char sign_ = '`';
  std::size_t length_ = 0;  // 0 = outside of code
};

// Adds the targets of ](target) and ![](target) that are no web addresses.
void add_link_targets(std::string_view line, std::vector<std::string>& targets);

}  // namespace vav
