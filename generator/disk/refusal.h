// How a refusal of the file system is told. Used inside this room only.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace vav {

// "cannot read content/a.md: Permission denied", with a hint where there is something to do. `error` is an errno.
Failure disk_refusal(std::string_view doing, const std::string& path, int error);

}  // namespace vav
