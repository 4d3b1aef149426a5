#include "evidence/word_search.h"

#include <algorithm>
#include <unordered_map>

#include "base/text.h"
#include "base/unicode.h"
#include "evidence/normal_text.h"

namespace vav {
namespace {

constexpr std::string_view omissions[] = {"[...]", "(...)", "[ ... ]", "( ... )"};
constexpr std::string_view signs_at_ends = ".,;:!?()[]";
// Of stretches that are equally near, so many are looked at more closely.
constexpr int most_looks = 200;

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

bool stands_at(const Words& text, const Words& piece, std::size_t at) {
  const std::size_t count = piece.compared.size();
  for (std::size_t i = 0; i < count; ++i) {
    if (!same_word(text.compared[at + i], piece.compared[i], i == 0, i + 1 == count)) return false;
  }
  return true;
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

// Quotation marks, and hyphens, stand for nothing; an apostrophe within a word does.
std::string compared_form(std::string_view word) {
  std::string form = replace_all(replace_all(word, "-", ""), "\"", "");
  const std::size_t begin = form.find_first_not_of('\'');
  if (begin == std::string::npos) return "";
  return form.substr(begin, form.find_last_not_of('\'') + 1 - begin);
}

}  // namespace

Words words_of(std::string_view text) {
  Words words;
  bool joins = false;  // the word before ends in a hyphen
  const std::string normal = normal_text(text);
  for (const std::string_view shown : split(normal, ' ')) {
    if (shown.empty()) continue;
    const std::string compared = compared_form(shown);
    if (compared.empty()) continue;
    if (joins) {
      words.compared.back() += compared;
      words.shown.back() += " " + std::string(shown);
    } else {
      words.compared.push_back(compared);
      words.shown.emplace_back(shown);
    }
    joins = shown.back() == '-';
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

std::optional<std::size_t> find_piece(const Words& text, const Words& piece, std::size_t from) {
  const std::size_t count = piece.compared.size();
  for (std::size_t at = from; at + count <= text.compared.size(); ++at) {
    if (stands_at(text, piece, at)) return at;
  }
  return std::nullopt;
}

Nearest find_nearest(const Words& text, const Words& piece) {
  const std::size_t count = std::min(piece.compared.size(), text.compared.size());
  const auto begin = count == 0 ? std::nullopt : nearest_stretch(text, piece, count);
  if (!begin) return {};
  Nearest nearest{.text = joined(text, *begin, count), .quoted = {}, .stands = {}};
  for (std::size_t i = 0; i < count && count == piece.compared.size(); ++i) {
    if (same_word(text.compared[*begin + i], piece.compared[i], i == 0, i + 1 == count)) continue;
    nearest.quoted = piece.shown[i];
    nearest.stands = text.shown[*begin + i];
    break;
  }
  return nearest;
}

}  // namespace vav
