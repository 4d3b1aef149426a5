#include "diagnostics/wording.h"

#include <fmt/args.h>

#include "base/text.h"

namespace vav {
namespace {

std::string filled(std::string_view sentence, std::initializer_list<WordingArgument> arguments,
                   std::string_view language) {
  fmt::dynamic_format_arg_store<fmt::format_context> store;
  for (const WordingArgument& argument : arguments) store.push_back(argument.words().in(language));
  return fmt::vformat(fmt::string_view(sentence.data(), sentence.size()), store);
}

}  // namespace

Wording as_written(const std::string& text) {
  return {text, text};
}

Wording wording::fill(std::string_view english, std::initializer_list<WordingArgument> arguments) {
  const std::string_view swedish = swedish_for(english);
  return {filled(english, arguments, "en"), filled(swedish.empty() ? english : swedish, arguments, "sv")};
}

Wording type_word(const Value& value) {
  const std::string_view english = value.type_name();
  const std::string_view swedish = swedish_for(english);
  return {std::string(english), std::string(swedish.empty() ? english : swedish)};
}

Wording did_you_mean(std::string_view word, const std::vector<std::string>& candidates) {
  // The distance of two words costs the product of their lengths: a hostile "name" of a megabyte gets no advice.
  constexpr std::size_t longest_word = 80;
  if (word.size() > longest_word) return {};
  const auto near = nearest(word, candidates);
  return near ? say("did you mean '{}'?", *near) : Wording{};
}

}  // namespace vav
