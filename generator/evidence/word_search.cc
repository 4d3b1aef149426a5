#include "evidence/word_search.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <utility>

#include "base/text.h"
#include "base/unicode.h"
#include "evidence/normal_text.h"

namespace vav {
namespace {

constexpr std::string_view omissions[] = {"[...]", "(...)", "[ ... ]", "( ... )"};
constexpr std::string_view signs_at_ends = ".,;:!?()[]";
// Of stretches that are equally near, so many are looked at more closely.
constexpr int most_looks = 200;
// A word is divided over so many lines at most.
constexpr std::size_t most_parts = 3;
// In so many ways at most words are joined to others at a time: a text of hyphens alone must not take for ever.
constexpr std::size_t most_ways = 16;

std::string_view without_signs(std::string_view word, bool at_start, bool at_end) {
  std::string_view inner = word;
  while (at_start && !inner.empty() && signs_at_ends.find(inner.front()) != std::string_view::npos)
    inner.remove_prefix(1);
  while (at_end && !inner.empty() && signs_at_ends.find(inner.back()) != std::string_view::npos) inner.remove_suffix(1);
  return inner.empty() ? word : inner;
}

// Whether two words are the same where they stand: the first of a piece whatever the case of its first letter, and
// without the signs before it; the last without the signs after it.
bool same_word(std::string_view text, std::string_view piece, bool first, bool last) {
  if (text == piece) return true;
  if (!first && !last) return false;
  text = without_signs(text, first, last);
  piece = without_signs(piece, first, last);
  return text == piece || (first && capitalize(text) == capitalize(piece));
}

// Quotation marks stand for nothing, and so do hyphens, but for those before a digit; an apostrophe within a word does.
std::string compared_form(std::string_view word) {
  std::string form;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const bool before_digit = i + 1 < word.size() && word[i + 1] >= '0' && word[i + 1] <= '9';
    if (word[i] != '"' && (word[i] != '-' || before_digit)) form += word[i];
  }
  const std::size_t begin = form.find_first_not_of('\'');
  if (begin == std::string::npos) return "";
  return form.substr(begin, form.find_last_not_of('\'') + 1 - begin);
}

// The word, and with it those in which it goes on.
std::string one_word(const Words& words, std::size_t begin, std::size_t count) {
  if (count == 1) return words.compared[begin];
  std::string all;
  for (std::size_t i = begin; i < begin + count; ++i) all += words.shown[i];
  return compared_form(all);
}

// How many words at most are one that starts at `word`.
std::size_t longest_word(const Words& words, std::size_t word) {
  std::size_t count = 1;
  while (count < most_parts && words.may_go_on(word + count - 1)) ++count;
  return count;
}

// Places of words in a text, from each of which the rest of a piece may go on.
using Places = std::vector<std::size_t>;

void add_place(Places& places, std::size_t one) {
  if (places.size() < most_ways && std::ranges::find(places, one) == places.end()) places.push_back(one);
}

bool differs_at_once(const Words& text, std::size_t at, const Words& piece) {
  return !text.may_go_on(at) && !piece.may_go_on(0) &&
         !same_word(text.compared[at], piece.compared[0], true, piece.size() == 1);
}

// Where the piece ends in the text, when it stands there at `at`; nothing when it does not.
std::optional<std::size_t> end_of_piece(const Words& text, std::size_t at, const Words& piece) {
  if (differs_at_once(text, at, piece)) return std::nullopt;
  std::array<Places, most_parts + 1> ahead;  // by the word of the piece that is next, modulo their number
  const auto next = [&](std::size_t word) -> Places& { return ahead[word % ahead.size()]; };
  next(0).push_back(at);
  for (std::size_t word = 0; word < piece.size(); ++word) {
    const Places here = std::exchange(next(word), {});
    for (const std::size_t place : here) {
      if (place >= text.size()) continue;
      for (std::size_t of_text = 1; of_text <= longest_word(text, place); ++of_text) {
        for (std::size_t of_piece = 1; of_piece <= longest_word(piece, word); ++of_piece) {
          if (same_word(one_word(text, place, of_text), one_word(piece, word, of_piece), word == 0,
                        word + of_piece == piece.size()))
            add_place(next(word + of_piece), place + of_text);
        }
      }
    }
  }
  const Places& ends = next(piece.size());
  return ends.empty() ? std::nullopt : std::optional(ends.front());
}

std::string joined(const Words& text, std::size_t begin, std::size_t count) {
  std::string all;
  for (std::size_t i = begin; i < begin + count; ++i) all += (all.empty() ? "" : " ") + text.shown[i];
  return all;
}

// A word without the signs around it, in lower case: what makes a stretch near.
std::string core(std::string_view word) {
  return to_lower(without_signs(word, true, true));
}

std::size_t words_in_place(const Words& text, const Words& piece, std::size_t begin, std::size_t count) {
  std::size_t same = 0;
  for (std::size_t i = 0; i < count; ++i) same += core(text.compared[begin + i]) == core(piece.compared[i]) ? 1 : 0;
  return same;
}

// Where the stretch of `count` words begins that has the most of the piece's words, each as often as the piece has it,
// and of those the most in the piece's order; nothing when none has a third of them.
std::optional<std::size_t> nearest_stretch(const Words& text, const Words& piece, std::size_t count) {
  std::unordered_map<std::string, int> wanted;
  for (const std::string& word : piece.compared) ++wanted[core(word)];
  std::vector<int*> at(text.compared.size());
  for (std::size_t i = 0; i < at.size(); ++i) {
    const auto found = wanted.find(core(text.compared[i]));
    at[i] = found == wanted.end() ? nullptr : &found->second;
  }
  std::size_t best = 0, best_in_place = 0;
  std::ptrdiff_t common = 0, most = -1;
  int looks = most_looks;
  for (std::size_t end = 0; end < at.size(); ++end) {
    if (at[end] && (*at[end])-- > 0) ++common;
    if (end >= count && at[end - count] && ++*at[end - count] > 0) --common;
    if (end + 1 < count || common < most || (common == most && looks-- <= 0)) continue;
    const std::size_t begin = end + 1 - count;
    const std::size_t in_place = words_in_place(text, piece, begin, count);
    if (common == most && in_place <= best_in_place) continue;
    most = common;
    best = begin;
    best_in_place = in_place;
  }
  if (most * 3 < static_cast<std::ptrdiff_t>(piece.compared.size()) || most <= 0) return std::nullopt;
  return best;
}

// Every word that ends in a hyphen goes on in the next: so the nearest stretch of words is told as readers see it.
Words with_ends_of_lines_joined(const Words& words) {
  Words whole;
  for (std::size_t i = 0; i < words.size();) {
    std::size_t count = 1;
    while (words.may_go_on(i + count - 1)) ++count;
    whole.compared.push_back(one_word(words, i, count));
    whole.shown.push_back(joined(words, i, count));
    i += count;
  }
  return whole;
}

}  // namespace

Words words_of(std::string_view text) {
  Words words;
  const std::string normal = normal_text(text);
  for (const std::string_view shown : split(normal, ' ')) {
    if (shown.empty()) continue;
    std::string compared = compared_form(shown);
    if (compared.empty()) continue;
    words.compared.push_back(std::move(compared));
    words.shown.emplace_back(shown);
  }
  return words;
}

std::vector<Words> pieces_of(std::string_view quotation) {
  std::string text = normal_text(quotation);
  for (const std::string_view omission : omissions) text = replace_all(text, omission, "\n");
  std::vector<Words> pieces;
  for (const std::string_view piece : split(text, '\n')) {
    Words words = words_of(piece);
    if (!words.compared.empty()) pieces.push_back(std::move(words));
  }
  return pieces;
}

std::optional<WordRange> find_piece(const Words& text, const Words& piece, std::size_t from) {
  for (std::size_t at = from; at < text.size(); ++at) {
    if (const auto end = end_of_piece(text, at, piece)) return WordRange{at, *end};
  }
  return std::nullopt;
}

Nearest find_nearest(const Words& all_text, const Words& whole_piece) {
  const Words text = with_ends_of_lines_joined(all_text);
  const Words piece = with_ends_of_lines_joined(whole_piece);
  const std::size_t count = std::min(piece.size(), text.size());
  const auto begin = count == 0 ? std::nullopt : nearest_stretch(text, piece, count);
  if (!begin) return {};
  Nearest nearest{.text = joined(text, *begin, count), .quoted = {}, .stands = {}};
  for (std::size_t i = 0; i < count && count == piece.size(); ++i) {
    if (same_word(text.compared[*begin + i], piece.compared[i], i == 0, i + 1 == count)) continue;
    nearest.quoted = piece.shown[i];
    nearest.stands = text.shown[*begin + i];
    break;
  }
  return nearest;
}

}  // namespace vav
