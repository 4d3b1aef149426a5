// JSON text (RFC 8259) -> `Value` with a place for every key. It shares no code with what writes JSON (to_json in
// base/value.h), since what verifies a finished site reads with it.
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
