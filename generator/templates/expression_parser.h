// Tokens -> expressions, in the precedence of Jinja.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "templates/name_table.h"
#include "templates/syntax_tree.h"
#include "templates/token_stream.h"

namespace vav::templates {

// Words that cannot be names of variables.
bool is_reserved(std::string_view word);

class ExpressionParser {
 public:
  ExpressionParser(TokenStream& tokens, NameTable& names, const std::vector<std::string>& own_filters)
      : tokens_(tokens), names_(names), own_filters_(own_filters) {}

  // `a if b else c` and all below it. After a failure the result means nothing, and the tokens are at the end of the
  // tag.
  Expression parse();
  // The same without a trailing `if`, for places where "if" has another meaning.
  Expression parse_without_condition();

  // Since the last call: list and map literals read, and where the first super() stood.
  std::uint32_t take_literal_count() { return std::exchange(literals_, 0U); }
  std::optional<Range> take_parent_call() { return std::exchange(parent_call_, std::nullopt); }

 private:
  using Step = Expression (ExpressionParser::*)();

  Expression parse_conjunction();
  Expression parse_not();
  Expression parse_comparison();
  Expression parse_sum();
  Expression parse_concat();
  Expression parse_product();
  Expression parse_negation();
  Expression parse_operand();
  Expression parse_primary();
  Expression parse_name();
  Expression parse_number();
  Expression parse_list();
  Expression parse_map();
  Expression parse_parent_block(Range range);

  void parse_steps(Expression& object);  // .key, [key]
  void parse_key(Expression& object);
  void parse_filters_and_tests(Expression& input);
  void parse_filter(Expression& input);
  void parse_filter_name(Expression& filter);
  void parse_arguments(Expression& filter);
  void check_arguments(const Expression& filter);
  void parse_test(Expression& input);

  Expression binary_chain(Step operand, std::string_view operators);
  Operator comparison_operator();
  Expression combine(ExpressionKind kind, Range range, std::vector<Expression> operands);
  static Expression constant(Range range, Value value);
  Expression fail(Range range, Wording message, Wording hint = {});
  bool too_deep(Range range, int levels);
  std::string unquoted(const Token& literal);

  TokenStream& tokens_;
  NameTable& names_;
  const std::vector<std::string>& own_filters_;
  int levels_ = 0;
  std::uint32_t literals_ = 0;
  std::optional<Range> parent_call_;
};

}  // namespace vav::templates
