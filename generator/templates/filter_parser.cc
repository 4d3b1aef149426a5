// The part of the expression parser that reads what follows a value: filters with their arguments, and tests.
#include <algorithm>
#include <fmt/format.h>

#include "templates/expression_parser.h"
#include "templates/filter_catalogue.h"

namespace vav::templates {

void ExpressionParser::parse_filters_and_tests(Expression& input) {
  while (true) {
    if (tokens_.take_symbol("|")) {
      parse_filter(input);
    } else if (tokens_.take_word("is")) {
      parse_test(input);
    } else {
      return;
    }
  }
}

void ExpressionParser::parse_filter(Expression& input) {
  std::vector<Expression> operands;
  operands.push_back(std::move(input));
  input = combine(ExpressionKind::own_filter, tokens_.peek().range, std::move(operands));
  if (tokens_.failed()) return;
  parse_filter_name(input);
  if (tokens_.take_symbol("(")) parse_arguments(input);
  if (!tokens_.failed()) check_arguments(input);
}

// Filters of the caller come first: they may replace one that is built in.
void ExpressionParser::parse_filter_name(Expression& filter) {
  if (tokens_.peek().kind != TokenKind::name) {
    tokens_.fail_here(say("the name of a filter is missing after '|'"));
    return;
  }
  const Token token = tokens_.next();
  const std::string_view name = tokens_.text(token);
  const auto own = std::ranges::find(own_filters_, name);
  if (own != own_filters_.end()) {
    filter.name = static_cast<NameId>(own - own_filters_.begin());
    return;
  }
  const auto catalogue = filter_catalogue();
  const auto found = std::ranges::find(catalogue, name, &FilterEntry::name);
  if (found != catalogue.end()) {
    filter.kind = ExpressionKind::builtin_filter;
    filter.filter = found->filter;
    return;
  }
  std::vector<std::string> known = own_filters_;
  for (const FilterEntry& entry : catalogue) known.emplace_back(entry.name);
  const bool marks_safe = name == "safe";
  tokens_.fail(token.range, say("unknown filter '{}'", name),
               marks_safe ? say("what is finished HTML comes as markup and is not escaped; nothing else can be made so")
                          : did_you_mean(name, known));
}

void ExpressionParser::parse_arguments(Expression& filter) {
  while (!tokens_.at_symbol(")") && !tokens_.failed()) {
    const Token name = tokens_.peek();
    const bool is_named = name.kind == TokenKind::name && tokens_.peek(1).kind == TokenKind::symbol &&
                          tokens_.text(tokens_.peek(1)) == "=";
    if (is_named) {
      const bool is_map = filter.kind == ExpressionKind::builtin_filter && filter.filter == BuiltinFilter::map;
      if (!is_map || tokens_.text(name) != "attribute") {
        tokens_.fail(name.range, say("the filter has no argument '{}'", tokens_.text(name)));
        return;
      }
      tokens_.next();
      tokens_.next();
    }
    filter.operands.push_back(parse());
    filter.depth = std::max(filter.depth, static_cast<std::uint16_t>(filter.operands.back().depth + 1));
    if (!tokens_.take_symbol(",")) break;
  }
  if (!tokens_.take_symbol(")")) tokens_.fail_here(say("',' or ')' is missing in the arguments of the filter"));
}

void ExpressionParser::check_arguments(const Expression& filter) {
  if (too_deep(filter.range, filter.depth) || filter.kind != ExpressionKind::builtin_filter) return;
  const auto catalogue = filter_catalogue();
  const auto entry = std::ranges::find(catalogue, filter.filter, &FilterEntry::filter);
  const std::size_t given = filter.operands.size() - 1;
  if (given < entry->least || given > entry->most) {
    const std::string wanted = entry->least == entry->most ? fmt::format("{}", entry->least)
                                                           : fmt::format("{} to {}", entry->least, entry->most);
    tokens_.fail(filter.range, say("the filter takes {} arguments, not {}", wanted, given));
    return;
  }
  const bool selects = filter.filter == BuiltinFilter::selectattr || filter.filter == BuiltinFilter::rejectattr;
  if (!selects || given < 2) return;
  const Expression& test = filter.operands[2];
  const auto selection = find_selection(test.constant.text_or_empty());
  if (test.kind != ExpressionKind::constant || !selection) {
    tokens_.fail(test.range,
                 say("the second argument is one of 'equalto', 'ne', 'in', 'none', 'defined', 'undefined'"));
    return;
  }
  const bool compares =
      *selection == Selection::equal || *selection == Selection::not_equal || *selection == Selection::in;
  if (compares != (given == 3)) {
    tokens_.fail(test.range, compares ? say("the value to compare with is missing") : say("the test takes no value"));
  }
}

void ExpressionParser::parse_test(Expression& input) {
  const bool negated = tokens_.take_word("not");
  if (tokens_.peek().kind != TokenKind::name) {
    tokens_.fail_here(say("the name of a test is missing after 'is'"));
    return;
  }
  const Token token = tokens_.next();
  std::string_view name = tokens_.text(token);
  if (name == "None") name = "none";
  const auto catalogue = test_catalogue();
  const auto found = std::ranges::find(catalogue, name, &TestEntry::name);
  if (found == catalogue.end()) {
    std::vector<std::string> known;
    for (const TestEntry& entry : catalogue) known.emplace_back(entry.name);
    tokens_.fail(token.range, say("unknown test '{}'", name), did_you_mean(name, known));
    return;
  }
  std::vector<Expression> operands;
  operands.push_back(std::move(input));
  input = combine(ExpressionKind::test, token.range, std::move(operands));
  input.test = found->test;
  input.negated = negated;
}

}  // namespace vav::templates
