#include "render/page_series.h"

#include <fmt/format.h>

namespace vav {

std::string series_address(const std::string& folder, std::size_t part) {
  return part == 0 ? folder + "/index.html" : fmt::format("{}/{}/index.html", folder, part + 1);
}

List series_links(const std::string& folder, std::size_t length, std::size_t here) {
  List links;
  for (std::size_t part = 0; length > 1 && part < length; ++part) {
    links.push_back(Value::map(
        {{"label", fmt::format("{}", part + 1)}, {"address", series_address(folder, part)}, {"here", part == here}}));
  }
  return links;
}

}  // namespace vav
