#include "markdown/quotation_marks.h"

#include <algorithm>
#include <cstddef>
#include <vector>

#include "base/text.h"
#include "base/unicode.h"
#include "base/white_space.h"

namespace vav {
namespace {

constexpr std::u32string_view double_marks = U"\"”“„»«";
constexpr std::u32string_view opening_brackets = U"([{";
constexpr std::u32string_view closing_signs = U")]}.,;:!?";
// So far back marks are looked for, and further only when there is none: a paragraph may be as long as a file, with a
// citation in every line.
constexpr std::size_t most_bytes = 10000;

struct Character {
  char32_t code = 0;
  std::size_t begin = 0, end = 0;  // bytes
};

bool among(std::u32string_view characters, char32_t one) {
  return characters.find(one) != std::u32string_view::npos;
}

bool is_mark(const Character& one) {
  return among(double_marks, one.code);
}

std::vector<Character> seen_characters(std::string_view text) {
  std::vector<Character> all;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t begin = i;
    const char32_t code = decode_character(text, i);
    if (!is_without_width(code)) all.push_back({code, begin, i});
  }
  return all;
}

enum class Role { opens, closes, either };

// By what stands on both sides of the run of marks from `begin` to `end`; at the ends of the text, as beside a space.
Role role_of_run(const std::vector<Character>& all, std::size_t begin, std::size_t end) {
  const char32_t before = begin == 0 ? U' ' : all[begin - 1].code;
  const char32_t after = end == all.size() ? U' ' : all[end].code;
  const bool space_before = is_white_space(before), space_after = is_white_space(after);
  if (space_before != space_after) return space_before ? Role::opens : Role::closes;
  if (space_before) return Role::either;
  if (among(opening_brackets, before)) return Role::opens;
  if (among(closing_signs, after)) return Role::closes;
  const bool word_before = is_word_character(before), word_after = is_word_character(after);
  if (word_before == word_after) return Role::either;
  return word_before ? Role::closes : Role::opens;
}

// A mark with a space on both sides: the French write so, and no others.
Role role_by_shape(char32_t mark) {
  if (mark == U'«' || mark == U'„') return Role::opens;
  return mark == U'»' ? Role::closes : Role::either;
}

// The marks that are open before the last character, the outermost first: where each ends. When all are closed, the
// first mark of the text: something is wrong with the marks, and the words are checked all the same.
std::vector<std::size_t> open_marks(const std::vector<Character>& all) {
  std::vector<std::size_t> open;
  std::optional<std::size_t> first;
  const std::size_t last = all.size() - 1;
  for (std::size_t i = 0; i < last;) {
    std::size_t end = i;
    while (end < all.size() && is_mark(all[end])) ++end;
    const Role role = end == i ? Role::either : role_of_run(all, i, end);
    for (; i < std::min(end, last); ++i) {
      if (!first) first = all[i].end;
      Role own = role == Role::either ? role_by_shape(all[i].code) : role;
      if (own == Role::either) own = open.empty() ? Role::opens : Role::closes;
      if (own == Role::opens)
        open.push_back(all[i].end);
      else if (!open.empty())
        open.pop_back();
    }
    if (i < last) ++i;
  }
  if (open.empty() && first) open.push_back(*first);
  return open;
}

// Since the mark before the last one, however far back.
std::optional<ByteRange> words_since_mark_before(std::string_view text) {
  const std::vector<Character> all = seen_characters(text);
  const auto before = std::find_if(all.rbegin() + 1, all.rend(), is_mark);
  if (before == all.rend()) return std::nullopt;
  return ByteRange{before->end, all.back().begin};
}

}  // namespace

std::string_view without_unseen_end(std::string_view text) {
  std::size_t end = 0;
  for (std::size_t i = 0; i < text.size();) {
    const char32_t code = decode_character(text, i);
    if (!is_white_space(code) && !is_without_width(code)) end = i;
  }
  return text.substr(0, end);
}

std::optional<ByteRange> quoted_words_at_end(std::string_view text) {
  std::size_t start = text.size() - std::min(text.size(), most_bytes);
  while (start < text.size() && (static_cast<unsigned char>(text[start]) & 0xC0) == 0x80) ++start;
  const std::vector<Character> all = seen_characters(text.substr(start));
  if (all.empty() || !is_mark(all.back())) return std::nullopt;
  const std::vector<std::size_t> open = open_marks(all);
  if (open.empty() && start > 0) return words_since_mark_before(text);
  if (open.empty() || open.front() >= all.back().begin) return std::nullopt;
  return ByteRange{start + open.front(), start + all.back().begin};
}

}  // namespace vav
