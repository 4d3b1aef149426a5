// How pages of a kind say of themselves that what looks amiss is meant.
#pragma once

#include <optional>

#include "config/schema_source.h"

namespace vav {

// Of `parked` a reason alone will do: then `field` is the field of the reason, and `value` is "", for any text.
// Nothing without an entry, and when it names what the kind does not have. REQUIRES: the fields of `kind` are read.
std::optional<Waiver> read_waiver(const Entry* entry, const Kind& kind, const SchemaSource& source);

}  // namespace vav
