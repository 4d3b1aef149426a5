// Where every item of a knowledge base stands when all of its chain is seen at once: a weave of knots and threads.
// Positions alone: what they look like is the theme's.
#pragma once

#include <cstddef>
#include <vector>

#include "evidence/evidence_graph.h"
#include "evidence/picture_layout.h"

namespace vav {

struct OverviewKnot {
  std::size_t item = 0;
  int x = 0, y = 0;
  bool loose = false;  // something could rest on it, and nothing does
};

struct OverviewThread {
  std::size_t from = 0, to = 0;  // indices into the knots
  Evidence bearing = Evidence::none;
};

struct OverviewLayout {
  int width = 0, height = 0;
  std::vector<int> columns;             // x of each step that has items, from left to right
  std::vector<std::size_t> steps;       // of the columns
  std::vector<OverviewKnot> knots;      // by step, then from top to bottom
  std::vector<OverviewThread> threads;  // each pair of items once for each way in which one bears on the other
};

// Columns of so few have room for labels, each of so many lines.
inline constexpr std::size_t most_overview_labels = 12;
inline constexpr std::size_t most_overview_lines = 3;

// Knots of few stand so far apart that they may carry labels; those of many as near as can be told apart. Items that
// hang together stand at the same height, as far as that can be had (barycentres, sweep by sweep); those of the first
// step stand in their order, where readers look for them. The same for the same input. `order` is the place of an item
// among others, which decides when nothing else does. `room` is by step, from 0: what is written at its column reaches
// so far to the right of it.
OverviewLayout lay_out_overview(const EvidenceGraph& evidence, const std::vector<std::size_t>& order,
                                const std::vector<int>& room);

}  // namespace vav
