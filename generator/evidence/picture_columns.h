// The columns of a picture and the order in each: the first half of laying it out.
#pragma once

#include <optional>
#include <vector>

#include "evidence/picture_layout.h"

namespace vav {

// A place in a column: an item, or where a thread passes.
struct PictureCell {
  std::optional<std::size_t> item;
  std::size_t column = 0;
  std::vector<std::size_t> left, right;  // cells of the columns beside it that threads come from, and go to
};

struct PictureGrid {
  std::vector<std::size_t> step_of_column;
  std::vector<PictureCell> cells;                      // those of the items first, as given
  std::vector<std::vector<std::size_t>> columns;       // cells from top to bottom
  std::vector<std::vector<std::size_t>> thread_cells;  // by thread: its cells, from its first item to its last
};

PictureGrid arrange_picture(const std::vector<PictureItem>& items, const std::vector<PictureThread>& threads);

// How often threads cross between columns as they stand.
std::size_t count_crossings(const PictureGrid& grid);

}  // namespace vav
