#include <algorithm>
#include <array>

#include "base/unicode.h"
#include "typography/rules.h"

namespace vav {
namespace {

using Words = std::span<const std::string_view>;

constexpr std::array<std::string_view, 12> swedish_months = {"januari",   "februari", "mars",     "april",
                                                             "maj",       "juni",     "juli",     "augusti",
                                                             "september", "oktober",  "november", "december"};
constexpr std::array<std::string_view, 24> swedish_before = {
    "s.",   "ss.",  "sid.", "sidan", "kl.",   "kl",   "nr",    "nr.",  "kap.", "art.", "artikel", "p.",
    "bil.", "fig.", "tab.", "st.",   "prop.", "bet.", "rskr.", "dir.", "SFS",  "SOU",  "§",       "§§"};
constexpr std::array<std::string_view, 17> after = {"%",  "‰",  "§",   "§§",  "€",    "°",    "°C",   "kr", "kronor",
                                                    "kg", "km", "tkr", "mkr", "mnkr", "mdkr", "kap.", "mm"};
constexpr std::array<std::string_view, 17> swedish_pairs = {"t. ex.", "bl. a.", "m. m.",  "m. fl.", "d. v.", "v. s.",
                                                            "o. s.",  "s. v.",  "fr. o.", "t. o.",  "o. m.", "o. d.",
                                                            "s. k.",  "f. d.",  "e. d.",  "p. g.",  "g. a."};

constexpr std::array<std::string_view, 12> english_months = {"January",   "February", "March",    "April",
                                                             "May",       "June",     "July",     "August",
                                                             "September", "October",  "November", "December"};
constexpr std::array<std::string_view, 11> english_before = {"p.",   "pp.",  "no.", "nos.", "ch.", "fig.",
                                                             "vol.", "art.", "s.",  "§",    "§§"};
constexpr std::array<std::string_view, 4> english_pairs = {"e. g.", "i. e.", "a. m.", "p. m."};

// Whether the flow says `word` from `begin` on. Words are compared as they are written, or with a capital first.
bool says(const Flow& flow, std::size_t begin, std::string_view word) {
  std::size_t at_byte = 0, i = begin;
  while (at_byte < word.size()) {
    // All words above are of one or two bytes a character, or three.
    const auto lead = static_cast<unsigned char>(word[at_byte]);
    const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : 3;
    char32_t character = length == 1 ? lead : lead & (0xFFU >> (length + 1));
    for (std::size_t k = 1; k < length; ++k)
      character = character << 6 | (static_cast<unsigned char>(word[at_byte + k]) & 0x3FU);
    at_byte += length;
    const char32_t found = at(flow, i);
    const bool capital = i == begin && character >= 'a' && character <= 'z' && found == character - 32;
    if (found != character && !capital) return false;
    ++i;
  }
  return true;
}

std::size_t length_of(std::string_view word) {
  return static_cast<std::size_t>(std::ranges::count_if(word, [](char c) { return (c & '\xC0') != '\x80'; }));
}

bool ends_with(const Flow& flow, std::size_t end, Words words) {
  return std::ranges::any_of(words, [&](std::string_view word) {
    const std::size_t length = length_of(word);
    return end >= length && says(flow, end - length, word) && opens(before(flow, end - length));
  });
}

bool begins_with(const Flow& flow, std::size_t begin, Words words) {
  return std::ranges::any_of(words, [&](std::string_view word) {
    return says(flow, begin, word) && !is_word_character(at(flow, begin + length_of(word)));
  });
}

std::size_t digits_before(const Flow& flow, std::size_t end) {
  std::size_t begin = end;
  while (begin > 0 && is_digit(flow[begin - 1].value)) --begin;
  return begin;
}

// The space in 10 000: one to three digits before, three after.
bool parts_thousands(const Flow& flow, std::size_t space) {
  const std::size_t begin = digits_before(flow, space);
  const std::size_t count = space - begin;
  if (count == 0 || count > 3) return false;
  const char32_t first = before(flow, begin);
  const bool starts = opens(first) || first == 0x2013 || first == '-' || first == '+' || first == 0x2212;
  const bool follows_group = count == 3 && is_space(first) && begin >= 2 && is_digit(flow[begin - 2].value);
  if (!starts || (flow[begin].value == '0' && !follows_group)) return false;
  std::size_t end = space + 1;
  while (is_digit(at(flow, end))) ++end;
  return end - space == 4;
}

bool is_day(const Flow& flow, std::size_t end) {
  const std::size_t begin = digits_before(flow, end);
  if (begin == end || end - begin > 2) return false;
  const char32_t first = before(flow, begin);
  char32_t day = flow[begin].value - U'0';
  if (end - begin == 2) day = day * 10 + (flow[begin + 1].value - U'0');
  return day >= 1 && day <= 31 && (opens(first) || first == 0x2013 || first == '-');
}

bool is_pair(const Flow& flow, std::size_t space, Words pairs) {
  return std::ranges::any_of(pairs, [&](std::string_view pair) {
    const std::size_t middle = pair.find(' ');
    const std::array<std::string_view, 1> first = {pair.substr(0, middle)}, second = {pair.substr(middle + 1)};
    return ends_with(flow, space, first) && begins_with(flow, space + 1, second);
  });
}

bool binds(const Flow& flow, std::size_t space, const SpaceRules& rules) {
  const char32_t last = before(flow, space), next = at(flow, space + 1);
  if (is_digit(last)) {
    return (is_digit(next) && parts_thousands(flow, space)) || begins_with(flow, space + 1, rules.after_numbers) ||
           (is_day(flow, space) && begins_with(flow, space + 1, rules.months));
  }
  if (is_digit(next)) return ends_with(flow, space, rules.before_numbers);
  return last == '.' && is_pair(flow, space, rules.word_pairs);
}

}  // namespace

const SpaceRules& swedish_spaces() {
  static constexpr SpaceRules rules{swedish_months, swedish_before, after, swedish_pairs};
  return rules;
}

const SpaceRules& english_spaces() {
  static constexpr SpaceRules rules{english_months, english_before, after, english_pairs};
  return rules;
}

void set_spaces(Flow& flow, const SpaceRules& rules) {
  for (std::size_t i = 1; i + 1 < flow.size(); ++i) {
    if (is_plain_space(flow[i].value) && !flow[i].fixed && binds(flow, i, rules)) flow[i].value = no_break_space;
  }
}

}  // namespace vav
