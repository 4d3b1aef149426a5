// What needs Unicode's tables: normalisation, case, order. ICU 72 (Unicode 15.0), always the root or a named locale,
// never the machine's.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace vav {

// Normalisation form C. REQUIRES: valid UTF-8.
std::string to_nfc(std::string_view text);
// Full lower-casing of the root locale.
std::string to_lower(std::string_view text);
// One character for one: "ß" and "İ" stay single.
char32_t to_lower(char32_t character);
// A letter, a digit, or a mark upon one: what words are made of.
bool is_word_character(char32_t character);
// Upper-cases the first character only.
std::string capitalize(std::string_view text);
// Lower-cased, decomposed and without combining marks: "UKÄ" -> "uka". For tolerant look-up of names.
std::string fold(std::string_view text);

std::u16string to_utf16(std::string_view text);
// Lone surrogates become U+FFFD.
std::string to_utf8(std::u16string_view text);

// A part of a web address from any text: å ä -> a, ö -> o, é -> e (marks off), lower case, everything but a-z 0-9
// becomes one "-".
std::string to_slug(std::string_view text);

// Order of words in a language as ICU (CLDR) has it: "sv" puts å ä ö after z. One collator may be used by several
// threads.
class Collator {
 public:
  explicit Collator(const std::string& language);
  ~Collator();
  Collator(Collator&&) noexcept;
  Collator& operator=(Collator&&) noexcept;
  Collator(const Collator&) = delete;
  Collator& operator=(const Collator&) = delete;

  // A byte string whose memcmp order is the order of the texts.
  std::string sort_key(std::string_view text) const;
  // The heading under which a register lists the text: its first letter, upper-cased ("É" -> "E", "w" -> "W"), or "#"
  // for anything else.
  std::string register_letter(std::string_view text) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace vav
