#include "markdown/sentences.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "base/unicode.h"

namespace vav {

namespace {

constexpr std::size_t npos = std::string_view::npos;
constexpr std::size_t most_characters = 300;
// Bytes searched for the bounds of a sentence at each side: more than is ever shown.
constexpr std::size_t farthest_bound = 700;

bool is_continuation(char c) {
  return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}
bool is_space(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

std::string_view character_at(std::string_view text, std::size_t offset) {
  std::size_t end = offset + 1;
  while (end < text.size() && is_continuation(text[end])) ++end;
  return text.substr(offset, end - offset);
}

bool is_quote(std::string_view character) {
  constexpr std::array<std::string_view, 8> quotes = {"\"", "'", "”", "“", "»", "«", "’", "–"};
  return std::ranges::find(quotes, character) != quotes.end();
}

bool starts_sentence(std::string_view character) {
  if (character.size() == 1) {
    const char c = character[0];
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || c == '"' || c == '\'';
  }
  return is_quote(character) || to_lower(character) != character;
}

// The word that ends just before `dot`, without quotes and brackets before it.
std::string_view word_before(std::string_view text, std::size_t dot) {
  std::size_t start = dot;
  while (start > 0 && !is_space(text[start - 1]) && dot - start < 40) --start;
  const std::string_view word = text.substr(start, dot - start);
  const std::size_t letter = word.find_first_not_of("(\"'[");
  return letter == npos ? word : word.substr(letter);
}

// "t.ex." and "8." do not end a sentence, "2025." does; nor does an initial ("A. Ek").
bool is_abbreviation(std::string_view word) {
  constexpr std::array<std::string_view, 38> abbreviations = {
      "t.ex", "bl.a",   "m.fl",  "m.m", "kl",  "dnr",  "s",    "nr",  "ca",   "dvs", "osv",  "o.s.v", "d.v.s",
      "f.d",  "fr.o.m", "t.o.m", "o.d", "s.k", "prop", "bet",  "jfr", "resp", "kap", "st",   "etc",   "e.g",
      "i.e",  "p",      "pp",    "no",  "vol", "dr",   "prof", "sid", "tel",  "ev",  "inkl", "exkl"};
  if (word.empty()) return false;
  if (std::ranges::all_of(word, [](char c) { return c >= '0' && c <= '9'; })) return word.size() <= 2;
  if (character_at(word, 0).size() == word.size()) return to_lower(word) != word || word == "s" || word == "p";
  return std::ranges::find(abbreviations, to_lower(word)) != abbreviations.end();
}

// The start of the next sentence when one ends with the character at `at`; npos = none does. `number_ends`: so does
// "träff 2." before a capital.
std::size_t next_sentence(std::string_view text, std::size_t at, bool number_ends = false) {
  const char c = text[at];
  if (c != '.' && c != '!' && c != '?') return npos;
  const std::string_view word = c == '.' ? word_before(text, at) : std::string_view();
  const bool number = number_ends && !word.empty() && word.find_first_not_of("0123456789") == npos;
  if (c == '.' && !number && is_abbreviation(word)) return npos;
  std::size_t next = at + 1;
  while (next < text.size() && (text[next] == ')' || is_quote(character_at(text, next))))
    next += character_at(text, next).size();
  const std::size_t space = next;
  while (next < text.size() && is_space(text[next])) ++next;
  if (next == space || next == text.size()) return npos;
  return starts_sentence(character_at(text, next)) ? next : npos;
}

// Forward from `begin` by at most `count` characters, back to the end of a word.
std::size_t cut_forward(std::string_view text, std::size_t begin, std::size_t count) {
  std::size_t at = begin;
  for (; count > 0 && at < text.size(); --count) at += character_at(text, at).size();
  if (at == text.size()) return at;
  std::size_t word = at;
  while (word > begin && !is_space(text[word])) --word;
  return word > begin ? word : at;
}

std::size_t cut_backward(std::string_view text, std::size_t end, std::size_t count) {
  std::size_t at = end;
  for (; count > 0 && at > 0; --count) {
    --at;
    while (at > 0 && is_continuation(text[at])) --at;
  }
  if (at == 0) return 0;
  std::size_t word = at;
  while (word < end && !is_space(text[word - 1])) ++word;
  return word;
}

}  // namespace

std::string sentence_around(std::string_view text, std::size_t begin, std::size_t end) {
  const std::size_t floor = begin > farthest_bound ? begin - farthest_bound : 0;
  std::size_t first = floor;
  while (first > 0 && first < begin && is_continuation(text[first])) ++first;
  for (std::size_t at = begin; at-- > floor;) {
    const std::size_t next = next_sentence(text, at);
    if (next == npos || next > begin) continue;
    first = next;
    break;
  }
  std::size_t last = std::min(text.size(), end + farthest_bound);
  // The link itself may end the sentence ("Se [[Vad nu?]] Sedan"), so its last character counts.
  for (std::size_t at = end > begin ? end - 1 : end; at < last; ++at) {
    if (next_sentence(text, at) == npos) continue;
    last = text.find_first_of(" \t\r\n", at);
    break;
  }
  while (last > end && last < text.size() && is_continuation(text[last])) --last;

  const std::string_view sentence = text.substr(first, last - first);
  if (count_characters(sentence) <= most_characters) return collapse_spaces(sentence);
  const std::size_t link = std::min(count_characters(text.substr(begin, end - begin)), most_characters);
  const std::size_t before = count_characters(text.substr(first, begin - first));
  const std::size_t after = count_characters(text.substr(end, last - end));
  // Half of the room at each side; what one side does not need, the other gets.
  const std::size_t room = most_characters - link;
  const std::size_t ahead = std::min(after, std::max(room / 2, room - std::min(room, before)));
  const std::size_t from = first + cut_backward(sentence, begin - first, room - ahead);
  const std::size_t to = first + cut_forward(sentence, begin - first, link + ahead);
  return (from > first ? "…" : "") + collapse_spaces(text.substr(from, to - from)) + (to < last ? "…" : "");
}

std::vector<ByteRange> split_sentences(std::string_view text) {
  std::vector<ByteRange> sentences;
  const auto add = [&](std::size_t begin, std::size_t end) {
    while (begin < end && is_space(text[begin])) ++begin;
    while (end > begin && is_space(text[end - 1])) --end;
    if (begin < end) sentences.push_back({begin, end});
  };
  std::size_t begin = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const std::size_t next = next_sentence(text, at, true);
    if (next == npos) continue;
    add(begin, next);
    begin = next;
  }
  add(begin, text.size());
  return sentences;
}

}  // namespace vav
