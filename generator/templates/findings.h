// From a place in a template's bytes to a finding for its author.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "templates/syntax_tree.h"

namespace vav::templates {

// Of one template's syntax, and of one render: a place costs a walk through the text, so a million of them would cost
// hours.
constexpr int most_findings = 200;

// Line, column and length in characters. REQUIRES: `text` is valid UTF-8 and holds the range.
Place place_of(std::string_view text, Range range);

// What is wrong with one template's syntax. Stops listening when nobody would read on.
class SyntaxFindings {
 public:
  SyntaxFindings(const Template& source, Diagnostics& diagnostics) : source_(source), diagnostics_(diagnostics) {}

  void add(Range range, Wording message, Wording hint = {});
  std::string_view text_of(Range range) const {
    return std::string_view(source_.text).substr(range.offset, range.length);
  }
  int line_of(Range range) const { return place_of(source_.text, range).line; }

 private:
  const Template& source_;
  Diagnostics& diagnostics_;
  int count_ = 0;
};

}  // namespace vav::templates
