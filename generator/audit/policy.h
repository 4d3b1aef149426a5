// The content security policy that a page gives itself. Used inside this room only.
#pragma once

#include <string_view>

#include "diagnostics/wording.h"

namespace vav {

// What the policy lets in that a page of the site never needs; empty when it keeps all else out.
Wording fault_of_policy(std::string_view policy);

}  // namespace vav
