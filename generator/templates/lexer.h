// Template text -> tokens. Decides all white space: "-", "+", and that a tag alone on its line leaves no line behind.
#pragma once

#include <string_view>
#include <vector>

#include "templates/findings.h"
#include "templates/syntax_tree.h"

namespace vav::templates {

enum class TokenKind : std::uint8_t {
  text,         // to be written as it is, already trimmed
  print_open,   // {{
  print_close,  // }}
  tag_open,     // {%
  tag_close,    // %}
  name,
  text_literal,  // with its quotes
  integer,
  number,
  symbol,
  bad,  // already reported
  end,
};

struct Token {
  TokenKind kind = TokenKind::end;
  Range range;
};

// Every print_open and tag_open has its close, also where the author forgot it; the last token is `end`. REQUIRES:
// valid UTF-8.
std::vector<Token> read_tokens(std::string_view text, SyntaxFindings& findings);

}  // namespace vav::templates
