#include "base/unicode.h"
#include "typography/rules.h"

namespace vav {
namespace {

bool is_of_word(char32_t c) {
  return c == soft_hyphen || is_word_character(c);
}

struct Word {
  std::size_t begin = 0, end = 0;
  bool untouched = true;  // no part of an address, without soft hyphens of its own
};

Word word_at(const Flow& flow, std::size_t begin) {
  Word word{begin, begin};
  for (; word.end < flow.size() && is_of_word(flow[word.end].value); ++word.end)
    word.untouched = word.untouched && !flow[word.end].fixed && flow[word.end].value != soft_hyphen;
  return word;
}

bool begins_with(const Flow& flow, const Word& word, std::u32string_view letters) {
  if (word.end - word.begin < letters.size()) return false;
  for (std::size_t i = 0; i < letters.size(); ++i)
    if (to_lower(flow[word.begin + i].value) != letters[i]) return false;
  return true;
}

const WordBreak* find_break(const Flow& flow, const Word& word, std::span<const WordBreak> breaks) {
  const WordBreak* found = nullptr;
  for (const WordBreak& one : breaks) {
    const bool is_longer = found == nullptr || one.letters.size() > found->letters.size();
    if (is_longer && begins_with(flow, word, one.letters)) found = &one;
  }
  return found;
}

}  // namespace

void set_breaks(const Flow& flow, std::span<const WordBreak> breaks, std::vector<Edit>& edits) {
  for (std::size_t i = 0; i < flow.size();) {
    const Word word = word_at(flow, i);
    const WordBreak* found = word.untouched ? find_break(flow, word, breaks) : nullptr;
    if (found != nullptr) {
      for (const std::size_t joint : found->joints) edits.push_back({flow[i + joint].begin, 0, soft_hyphen});
    }
    i = word.end + 1;
  }
}

}  // namespace vav
