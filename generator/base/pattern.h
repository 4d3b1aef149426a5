// Regular expressions over Unicode text (ICU's syntax, which JavaScript's and JSON Schema's share in what schemas use).
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace vav {

// Immutable once made; any number of threads may match with one.
class Pattern {
 public:
  // valid() is false when `expression` is no regular expression.
  explicit Pattern(const std::string& expression);

  bool valid() const { return compiled_ != nullptr; }
  const std::string& expression() const { return expression_; }
  // Whether the whole text fits. A match that takes too long (an expression that backtracks without end) does not fit.
  // REQUIRES: valid() and valid UTF-8.
  bool fits(std::string_view text) const;

 private:
  struct Compiled;
  std::string expression_;
  std::shared_ptr<const Compiled> compiled_;
};

}  // namespace vav
