#include "base/word_break.h"

#include "base/text.h"
#include "base/unicode.h"

namespace vav {

std::optional<WordBreak> parse_word_break(std::string_view written) {
  WordBreak word;
  const std::string composed = to_nfc(written);
  for (std::size_t at = 0; at < composed.size();) {
    const char32_t character = decode_character(composed, at);
    if (character == '|') {
      const std::size_t last = word.joints.empty() ? 0 : word.joints.back();
      if (word.letters.size() == last) return std::nullopt;
      word.joints.push_back(word.letters.size());
    } else if (is_word_character(character)) {
      word.letters += to_lower(character);
    } else {
      return std::nullopt;
    }
  }
  if (word.joints.empty() || word.joints.back() == word.letters.size()) return std::nullopt;
  return word;
}

}  // namespace vav
