#include "templates/expression_parser.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <fmt/format.h>
#include <utility>

#include "base/text.h"

namespace vav::templates {

bool is_reserved(std::string_view word) {
  static constexpr std::array<std::string_view, 15> words = {
      "and", "or", "not", "in", "is", "if", "else", "true", "True", "none", "None", "false", "False", "loop", "super"};
  return std::ranges::find(words, word) != words.end();
}

Expression ExpressionParser::parse() {
  if (too_deep(tokens_.peek().range, levels_ + 1)) return {};
  ++levels_;
  Expression result = parse_without_condition();
  while (tokens_.at_word("if")) {
    const Range range = tokens_.next().range;
    std::vector<Expression> operands;
    operands.push_back(parse_without_condition());
    operands.push_back(std::move(result));
    if (tokens_.take_word("else")) operands.push_back(parse());
    result = combine(ExpressionKind::conditional, range, std::move(operands));
  }
  --levels_;
  return result;
}

Expression ExpressionParser::parse_without_condition() {
  Expression left = parse_conjunction();
  while (tokens_.at_word("or")) {
    const Range range = tokens_.next().range;
    std::vector<Expression> operands;
    operands.push_back(std::move(left));
    operands.push_back(parse_conjunction());
    left = combine(ExpressionKind::disjunction, range, std::move(operands));
  }
  return left;
}

Expression ExpressionParser::parse_conjunction() {
  Expression left = parse_not();
  while (tokens_.at_word("and")) {
    const Range range = tokens_.next().range;
    std::vector<Expression> operands;
    operands.push_back(std::move(left));
    operands.push_back(parse_not());
    left = combine(ExpressionKind::conjunction, range, std::move(operands));
  }
  return left;
}

Expression ExpressionParser::parse_not() {
  if (!tokens_.at_word("not")) return parse_comparison();
  const Range range = tokens_.next().range;
  if (too_deep(range, levels_ + 1)) return {};
  ++levels_;
  std::vector<Expression> operands;
  operands.push_back(parse_not());
  --levels_;
  return combine(ExpressionKind::logical_not, range, std::move(operands));
}

Operator ExpressionParser::comparison_operator() {
  if (tokens_.at_word("not") && tokens_.at_word("in", 1)) {
    tokens_.next();
    return Operator::not_in;
  }
  if (tokens_.at_word("in")) return Operator::in;
  static constexpr std::array<std::pair<std::string_view, Operator>, 6> operators = {{{"==", Operator::equal},
                                                                                      {"!=", Operator::not_equal},
                                                                                      {"<", Operator::less},
                                                                                      {"<=", Operator::less_equal},
                                                                                      {">", Operator::greater},
                                                                                      {">=", Operator::greater_equal}}};
  for (const auto& [symbol, operation] : operators) {
    if (tokens_.at_symbol(symbol)) return operation;
  }
  return Operator::none;
}

Expression ExpressionParser::parse_comparison() {
  Expression left = parse_sum();
  const Operator operation = comparison_operator();
  if (operation == Operator::none) return left;
  const Range range = tokens_.next().range;
  std::vector<Expression> operands;
  operands.push_back(std::move(left));
  operands.push_back(parse_sum());
  Expression result = combine(ExpressionKind::binary, range, std::move(operands));
  result.operation = operation;
  if (comparison_operator() != Operator::none) {
    return fail(tokens_.peek().range, say("comparisons do not chain"), say("write 'a < b and b < c'"));
  }
  return result;
}

Expression ExpressionParser::parse_sum() {
  return binary_chain(&ExpressionParser::parse_concat, "+-");
}
Expression ExpressionParser::parse_product() {
  return binary_chain(&ExpressionParser::parse_negation, "*/%");
}

Expression ExpressionParser::binary_chain(Step operand, std::string_view operators) {
  Expression left = (this->*operand)();
  while (tokens_.peek().kind == TokenKind::symbol) {
    const std::string_view symbol = tokens_.text(tokens_.peek());
    if (operators.find(symbol.front()) == std::string_view::npos || symbol == "**") break;
    const Range range = tokens_.next().range;
    std::vector<Expression> operands;
    operands.push_back(std::move(left));
    operands.push_back((this->*operand)());
    left = combine(ExpressionKind::binary, range, std::move(operands));
    switch (symbol.front()) {
      case '+':
        left.operation = Operator::add;
        break;
      case '-':
        left.operation = Operator::subtract;
        break;
      case '*':
        left.operation = Operator::multiply;
        break;
      case '%':
        left.operation = Operator::modulo;
        break;
      default:
        left.operation = symbol == "//" ? Operator::floor_divide : Operator::divide;
    }
  }
  return left;
}

Expression ExpressionParser::parse_concat() {
  Expression first = parse_product();
  if (!tokens_.at_symbol("~")) return first;
  const Range range = tokens_.peek().range;
  std::vector<Expression> operands;
  operands.push_back(std::move(first));
  while (tokens_.take_symbol("~")) operands.push_back(parse_product());
  return combine(ExpressionKind::concat, range, std::move(operands));
}

Expression ExpressionParser::parse_negation() {
  Expression result = parse_operand();
  parse_filters_and_tests(result);
  return result;
}

// -x, or a value with its .keys and [items]. As in Jinja, -x.y is -(x.y), and a filter takes the negated value.
Expression ExpressionParser::parse_operand() {
  if (!tokens_.at_symbol("-") && !tokens_.at_symbol("+")) {
    Expression result = parse_primary();
    parse_steps(result);
    return result;
  }
  const bool minus = tokens_.at_symbol("-");
  const Range range = tokens_.next().range;
  if (too_deep(range, levels_ + 1)) return {};
  ++levels_;
  Expression operand = parse_operand();
  --levels_;
  if (!minus) return operand;
  std::vector<Expression> operands;
  operands.push_back(std::move(operand));
  return combine(ExpressionKind::negate, range, std::move(operands));
}

Expression ExpressionParser::parse_primary() {
  const Token token = tokens_.peek();
  switch (token.kind) {
    case TokenKind::name:
      return parse_name();
    case TokenKind::integer:
    case TokenKind::number:
      return parse_number();
    case TokenKind::text_literal:
      tokens_.next();
      return constant(token.range, unquoted(token));
    default:
      break;
  }
  if (tokens_.at_symbol("[")) return parse_list();
  if (tokens_.at_symbol("{")) return parse_map();
  if (tokens_.take_symbol("(")) {
    Expression inner = parse();
    if (!tokens_.take_symbol(")")) return fail(tokens_.peek().range, say("')' is missing"));
    return inner;
  }
  if (tokens_.at_close()) return fail(token.range, say("a value is missing"));
  return fail(token.range, say("'{}' is not a value", tokens_.text(token)));
}

Expression ExpressionParser::parse_name() {
  const Token token = tokens_.next();
  const std::string_view word = tokens_.text(token);
  if (word == "true" || word == "True") return constant(token.range, true);
  if (word == "false" || word == "False") return constant(token.range, false);
  if (word == "none" || word == "None") return constant(token.range, {});
  if (word == "super") return parse_parent_block(token.range);
  if (is_reserved(word) && word != "loop") return fail(token.range, say("'{}' is not a value", word));
  if (tokens_.at_symbol("(")) {
    return fail(token.range, say("'{}' cannot be called: there are no functions but super()", word),
                say("a filter is written after its value: x | name"));
  }
  Expression result;
  result.kind = ExpressionKind::name;
  result.range = token.range;
  result.name = names_.intern(word);
  return result;
}

Expression ExpressionParser::parse_parent_block(Range range) {
  if (!tokens_.take_symbol("(") || !tokens_.take_symbol(")"))
    return fail(range, say("super is called without arguments: super()"));
  if (!parent_call_) parent_call_ = range;
  return combine(ExpressionKind::parent_block, range, {});
}

Expression ExpressionParser::parse_number() {
  const Token token = tokens_.next();
  const std::string_view digits = tokens_.text(token);
  const char* const start = digits.data();
  const char* const end = start + digits.size();
  if (token.kind == TokenKind::integer) {
    std::int64_t number = 0;
    if (std::from_chars(start, end, number).ec == std::errc()) return constant(token.range, number);
  } else {
    double number = 0;
    if (std::from_chars(start, end, number).ec == std::errc()) return constant(token.range, number);
  }
  return fail(token.range, say("the number is too large"));
}

Expression ExpressionParser::parse_list() {
  const Range range = tokens_.next().range;
  std::vector<Expression> items;
  while (!tokens_.at_symbol("]")) {
    items.push_back(parse());
    if (!tokens_.take_symbol(",")) break;
  }
  if (!tokens_.take_symbol("]")) return fail(tokens_.peek().range, say("',' or ']' is missing in the list"));
  ++literals_;
  return combine(ExpressionKind::list, range, std::move(items));
}

Expression ExpressionParser::parse_map() {
  const Range range = tokens_.next().range;
  std::vector<Expression> operands;
  while (!tokens_.at_symbol("}")) {
    const Token key = tokens_.peek();
    if (key.kind != TokenKind::text_literal) return fail(key.range, say("a key of a map is a quoted text"));
    operands.push_back(constant(tokens_.next().range, unquoted(key)));
    if (!tokens_.take_symbol(":")) return fail(tokens_.peek().range, say("':' is missing after the key"));
    operands.push_back(parse());
    if (!tokens_.take_symbol(",")) break;
  }
  if (!tokens_.take_symbol("}")) return fail(tokens_.peek().range, say("',' or '}}' is missing in the map"));
  ++literals_;
  return combine(ExpressionKind::map, range, std::move(operands));
}

void ExpressionParser::parse_steps(Expression& object) {
  while (true) {
    if (tokens_.take_symbol(".")) {
      parse_key(object);
    } else if (tokens_.at_symbol("[")) {
      const Range bracket = tokens_.next().range;
      std::vector<Expression> operands;
      operands.push_back(std::move(object));
      operands.push_back(parse());
      const Range range = operands.back().range.length > 0 ? operands.back().range : bracket;
      if (tokens_.at_symbol(":")) tokens_.fail_here(say("parts of lists ([1:2]) are not part of the language"));
      if (!tokens_.take_symbol("]")) tokens_.fail_here(say("']' is missing"));
      object = combine(ExpressionKind::item, range, std::move(operands));
    } else if (tokens_.at_symbol("(")) {
      tokens_.fail_here(say("values cannot be called"), say("a filter is written after its value: x | name"));
    } else {
      return;
    }
  }
}

void ExpressionParser::parse_key(Expression& object) {
  const Token key = tokens_.peek();
  if (key.kind != TokenKind::name && key.kind != TokenKind::integer) {
    tokens_.fail_here(say("a key is missing after '.'"), say("a key that is no plain word is written a[\"the key\"]"));
    return;
  }
  tokens_.next();
  std::vector<Expression> operands;
  operands.push_back(std::move(object));
  if (key.kind == TokenKind::integer) {
    std::int64_t number = 0;
    const std::string_view digits = tokens_.text(key);
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
    operands.push_back(constant(key.range, number));
    object = combine(ExpressionKind::item, key.range, std::move(operands));
  } else {
    object = combine(ExpressionKind::member, key.range, std::move(operands));
    object.constant = tokens_.text(key);
  }
}

Expression ExpressionParser::combine(ExpressionKind kind, Range range, std::vector<Expression> operands) {
  int depth = 1;
  for (const Expression& operand : operands) depth = std::max(depth, operand.depth + 1);
  if (too_deep(range, depth)) return {};
  Expression result;
  result.kind = kind;
  result.range = range;
  result.depth = static_cast<std::uint16_t>(depth);
  result.operands = std::move(operands);
  return result;
}

Expression ExpressionParser::constant(Range range, Value value) {
  Expression result;
  result.range = range;
  result.constant = std::move(value);
  return result;
}

Expression ExpressionParser::fail(Range range, Wording message, Wording hint) {
  tokens_.fail(range, std::move(message), std::move(hint));
  return {};
}

bool ExpressionParser::too_deep(Range range, int levels) {
  if (levels <= nesting_limit) return false;
  tokens_.fail(range, say("the expression nests deeper than {} levels", nesting_limit),
               say("give a part of it a name with 'set'"));
  return true;
}

std::string ExpressionParser::unquoted(const Token& literal) {
  const std::string_view quoted = tokens_.text(literal);
  const std::string_view inner = quoted.substr(1, quoted.size() - 2);
  std::string result;
  for (std::size_t i = 0; i < inner.size(); ++i) {
    if (inner[i] != '\\') {
      result += inner[i];
      continue;
    }
    ++i;
    switch (inner[i]) {
      case 'n':
        result += '\n';
        break;
      case 't':
        result += '\t';
        break;
      case '\\':
      case '"':
      case '\'':
        result += inner[i];
        break;
      default:
        fail(literal.range, say("after \\ in a quoted text comes n, t, \\ or a quote"),
             say("write \\\\ for a backslash"));
    }
  }
  return result;
}

}  // namespace vav::templates
