// Where the items of a chain and the threads between them stand in a picture that is read from left to right. Positions
// alone: what they look like is the theme's.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace vav {

// What is to be drawn. Threads lead from an item to one that is further on: of a later step, or of the same.
struct PictureItem {
  std::string label;
  std::size_t step = 0;
  bool bold = false;  // the label: of the item that the picture is of
};
struct PictureThread {
  std::size_t from = 0;  // index into the items
  std::size_t to = 0;
};

struct PicturePoint {
  int x = 0;
  int y = 0;
};

struct PictureBox {
  int x = 0, y = 0;  // upper left corner
  int width = 0, height = 0;
};

// An item: its mark at `mark`, its label right of it. Threads go out at `out`, beyond the label; the label then stands
// above the line from mark to `out`. Without threads that go out the label stands beside the mark.
struct PlacedItem {
  PicturePoint mark;
  PicturePoint out;
  bool leads_on = false;
  std::vector<std::string> lines;
  bool cut = false;      // the label is not whole
  int label_x = 0;       // left edge of the lines
  int first_line_y = 0;  // base line of the first; each next is picture_line_height further down
  PictureBox box;        // around mark and label; no two of a picture meet
  std::size_t column = 0;
};

// From `out` of one item to `mark` of another. Between two points at the same height it runs straight, else in a curve;
// where it passes a column without a stop, it goes straight under that column: two points, the first of them in
// `passes`.
struct PlacedThread {
  std::vector<PicturePoint> points;
  std::vector<PicturePoint> passes;  // where it goes under a column
};

struct PictureColumn {
  int x = 0;  // of the marks
  std::size_t step = 0;
  bool first_of_step = true;
};

struct PictureLayout {
  int width = 0, height = 0;  // units; one is a pixel at the usual size of text
  std::vector<PictureColumn> columns;
  std::vector<PlacedItem> items;      // as given
  std::vector<PlacedThread> threads;  // as given
};

inline constexpr int picture_font_size = 15;
inline constexpr int picture_line_height = 18;
inline constexpr int picture_heading_y = 24;  // base line of the words above the columns
inline constexpr int picture_top = 44;        // where the columns begin

// The same for the same input. Columns follow the steps; a step whose items lead to one another has several columns.
// Few crossings: barycentres, sweep by sweep, from the order of the items given. REQUIRES: threads are not from an item
// to itself.
PictureLayout lay_out_picture(const std::vector<PictureItem>& items, const std::vector<PictureThread>& threads);

}  // namespace vav
