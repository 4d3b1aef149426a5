// The mark that `vav new` leaves where a writer has something to fill in. A page that still has one is not finished.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace vav {

// «FYLL I» in Swedish, «FILL IN» in any other language.
std::string_view gap_mark(std::string_view language);

struct Gap {
  std::size_t offset = 0;  // in bytes
  std::string_view mark;
};

// The first mark of any language from `start` on. One inside backquotes is spoken of, not left behind.
std::optional<Gap> find_gap(std::string_view text, std::size_t start = 0);

}  // namespace vav
