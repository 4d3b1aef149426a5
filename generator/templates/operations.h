// What values do in expressions: truth, equality, order, arithmetic, and becoming text.
#pragma once

#include <string>
#include <string_view>

#include "base/value.h"
#include "diagnostics/wording.h"
#include "templates/syntax_tree.h"

namespace vav::templates {

// Why an operation or a filter could not be done.
struct Problem {
  Wording message;
  Wording hint;
  bool is_unknown_name = false;  // else a matter of types

  bool found() const { return !message.empty(); }
};

// What no single value of a render may exceed, so that no template can exhaust the memory: bytes of text, and items of
// a list.
constexpr std::size_t value_limit = std::size_t{16} << 20U;
constexpr std::size_t item_limit = 1'000'000;

// Empty text, list and map, zero, false and none are false.
bool is_true(const Value& value);
// Text and markup of the same content are equal, so are 1 and 1.0. REQUIRES: within_limit() of both.
bool are_equal(const Value& a, const Value& b);
// No more than value_limit bytes and values in all. (Lists share their items: a short template can make one of 2^40.)
bool within_limit(const Value& value);

// a is in the list, is a key of the map, or a part of the text b.
bool contains(const Value& b, const Value& a, Problem& problem);
// All of Operator.
Value operate(Operator operation, const Value& a, const Value& b, Problem& problem);
Value negate(const Value& value, Problem& problem);

// The text or the HTML of a value that is either; else nullptr.
const std::string* characters_of(const Value& value);
// A number as Python writes it: 3, 3.0, 2.5. A flag is "true" or "false", nothing is "".
std::string plain_text(const Value& value);

// Joins text as MarkupSafe does: as soon as one part is markup, the result is, and the parts that are text are escaped.
class TextJoiner {
 public:
  // False for a list or a map.
  bool add(const Value& value);
  std::size_t size() const { return text_.size(); }
  Value result() &&;

 private:
  std::string text_;
  bool is_markup_ = false;
};

}  // namespace vav::templates
