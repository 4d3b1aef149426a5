// The address of a link as Markdown gives it: where it leads, and whether a page may lead there.
#pragma once

#include <string>
#include <string_view>

#include "diagnostics/wording.h"

namespace vav {

struct LinkAddress {
  std::string target, fragment;  // see DocumentLink
  // Why the address is refused, for a message: "the scheme 'javascript:'"; empty = it is not.
  Wording refused;
};

LinkAddress read_address(std::string_view url);

// As a value of href or src, without the quotes: what may not stand in an address is percent-encoded.
void append_escaped_address(std::string& out, std::string_view address);

}  // namespace vav
