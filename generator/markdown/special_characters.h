// Whether prime_markdown_parser() has been called (see special_characters.cc).
#pragma once

namespace vav {

bool markdown_parser_is_primed();

}  // namespace vav
