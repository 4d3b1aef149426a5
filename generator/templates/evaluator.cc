#include "templates/evaluator.h"

#include <array>
#include <fmt/format.h>

#include "templates/filters.h"
#include "templates/findings.h"

namespace vav::templates {
namespace {

constexpr std::array<const char*, 5> loop_keys = {"index", "index0", "first", "last", "length"};

bool matches(Test test, const Value& value, Problem& problem) {
  switch (test) {
    case Test::none:
      return value.is_null();
    case Test::text:
      return characters_of(value) != nullptr;
    case Test::number:
      return value.integer() || value.number();
    case Test::flag:
      return value.flag() != nullptr;
    case Test::list:
      return value.is_list();
    case Test::mapping:
      return value.is_map();
    case Test::odd:
    case Test::even:
      if (value.integer()) return (*value.integer() % 2 == 0) == (test == Test::even);
      problem.message = say("the test needs a whole number, not {}", type_word(value));
      return false;
    case Test::defined:
    case Test::undefined:
      break;
  }
  return false;
}

// What making the value has cost, in steps of RenderContext::spend().
std::size_t cost_of(const Value& value) {
  const std::string* text = characters_of(value);
  return text ? text->size() / 64 : value.items().size();
}

}  // namespace

const Value Evaluator::failed_value;

const Value& Evaluator::evaluate(const Expression& expression, Value& storage) {
  switch (expression.kind) {
    case ExpressionKind::constant:
      return expression.constant;
    case ExpressionKind::name:
    case ExpressionKind::member:
    case ExpressionKind::item: {
      Problem problem;
      const Value* found = find(expression, storage, problem);
      if (found != nullptr) return *found;
      context_.report(expression.range, problem);
      return failed();
    }
    default:
      break;
  }
  const bool entered = context_.enter(expression.range);
  const Value& result = entered ? compute(expression, storage) : failed();
  context_.leave();
  return result;
}

const Value* Evaluator::find(const Expression& expression, Value& storage, Problem& problem) {
  switch (expression.kind) {
    case ExpressionKind::name:
      return find_name(expression, storage, problem);
    case ExpressionKind::member:
    case ExpressionKind::item: {
      const bool entered = context_.enter(expression.range);
      const Value* found = entered ? find_part(expression, storage, problem) : &failed();
      context_.leave();
      return found;
    }
    case ExpressionKind::builtin_filter:
      if (expression.filter == BuiltinFilter::first || expression.filter == BuiltinFilter::last)
        return find_end(expression, storage);
      break;
    default:
      break;
  }
  return &evaluate(expression, storage);
}

const Value* Evaluator::find_name(const Expression& expression, Value& storage, Problem& problem) {
  const bool is_loop = expression.name == context_.compiled().loop_name && context_.loop != nullptr;
  if (is_loop) {
    storage = loop_value();
    return &storage;
  }
  const Value* found = context_.scope().find(expression.name);
  if (found == nullptr) {
    const std::string& name = context_.compiled().names.text(expression.name);
    problem = {say("unknown name '{}'", name), did_you_mean(name, context_.scope().visible_names()), true};
  }
  return found;
}

const Value* Evaluator::find_part(const Expression& expression, Value& storage, Problem& problem) {
  const Expression& object = expression.operands[0];
  const bool is_member = expression.kind == ExpressionKind::member;
  const bool is_loop =
      object.kind == ExpressionKind::name && object.name == context_.compiled().loop_name && context_.loop;
  if (is_loop && is_member) return loop_part(*expression.constant.text(), storage, problem);
  Value object_storage;
  const Value& whole = evaluate(object, object_storage);
  if (is_failed(whole)) return &whole;
  const Value* found = nullptr;
  if (is_member) {
    found = find_key(whole, *expression.constant.text(), problem);
  } else {
    Value key_storage;
    const Value& key = evaluate(expression.operands[1], key_storage);
    if (is_failed(key)) return &key;
    found = find_item(whole, key, problem);
  }
  if (found == nullptr || &whole != &object_storage) return found;
  // A part of something that is gone on return.
  storage = Value(*found);
  return &storage;
}

// The first of an empty list is nothing, but for `default` it is as if it was not there.
const Value* Evaluator::find_end(const Expression& expression, Value& storage) {
  const Value& found = evaluate(expression, storage);
  return found.is_null() && !is_failed(found) ? nullptr : &found;
}

const Value* Evaluator::loop_part(const std::string& key, Value& storage, Problem& problem) const {
  const LoopState& loop = *context_.loop;
  if (key == "index") {
    storage = loop.index + 1;
  } else if (key == "index0") {
    storage = loop.index;
  } else if (key == "first") {
    storage = loop.index == 0;
  } else if (key == "last") {
    storage = loop.index + 1 == loop.length;
  } else if (key == "length") {
    storage = loop.length;
  } else {
    problem = {say("'loop' has no '{}'", key), did_you_mean(key, {loop_keys.begin(), loop_keys.end()}), true};
    return nullptr;
  }
  return &storage;
}

Value Evaluator::loop_value() const {
  MapBuilder map;
  for (const char* key : loop_keys) {
    Value value;
    Problem problem;
    loop_part(key, value, problem);
    map.set(key, std::move(value));
  }
  return std::move(map).build();
}

const Value& Evaluator::compute(const Expression& expression, Value& storage) {
  switch (expression.kind) {
    case ExpressionKind::list:
      return make_list(expression, storage);
    case ExpressionKind::map:
      return make_map(expression, storage);
    case ExpressionKind::builtin_filter:
      return expression.filter == BuiltinFilter::fallback ? fall_back(expression, storage)
                                                          : call_builtin_filter(expression, storage);
    case ExpressionKind::own_filter:
      return call_own_filter(expression, storage);
    case ExpressionKind::test:
      return test(expression, storage);
    case ExpressionKind::negate:
      return negated(expression, storage);
    case ExpressionKind::logical_not:
      storage = !is_true(evaluate(expression.operands[0], storage));
      return storage;
    case ExpressionKind::conjunction:
    case ExpressionKind::disjunction: {
      const Value& left = evaluate(expression.operands[0], storage);
      const bool decided = is_true(left) == (expression.kind == ExpressionKind::disjunction);
      return decided ? left : evaluate(expression.operands[1], storage);
    }
    case ExpressionKind::conditional:
      return choose(expression, storage);
    case ExpressionKind::binary:
      return binary(expression, storage);
    case ExpressionKind::concat:
      return concat(expression, storage);
    case ExpressionKind::parent_block:
      storage = parent_block_.render_parent_block(expression.range);
      return storage;
    default:
      return failed();
  }
}

const Value& Evaluator::make_list(const Expression& expression, Value& storage) {
  List items;
  items.reserve(expression.operands.size());
  for (const Expression& operand : expression.operands) {
    Value item_storage;
    items.push_back(evaluate(operand, item_storage));
  }
  storage = std::move(items);
  return storage;
}

const Value& Evaluator::make_map(const Expression& expression, Value& storage) {
  MapBuilder map;
  for (std::size_t i = 0; i + 1 < expression.operands.size(); i += 2) {
    Value value_storage;
    const Value& value = evaluate(expression.operands[i + 1], value_storage);
    map.set(*expression.operands[i].constant.text(), value);
  }
  storage = std::move(map).build();
  return storage;
}

bool Evaluator::evaluate_arguments(const Expression& filter, std::vector<Value>& arguments) {
  arguments.reserve(filter.operands.size() - 1);
  for (std::size_t i = 1; i < filter.operands.size(); ++i) {
    Value storage;
    const Value& argument = evaluate(filter.operands[i], storage);
    if (is_failed(argument)) return false;
    arguments.push_back(argument);
  }
  return true;
}

const Value& Evaluator::call_builtin_filter(const Expression& expression, Value& storage) {
  Value input_storage;
  std::vector<Value> arguments;
  const Value& input = evaluate(expression.operands[0], input_storage);
  if (is_failed(input) || !evaluate_arguments(expression, arguments)) return failed();
  Problem problem;
  storage = apply_filter(expression.filter, input, arguments, problem);
  const bool goes_through = input.is_list() && !context_.spend(input.items().size(), expression.range);
  return goes_through ? failed() : finish(expression, storage, problem);
}

const Value& Evaluator::call_own_filter(const Expression& expression, Value& storage) {
  Value input_storage;
  std::vector<Value> arguments;
  const Value& input = evaluate(expression.operands[0], input_storage);
  if (is_failed(input) || !evaluate_arguments(expression, arguments)) return failed();
  Problem problem;
  storage = context_.own_filter(expression.name)(input, arguments, problem.message);
  return finish(expression, storage, problem);
}

const Value& Evaluator::fall_back(const Expression& expression, Value& storage) {
  Problem problem;  // what is not there is what `default` is for
  const Value* found = find(expression.operands[0], storage, problem);
  if (found != nullptr && is_failed(*found)) return failed();
  bool replaces_false = false;
  if (expression.operands.size() > 2) {
    Value flag_storage;
    replaces_false = is_true(evaluate(expression.operands[2], flag_storage));
  }
  const bool is_good = found != nullptr && (!replaces_false || is_true(*found));
  return is_good ? *found : evaluate(expression.operands[1], storage);
}

const Value& Evaluator::test(const Expression& expression, Value& storage) {
  bool result = false;
  Value tested_storage;
  Problem problem;
  if (expression.test == Test::defined || expression.test == Test::undefined) {
    const bool is_there = find(expression.operands[0], tested_storage, problem) != nullptr;
    result = is_there == (expression.test == Test::defined);
  } else {
    const Value& value = evaluate(expression.operands[0], tested_storage);
    if (is_failed(value)) return failed();
    result = matches(expression.test, value, problem);
    if (problem.found()) return finish(expression, storage, problem);
  }
  storage = result != expression.negated;
  return storage;
}

const Value& Evaluator::choose(const Expression& expression, Value& storage) {
  Value condition_storage;
  if (is_true(evaluate(expression.operands[0], condition_storage))) return evaluate(expression.operands[1], storage);
  if (expression.operands.size() > 2) return evaluate(expression.operands[2], storage);
  storage = Value();
  return storage;
}

const Value& Evaluator::binary(const Expression& expression, Value& storage) {
  Value left_storage;
  Value right_storage;
  const Value& left = evaluate(expression.operands[0], left_storage);
  const Value& right = evaluate(expression.operands[1], right_storage);
  if (is_failed(left) || is_failed(right)) return failed();
  Problem problem;
  storage = operate(expression.operation, left, right, problem);
  return finish(expression, storage, problem);
}

const Value& Evaluator::negated(const Expression& expression, Value& storage) {
  Value operand_storage;
  const Value& operand = evaluate(expression.operands[0], operand_storage);
  if (is_failed(operand)) return failed();
  Problem problem;
  storage = negate(operand, problem);
  return finish(expression, storage, problem);
}

const Value& Evaluator::concat(const Expression& expression, Value& storage) {
  TextJoiner joiner;
  Problem problem;
  for (const Expression& operand : expression.operands) {
    Value part_storage;
    const Value& part = evaluate(operand, part_storage);
    if (is_failed(part)) return failed();
    if (!joiner.add(part))
      problem = {say("a {} cannot be put together as text", type_word(part)), say("join() makes text of a list")};
    if (joiner.size() > value_limit) problem.message = say("the text becomes too long");
    if (problem.found()) return finish(expression, storage, problem);
  }
  storage = std::move(joiner).result();
  return finish(expression, storage, problem);
}

// The end of every operation that can fail, or make large text.
const Value& Evaluator::finish(const Expression& expression, Value& storage, const Problem& problem) {
  if (problem.found()) {
    context_.report(expression.range, problem);
    return failed();
  }
  return context_.spend(cost_of(storage), expression.range) ? storage : failed();
}

}  // namespace vav::templates
