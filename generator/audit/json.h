// Reading JSON (RFC 8259) with places: a reader of our own, since what verifies the site must not share code with what
// writes it. Used inside this room only.
#pragma once

#include <string>
#include <string_view>
#include <variant>

#include "base/value.h"
#include "diagnostics/wording.h"

namespace vav {

struct JsonFault {
  Place place;
  Wording message;
};

// REQUIRES: valid UTF-8. A key that stands twice in one object is a fault.
std::variant<Value, JsonFault> read_json(std::string_view text);

}  // namespace vav
