// Names of files that every system can hold: Windows, macOS and Linux, archives and servers.
#pragma once

#include <cstddef>
#include <string_view>

namespace vav {

// Windows holds 260 characters, with the folder that a site was unpacked to.
inline constexpr std::size_t longest_portable_path = 120;

enum class NameFault {
  none,
  control_character,
  forbidden_character,  // one of <>:"|?*\ (see forbidden_in())
  bad_end,              // a dot or a space
  device,               // con, nul, lpt1 … are devices on Windows, whatever extension follows
};

// Of one part of a path.
NameFault name_fault(std::string_view name);
// The first of those characters. REQUIRES: name_fault(name) is forbidden_character.
char forbidden_in(std::string_view name);

}  // namespace vav
