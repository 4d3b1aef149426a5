// A sentence for people, in each language that vav speaks. English stands in the code; Swedish in swedish.cc, found by
// the English text. tests/architecture finds a sentence that has no Swedish.
#pragma once

#include <concepts>
#include <fmt/format.h>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/value.h"

namespace vav {

struct Wording {
  std::string english;
  std::string swedish;

  bool empty() const { return english.empty(); }
  // "sv" gives Swedish, anything else English.
  const std::string& in(std::string_view language) const { return language == "sv" ? swedish : english; }

  friend bool operator==(const Wording&, const Wording&) = default;
};

// Words that are the same in every language: names, code, what a library or the system says.
Wording as_written(const std::string& text);

// One thing that a sentence names: text, a number, or a wording of its own.
class WordingArgument {
 public:
  WordingArgument(Wording words) : words_(std::move(words)) {}
  WordingArgument(std::string_view text) : words_{std::string(text), std::string(text)} {}
  WordingArgument(const std::string& text) : WordingArgument(std::string_view(text)) {}
  WordingArgument(const char* text) : WordingArgument(std::string_view(text)) {}
  WordingArgument(char character) : WordingArgument(std::string_view(&character, 1)) {}
  template <std::integral Number>
    requires(!std::same_as<Number, char> && !std::same_as<Number, bool>)
  WordingArgument(Number number) : WordingArgument(std::string_view(fmt::format_int(number).c_str())) {}

  const Wording& words() const { return words_; }

 private:
  Wording words_;
};

namespace wording {
Wording fill(std::string_view english, std::initializer_list<WordingArgument> arguments);
template <typename>
using Filled = std::string_view;  // every argument is text by the time it is put in
}  // namespace wording

// The sentence `english` with {} filled in, in every language. Braces of its own are written {{ and }}.
template <typename... Arguments>
Wording say(fmt::format_string<wording::Filled<Arguments>...> english, const Arguments&... arguments) {
  const fmt::string_view text = english;
  return wording::fill({text.data(), text.size()}, {WordingArgument(arguments)...});
}

// What a reader calls the type of a value: "text", "number", "list" …
Wording type_word(const Value& value);
// "did you mean 'x'?" for the candidate nearest to `word`, empty when none is near.
Wording did_you_mean(std::string_view word, const std::vector<std::string>& candidates);

// The Swedish for an English sentence with its {}; "" when there is none.
std::string_view swedish_for(std::string_view english);

}  // namespace vav
