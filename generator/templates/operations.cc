#include "templates/operations.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <limits>
#include <optional>

#include "base/text.h"

namespace vav::templates {
namespace {

bool is_number(const Value& value) {
  return value.integer() != nullptr || value.number() != nullptr;
}

double as_double(const Value& value) {
  if (const auto* integer = value.integer()) return static_cast<double>(*integer);
  return *value.number();
}

Value fail(Problem& problem, Wording message, Wording hint = {}) {
  problem = {std::move(message), std::move(hint)};
  return {};
}

std::string_view sign_of(Operator operation) {
  switch (operation) {
    case Operator::add:
      return "+";
    case Operator::subtract:
      return "-";
    case Operator::multiply:
      return "*";
    case Operator::divide:
      return "/";
    case Operator::floor_divide:
      return "//";
    case Operator::modulo:
      return "%";
    case Operator::less:
      return "<";
    case Operator::less_equal:
      return "<=";
    case Operator::greater:
      return ">";
    case Operator::greater_equal:
      return ">=";
    default:
      return "in";
  }
}

Value integer_arithmetic(Operator operation, std::int64_t a, std::int64_t b, Problem& problem) {
  std::int64_t result = 0;
  bool overflow = false;
  const bool divides = operation == Operator::floor_divide || operation == Operator::modulo;
  if (divides && b == -1) {
    // The one division that can overflow is by -1.
    if (operation == Operator::modulo) return 0;
    overflow = __builtin_sub_overflow(std::int64_t{0}, a, &result);
  } else if (divides) {
    const std::int64_t remainder = a % b;
    const bool adjust = remainder != 0 && (remainder < 0) != (b < 0);  // Python rounds down, C++ towards zero
    result = operation == Operator::modulo ? remainder + (adjust ? b : 0) : a / b - (adjust ? 1 : 0);
  } else if (operation == Operator::add) {
    overflow = __builtin_add_overflow(a, b, &result);
  } else if (operation == Operator::subtract) {
    overflow = __builtin_sub_overflow(a, b, &result);
  } else {
    overflow = __builtin_mul_overflow(a, b, &result);
  }
  if (overflow) return fail(problem, say("the result is too large for a whole number"));
  return result;
}

Value real_arithmetic(Operator operation, double a, double b) {
  switch (operation) {
    case Operator::add:
      return a + b;
    case Operator::subtract:
      return a - b;
    case Operator::multiply:
      return a * b;
    case Operator::divide:
      return a / b;
    case Operator::floor_divide:
      return std::floor(a / b);
    default: {
      const double remainder = std::fmod(a, b);
      return remainder != 0 && (remainder < 0) != (b < 0) ? remainder + b : remainder;
    }
  }
}

Value add_lists(const List& a, const List& b, Problem& problem) {
  if (a.size() + b.size() > item_limit) return fail(problem, say("the list becomes too long"));
  List all = a;
  all.insert(all.end(), b.begin(), b.end());
  return all;
}

Value arithmetic(Operator operation, const Value& a, const Value& b, Problem& problem) {
  if (is_number(a) && is_number(b)) {
    const bool divides =
        operation == Operator::divide || operation == Operator::floor_divide || operation == Operator::modulo;
    if (divides && as_double(b) == 0) return fail(problem, say("division by zero"));
    const bool whole = a.integer() && b.integer() && operation != Operator::divide;
    return whole ? integer_arithmetic(operation, *a.integer(), *b.integer(), problem)
                 : real_arithmetic(operation, as_double(a), as_double(b));
  }
  if (operation == Operator::add && characters_of(a) && characters_of(b)) {
    if (characters_of(a)->size() + characters_of(b)->size() > value_limit)
      return fail(problem, say("the text becomes too long"));
    TextJoiner joiner;
    joiner.add(a);
    joiner.add(b);
    return std::move(joiner).result();
  }
  if (operation == Operator::add && a.is_list() && b.is_list()) return add_lists(a.items(), b.items(), problem);
  const bool text = characters_of(a) || characters_of(b);
  return fail(problem, say("{} {} {} does not work", type_word(a), sign_of(operation), type_word(b)),
              text && operation == Operator::add ? say("to put text together write ~") : Wording{});
}

Value order(Operator operation, const Value& a, const Value& b, Problem& problem) {
  std::partial_ordering ordering = std::partial_ordering::unordered;
  if (a.integer() && b.integer()) {
    ordering = *a.integer() <=> *b.integer();
  } else if (is_number(a) && is_number(b)) {
    ordering = as_double(a) <=> as_double(b);
  } else if (characters_of(a) && characters_of(b)) {
    ordering = *characters_of(a) <=> *characters_of(b);
  } else {
    return fail(problem, say("{} and {} cannot be compared with {}", type_word(a), type_word(b), sign_of(operation)));
  }
  switch (operation) {
    case Operator::less:
      return ordering < 0;
    case Operator::less_equal:
      return ordering <= 0;
    case Operator::greater:
      return ordering > 0;
    default:
      return ordering >= 0;
  }
}

bool spend(const Value& value, std::size_t& left) {
  const std::string* text = characters_of(value);
  const std::size_t cost = 1 + (text ? text->size() : 0);
  if (cost > left) return false;
  left -= cost;
  if (const List* list = value.list()) {
    return std::ranges::all_of(*list, [&](const Value& item) { return spend(item, left); });
  }
  if (const Entries* entries = value.entries()) {
    return std::ranges::all_of(*entries, [&](const Entry& entry) { return spend(entry.value, left); });
  }
  return true;
}

}  // namespace

bool is_true(const Value& value) {
  if (const bool* flag = value.flag()) return *flag;
  if (const auto* integer = value.integer()) return *integer != 0;
  if (const double* number = value.number()) return *number != 0;
  if (const std::string* text = characters_of(value)) return !text->empty();
  if (const List* list = value.list()) return !list->empty();
  if (const Entries* entries = value.entries()) return !entries->empty();
  return false;
}

bool are_equal(const Value& a, const Value& b) {
  if (is_number(a) && is_number(b)) {
    return a.integer() && b.integer() ? *a.integer() == *b.integer() : as_double(a) == as_double(b);
  }
  const std::string* text = characters_of(a);
  const std::string* other = characters_of(b);
  if (text && other) return *text == *other;
  if (a.is_list() && b.is_list()) return std::ranges::equal(a.items(), b.items(), are_equal);
  if (a.is_map() && b.is_map()) {
    return a.entries()->size() == b.entries()->size() && std::ranges::all_of(*a.entries(), [&](const Entry& entry) {
             const Value* found = b.find(entry.key);
             return found != nullptr && are_equal(entry.value, *found);
           });
  }
  return a == b;
}

bool within_limit(const Value& value) {
  std::size_t left = value_limit;
  return spend(value, left);
}

bool contains(const Value& b, const Value& a, Problem& problem) {
  if (b.is_list()) {
    if (within_limit(a) && within_limit(b))
      return std::ranges::any_of(b.items(), [&](const Value& item) { return are_equal(item, a); });
    problem.message = say("the values are too large to be compared");
    return false;
  }
  const std::string* part = characters_of(a);
  const std::string* whole = characters_of(b);
  if (part && whole) return whole->find(*part) != std::string::npos;
  if (part && b.is_map()) return b.find(*part) != nullptr;
  problem.message = say("{} cannot be in {}", type_word(a), type_word(b));
  return false;
}

Value operate(Operator operation, const Value& a, const Value& b, Problem& problem) {
  switch (operation) {
    case Operator::equal:
    case Operator::not_equal:
      if (!within_limit(a) || !within_limit(b)) return fail(problem, say("the values are too large to be compared"));
      return are_equal(a, b) == (operation == Operator::equal);
    case Operator::in:
      return contains(b, a, problem);
    case Operator::not_in:
      return !contains(b, a, problem);
    case Operator::less:
    case Operator::less_equal:
    case Operator::greater:
    case Operator::greater_equal:
      return order(operation, a, b, problem);
    default:
      return arithmetic(operation, a, b, problem);
  }
}

Value negate(const Value& value, Problem& problem) {
  if (const double* number = value.number()) return -*number;
  if (value.integer()) return integer_arithmetic(Operator::subtract, 0, *value.integer(), problem);
  return fail(problem, say("- needs a number, not {}", type_word(value)));
}

const std::string* characters_of(const Value& value) {
  if (const std::string* text = value.text()) return text;
  const Markup* markup = value.markup();
  return markup ? &markup->html : nullptr;
}

std::string plain_text(const Value& value) {
  if (const std::string* text = characters_of(value)) return *text;
  if (const bool* flag = value.flag()) return *flag ? "true" : "false";
  if (const auto* integer = value.integer()) return fmt::format("{}", *integer);
  if (const double* number = value.number()) {
    std::string text = fmt::format("{}", *number);
    const bool looks_whole = text.find_first_not_of("-0123456789") == std::string::npos;
    return looks_whole ? text + ".0" : text;
  }
  return {};
}

bool TextJoiner::add(const Value& value) {
  if (value.is_list() || value.is_map()) return false;
  if (const Markup* markup = value.markup()) {
    if (!is_markup_) text_ = escape_html(text_);
    is_markup_ = true;
    text_ += markup->html;
  } else if (const std::string* text = value.text()) {
    is_markup_ ? append_escaped_html(text_, *text) : void(text_ += *text);
  } else {
    text_ += plain_text(value);
  }
  return true;
}

Value TextJoiner::result() && {
  if (is_markup_) return Markup{std::move(text_)};
  return std::move(text_);
}

}  // namespace vav::templates
