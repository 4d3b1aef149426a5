// What is left of a template once it has been read: statements and expressions, immutable, with the place of each.
#pragma once

#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/value.h"

namespace vav::templates {

using NameId = std::uint32_t;
using Index = std::uint32_t;
constexpr Index no_index = std::numeric_limits<Index>::max();

// How deep expressions, and tags, may stand inside each other in one template. Reading and rendering recurse that deep.
constexpr int nesting_limit = 200;

// Bytes of a template's text.
struct Range {
  std::uint32_t offset = 0;
  std::uint32_t length = 0;
};

enum class ExpressionKind : std::uint8_t {
  constant,
  name,
  member,  // operands: object; constant: the key
  item,    // operands: object, key
  list,
  map,  // operands: key (a constant), value, key, value …
  builtin_filter,
  own_filter,  // operands: input, arguments …
  test,
  negate,
  logical_not,
  conjunction,
  disjunction,
  conditional,  // operands: condition, then[, else]
  binary,
  concat,  // operands: two or more
  parent_block,
};

enum class Operator : std::uint8_t {
  none,
  add,
  subtract,
  multiply,
  divide,
  floor_divide,
  modulo,
  equal,
  not_equal,
  less,
  less_equal,
  greater,
  greater_equal,
  in,
  not_in,
};

enum class Test : std::uint8_t { defined, undefined, none, text, number, flag, list, mapping, odd, even };

enum class BuiltinFilter : std::uint8_t {
  batch,
  capitalize,
  fallback,  // called "default"
  escape,
  first,
  integer,
  join,
  json,
  last,
  length,
  list,
  lower,
  map,
  rejectattr,
  replace,
  reverse,
  selectattr,
  trim,
  upper,
};

struct Expression {
  ExpressionKind kind = ExpressionKind::constant;
  Operator operation = Operator::none;
  Test test = Test::defined;
  BuiltinFilter filter = BuiltinFilter::batch;
  bool negated = false;     // of a test: "is not"
  std::uint16_t depth = 1;  // levels of expressions, this one included
  NameId name = no_index;   // of a name; of an own filter its index
  Range range;              // what a finding points at: of a member its key, of an operation its sign
  Value constant;
  std::vector<Expression> operands;
};

enum class StatementKind : std::uint8_t { text, print, condition, loop, assign, with, include, block };

struct Compound;

struct Statement {
  StatementKind kind = StatementKind::text;
  Range range;              // of a text the text itself, of a tag its word
  Index target = no_index;  // of an include the index of the link, of a block its name
  Expression expression;    // what is printed or looped over
  std::unique_ptr<Compound> parts;
};

struct Assignment {
  NameId name = no_index;
  Expression value;
  // How many list and map literals the value is built with: the renderer limits how deep they may pile up.
  std::uint32_t literals = 0;
};

struct Branch {
  std::optional<Expression> condition;  // an "else" has none
  std::vector<Statement> body;
};

// What only the larger tags have, apart so that the many texts and prints stay small.
struct Compound {
  std::vector<Branch> branches;
  std::vector<Assignment> assignments;
  std::vector<Statement> body;
  std::vector<Statement> otherwise;  // the "else" of a loop
  NameId first = no_index;           // the names of a loop: item, or key and value
  NameId second = no_index;
};

// From a template to one that it includes or extends. No target: it is missing, or would lead round in a circle.
struct Link {
  Index target = no_index;
  Range range;
};

struct Block {
  NameId name = no_index;
  Range range;
  bool top_level = true;             // not inside another block
  std::optional<Range> parent_call;  // the first super() in it
  std::vector<Statement> body;
};

struct Template {
  std::string name;
  std::string path;
  std::string text;
  std::vector<Statement> body;
  std::vector<Block> blocks;
  std::vector<Link> includes;
  std::optional<Link> parent;
};

}  // namespace vav::templates
