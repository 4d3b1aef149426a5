// Rounding as JavaScript does it.
#pragma once

#include <cmath>

namespace vav {

// Math.round: half towards positive infinity, and never x + 0.5, which may round a second time.
inline double round_half_up(double x) {
  const double up = std::ceil(x);
  return up - 0.5 <= x ? up : up - 1;
}

}  // namespace vav
