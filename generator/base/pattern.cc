#include "base/pattern.h"

#include <unicode/regex.h>

namespace vav {
namespace {

// ICU counts "steps" of some milliseconds each; a field's value that needs more is hostile.
constexpr int32_t most_steps = 200;

icu::UnicodeString unicode(std::string_view text) {
  return icu::UnicodeString::fromUTF8({text.data(), static_cast<int32_t>(text.size())});
}

}  // namespace

struct Pattern::Compiled {
  std::unique_ptr<icu::RegexPattern> pattern;
};

Pattern::Pattern(const std::string& expression) : expression_(expression) {
  UParseError where;
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<icu::RegexPattern> pattern(icu::RegexPattern::compile(unicode(expression), 0, where, status));
  if (U_SUCCESS(status)) compiled_ = std::make_shared<const Compiled>(Compiled{std::move(pattern)});
}

bool Pattern::fits(std::string_view text) const {
  UErrorCode status = U_ZERO_ERROR;
  const icu::UnicodeString subject = unicode(text);
  const std::unique_ptr<icu::RegexMatcher> matcher(compiled_->pattern->matcher(subject, status));
  if (U_FAILURE(status)) return false;
  matcher->setTimeLimit(most_steps, status);
  const bool fits = matcher->matches(status) != 0;
  return U_SUCCESS(status) && fits;
}

}  // namespace vav
