// Expressions -> values.
#pragma once

#include <string>

#include "templates/render_context.h"

namespace vav::templates {

// super() in an expression: the one thing there that renders.
class ParentBlock {
 public:
  ParentBlock() = default;
  ParentBlock(const ParentBlock&) = delete;
  ParentBlock& operator=(const ParentBlock&) = delete;
  ParentBlock(ParentBlock&&) = delete;
  ParentBlock& operator=(ParentBlock&&) = delete;
  virtual ~ParentBlock() = default;
  virtual Markup render_parent_block(Range range) = 0;
};

// Evaluating gives a reference: to the data, to a bound value, to a constant of the template, or to `storage`, which
// the caller brings. So nothing is copied that is there already.
class Evaluator {
 public:
  Evaluator(RenderContext& context, ParentBlock& parent_block) : context_(context), parent_block_(parent_block) {}

  // After a finding: failed(), which no operation complains about a second time.
  const Value& evaluate(const Expression& expression, Value& storage);

  static const Value& failed() { return failed_value; }
  static bool is_failed(const Value& value) { return &value == &failed_value; }

 private:
  // nullptr when there is no such name, key or item; whether that is a finding is up to the caller.
  const Value* find(const Expression& expression, Value& storage, Problem& problem);
  const Value* find_name(const Expression& expression, Value& storage, Problem& problem);
  const Value* find_part(const Expression& expression, Value& storage, Problem& problem);
  const Value* find_end(const Expression& expression, Value& storage);
  const Value* loop_part(const std::string& key, Value& storage, Problem& problem) const;
  Value loop_value() const;

  const Value& compute(const Expression& expression, Value& storage);
  const Value& make_list(const Expression& expression, Value& storage);
  const Value& make_map(const Expression& expression, Value& storage);
  const Value& call_builtin_filter(const Expression& expression, Value& storage);
  const Value& call_own_filter(const Expression& expression, Value& storage);
  bool evaluate_arguments(const Expression& filter, std::vector<Value>& arguments);
  const Value& fall_back(const Expression& expression, Value& storage);
  const Value& test(const Expression& expression, Value& storage);
  const Value& choose(const Expression& expression, Value& storage);
  const Value& binary(const Expression& expression, Value& storage);
  const Value& negated(const Expression& expression, Value& storage);
  const Value& concat(const Expression& expression, Value& storage);
  const Value& finish(const Expression& expression, Value& storage, const Problem& problem);

  static const Value failed_value;

  RenderContext& context_;
  ParentBlock& parent_block_;
};

}  // namespace vav::templates
