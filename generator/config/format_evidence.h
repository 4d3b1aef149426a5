// The part of the format that tells what the tables of evidence show; see format.h.
#pragma once

#include <vector>

#include "config/format.h"

namespace vav {

std::vector<FormatMap> evidence_formats();

}  // namespace vav
