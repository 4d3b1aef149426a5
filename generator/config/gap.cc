#include "config/gap.h"

#include <array>

namespace vav {
namespace {

constexpr std::string_view swedish = "«FYLL I»";
constexpr std::string_view english = "«FILL IN»";

bool is_spoken_of(std::string_view text, const Gap& gap) {
  const std::size_t end = gap.offset + gap.mark.size();
  return gap.offset > 0 && text[gap.offset - 1] == '`' && end < text.size() && text[end] == '`';
}

}  // namespace

std::string_view gap_mark(std::string_view language) {
  return language == "sv" ? swedish : english;
}

std::optional<Gap> find_gap(std::string_view text, std::size_t start) {
  std::optional<Gap> first;
  for (const std::string_view mark : std::array{swedish, english}) {
    for (std::size_t at = text.find(mark, start); at != std::string_view::npos;
         at = text.find(mark, at + mark.size())) {
      const Gap gap{at, mark};
      if (is_spoken_of(text, gap)) continue;
      if (!first || at < first->offset) first = gap;
      break;
    }
  }
  return first;
}

}  // namespace vav
