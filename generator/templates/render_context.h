// What one render carries around: the scope, the template at work, the findings, and how much work is left.
#pragma once

#include <set>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "templates/compiled.h"
#include "templates/operations.h"
#include "templates/scope.h"
#include "templates/template_set.h"

namespace vav::templates {

// Of the innermost loop.
struct LoopState {
  std::size_t index = 0;
  std::size_t length = 0;
};

class RenderContext {
 public:
  RenderContext(const CompiledTemplates& compiled, const Value& data, const FilterTable& filters,
                Diagnostics& diagnostics);

  const CompiledTemplates& compiled() const { return compiled_; }
  Scope& scope() { return scope_; }
  const Scope& scope() const { return scope_; }
  const Filter& own_filter(NameId index) const { return *own_filters_[index]; }

  // The template whose text the statement at work comes from.
  const Template* current = nullptr;
  const LoopState* loop = nullptr;

  // One finding for each place and id, however often a loop comes by; after most_findings the render stops.
  void report(std::string_view id, Range range, Wording message, Wording hint = {});
  void report(Range range, const Problem& problem);

  // Guards against templates that never end: false, after a finding, when the render is to stop.
  bool enter(Range range) {
    if (++depth_ > depth_limit) stop_too_deep(range);
    return !stopped_;
  }
  void leave() { --depth_; }
  bool spend(std::size_t steps, Range range) {
    if (steps > steps_left_) stop_too_long(range);
    if (!stopped_) steps_left_ -= steps;
    return !stopped_;
  }
  void stop(Range range, Wording message, Wording hint);

 private:
  // Levels of tags and expressions over all templates taking part. A page of ours has about thirty; the stack bears ten
  // times this.
  static constexpr int depth_limit = 600;
  // Statements, items and, in units of 64 bytes, text that is made: a second of work, a thousand times what the largest
  // page needs.
  static constexpr std::size_t step_limit = 20'000'000;

  void stop_too_deep(Range range);
  void stop_too_long(Range range);

  const CompiledTemplates& compiled_;
  Diagnostics& diagnostics_;
  Scope scope_;
  std::vector<const Filter*> own_filters_;
  std::set<std::tuple<const Template*, std::uint32_t, std::string_view>> reported_;
  int depth_ = 0;
  std::size_t steps_left_ = step_limit;
  bool stopped_ = false;
};

}  // namespace vav::templates
