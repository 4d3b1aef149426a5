// Whether a site can be unpacked and opened on any computer.
#pragma once

#include <string_view>

#include "diagnostics/diagnostic.h"
#include "output/output_tree.h"

namespace vav {

// "unsafe-path" for every path that Windows cannot hold: a name that it does not know as a file's, or more than
// longest_portable_path characters with the folder `top` of the archive before it. Each folder is told of once.
void check_portable_paths(const OutputTree& tree, std::string_view top, Diagnostics& diagnostics);

}  // namespace vav
