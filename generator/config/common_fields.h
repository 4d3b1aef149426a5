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

// Keys of a reference that is written as a map, beside what vav.yaml lets the relation carry; no relation may carry a
// field of these names.
inline constexpr std::string_view target_key = "ref";
inline constexpr std::string_view pin_key = "pin";
// The fingerprint of the passage that the reference rests on (evidence/suspects.h), as a field.
const Field& pin_field();

}  // namespace vav
