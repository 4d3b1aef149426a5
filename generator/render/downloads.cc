#include "render/downloads.h"

#include <algorithm>
#include <cctype>
#include <fmt/format.h>

#include "base/address.h"

namespace vav {

std::string type_and_size(const std::string& file, std::size_t bytes, const std::string& language) {
  constexpr std::size_t kilobyte = 1000;
  constexpr std::size_t megabyte = kilobyte * kilobyte;
  std::string type(extension(file));
  std::ranges::transform(type, type.begin(), [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
  if (bytes < megabyte) return fmt::format(" ({}, {}\u00A0kB)", type, (bytes + kilobyte - 1) / kilobyte);
  const std::size_t tenths = (bytes * 10 + megabyte - 1) / megabyte;
  return fmt::format(" ({}, {}{}{}\u00A0MB)", type, tenths / 10, language == "sv" ? "," : ".", tenths % 10);
}

Value download_value(const std::string& address, const SiteModel& model, const std::string& language) {
  const auto size = model.made_sizes.find(address);
  if (size == model.made_sizes.end()) return {};
  return Value::map({{"address", address}, {"told", type_and_size(address, size->second, language)}});
}

}  // namespace vav
