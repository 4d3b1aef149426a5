#include "base/portable_name.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/unicode.h"

namespace vav {
namespace {

constexpr std::string_view forbidden = "<>:\"|?*\\";

bool is_control(char c) {
  return static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
}

bool is_device(std::string_view name) {
  constexpr std::array<std::string_view, 4> devices = {"con", "prn", "aux", "nul"};
  const std::string stem = to_lower(name.substr(0, name.find('.')));
  if (std::ranges::find(devices, stem) != devices.end()) return true;
  const bool is_numbered = stem.size() == 4 && (stem.starts_with("com") || stem.starts_with("lpt"));
  return is_numbered && stem[3] >= '1' && stem[3] <= '9';
}

}  // namespace

NameFault name_fault(std::string_view name) {
  for (const char c : name) {
    if (is_control(c)) return NameFault::control_character;
    if (forbidden.find(c) != std::string_view::npos) return NameFault::forbidden_character;
  }
  if (name.ends_with('.') || name.ends_with(' ')) return NameFault::bad_end;
  return is_device(name) ? NameFault::device : NameFault::none;
}

char forbidden_in(std::string_view name) {
  return name[name.find_first_of(forbidden)];
}

}  // namespace vav
