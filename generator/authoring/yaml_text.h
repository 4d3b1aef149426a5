// Text as a YAML value.
#pragma once

#include <string>
#include <string_view>

namespace vav {

// One line that every YAML reader takes for exactly this text: as it is where that is safe, else in quotation marks.
// REQUIRES: valid UTF-8.
std::string yaml_text(std::string_view text);

}  // namespace vav
