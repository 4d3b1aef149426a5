// A long list over several pages: the first at its own address, those that follow below it, numbered from 2.
#pragma once

#include <algorithm>
#include <string>

#include "base/value.h"

namespace vav {

// ("nytt/traff-3", 0) -> "nytt/traff-3/index.html"; ("nytt/traff-3", 1) -> "nytt/traff-3/2/index.html".
std::string series_address(const std::string& folder, std::size_t part);

// How many pages hold `count` entries of `most` each; at least one.
constexpr std::size_t series_length(std::size_t count, std::size_t most) {
  return std::max<std::size_t>((count + most - 1) / most, 1);
}

// For templates, parts/series.html: [{label, address, here}], one a page; none when there is one page alone.
List series_links(const std::string& folder, std::size_t length, std::size_t here);

}  // namespace vav
