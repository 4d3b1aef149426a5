// Keys that every kind has and that no kind may declare itself (interface.md, Content folder). `source` and `replaces`
// are relations, which vav.yaml declares under `common`.
#pragma once

#include <string_view>
#include <vector>

#include "config/schema.h"

namespace vav {

// In the order in which a page is best written. With labels and help in Swedish and English.
const std::vector<Field>& common_fields();
// nullptr when there is none of that name.
const Field* find_common_field(std::string_view name);

}  // namespace vav
