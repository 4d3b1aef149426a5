#include "search/english_stemmer.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>
#include <string_view>
#include <utility>

namespace vav {
namespace {

using std::u16string_view;

struct Rule {
  u16string_view suffix;
  u16string_view replacement;
};

constexpr std::array<Rule, 21> step_2 = {
    {{u"ational", u"ate"}, {u"tional", u"tion"}, {u"enci", u"ence"}, {u"anci", u"ance"}, {u"izer", u"ize"},
     {u"bli", u"ble"},     {u"alli", u"al"},     {u"entli", u"ent"}, {u"eli", u"e"},     {u"ousli", u"ous"},
     {u"ization", u"ize"}, {u"ation", u"ate"},   {u"ator", u"ate"},  {u"alism", u"al"},  {u"iveness", u"ive"},
     {u"fulness", u"ful"}, {u"ousness", u"ous"}, {u"aliti", u"al"},  {u"iviti", u"ive"}, {u"biliti", u"ble"},
     {u"logi", u"log"}}};
constexpr std::array<Rule, 7> step_3 = {{{u"icate", u"ic"},
                                         {u"ative", u""},
                                         {u"alize", u"al"},
                                         {u"iciti", u"ic"},
                                         {u"ical", u"ic"},
                                         {u"ful", u""},
                                         {u"ness", u""}}};
constexpr std::array<Rule, 18> step_4 = {{{u"al", u""},
                                          {u"ance", u""},
                                          {u"ence", u""},
                                          {u"er", u""},
                                          {u"ic", u""},
                                          {u"able", u""},
                                          {u"ible", u""},
                                          {u"ant", u""},
                                          {u"ement", u""},
                                          {u"ment", u""},
                                          {u"ent", u""},
                                          {u"ou", u""},
                                          {u"ism", u""},
                                          {u"ate", u""},
                                          {u"iti", u""},
                                          {u"ous", u""},
                                          {u"ive", u""},
                                          {u"ize", u""}}};
constexpr std::array<Rule, 1> eed = {{{u"eed", u""}}};
constexpr std::array<Rule, 2> ed_or_ing = {{{u"ed", u""}, {u"ing", u""}}};
constexpr std::array<Rule, 2> sion_or_tion = {{{u"sion", u"s"}, {u"tion", u"t"}}};
constexpr std::array<Rule, 1> final_e = {{{u"e", u""}}};

bool one_of(char16_t unit, u16string_view set) {
  return set.find(unit) != u16string_view::npos;
}
bool is_vowel(char16_t unit) {
  return one_of(unit, u"aeiou");
}
bool is_vowel_or_y(char16_t unit) {
  return one_of(unit, u"aeiouy");
}

// m of a word seen as [C](VC)^m[V], as Porter has it, with lunr's runs: a consonant run begins with any unit but a e i
// o u and goes on to the next of a e i o u y; a vowel run begins with one of a e i o u y and goes on while a e i o u
// follow.
int count_pairs(u16string_view word) {
  int pairs = 0;
  std::size_t at = 0;
  const auto skip_consonant_run = [&] {
    ++at;
    while (at < word.size() && !is_vowel_or_y(word[at])) ++at;
  };
  if (!word.empty() && !is_vowel(word.front())) skip_consonant_run();
  while (at < word.size()) {
    ++at;
    while (at < word.size() && is_vowel(word[at])) ++at;
    if (at == word.size()) break;
    skip_consonant_run();
    ++pairs;
  }
  return pairs;
}

bool has_vowel(u16string_view word) {
  return std::any_of(word.begin(), word.end(), is_vowel_or_y);
}

// Consonant run, one vowel, one consonant other than w, x, y, and nothing else.
bool is_short(u16string_view word) {
  if (word.size() < 3 || is_vowel(word.front()) || one_of(word.back(), u"aeiouwxy")) return false;
  if (!is_vowel_or_y(word[word.size() - 2])) return false;
  for (std::size_t i = 1; i + 2 < word.size(); ++i) {
    if (is_vowel_or_y(word[i])) return false;
  }
  return true;
}

// lunr's patterns begin with "^(.+?)", and the dot matches no line end; a token of a list field may hold one.
bool is_stem(u16string_view stem) {
  return !stem.empty() && stem.find_first_of(u"\n\r\u2028\u2029") == u16string_view::npos;
}

// The rule with the longest suffix that leaves a stem, or nullptr.
const Rule* longest_rule(u16string_view word, std::span<const Rule> rules) {
  const Rule* longest = nullptr;
  for (const Rule& rule : rules) {
    if (!word.ends_with(rule.suffix) || !is_stem(word.substr(0, word.size() - rule.suffix.size()))) continue;
    if (longest == nullptr || rule.suffix.size() > longest->suffix.size()) longest = &rule;
  }
  return longest;
}

std::u16string without(u16string_view word, const Rule& rule) {
  return std::u16string(word.substr(0, word.size() - rule.suffix.size()));
}

// 1a: plurals.
void drop_plural(std::u16string& word) {
  const u16string_view view = word;
  const std::size_t n = view.size();
  if ((view.ends_with(u"sses") && is_stem(view.substr(0, n - 4))) ||
      (view.ends_with(u"ies") && is_stem(view.substr(0, n - 3)))) {
    word.resize(n - 2);
  } else if (n > 2 && view.back() == u's' && view[n - 2] != u's' && is_stem(view.substr(0, n - 2))) {
    word.resize(n - 1);
  }
}

// 1b: -eed, -ed, -ing.
void drop_past(std::u16string& word) {
  if (const Rule* rule = longest_rule(word, eed)) {
    if (count_pairs(without(word, *rule)) > 0) word.pop_back();
    return;
  }
  const Rule* rule = longest_rule(word, ed_or_ing);
  if (rule == nullptr || !has_vowel(without(word, *rule))) return;
  word = without(word, *rule);
  const u16string_view view = word;
  const std::size_t n = view.size();
  const bool doubled = n >= 2 && view[n - 1] == view[n - 2] && !one_of(view[n - 1], u"aeiouylsz");
  const bool wants_e = view.ends_with(u"at") || view.ends_with(u"bl") || view.ends_with(u"iz") || is_short(view);
  if (doubled) {
    word.pop_back();
  } else if (wants_e) {
    word += u'e';
  }
}

// 1c: final y after a consonant that is not the first letter.
void y_to_i(std::u16string& word) {
  const std::size_t n = word.size();
  if (n > 2 && word.back() == u'y' && !is_vowel(word[n - 2]) && is_stem(u16string_view(word).substr(0, n - 2))) {
    word.back() = u'i';
  }
}

// Steps 2 and 3: the longest suffix of the list is replaced when the stem holds a pair.
void replace_suffix(std::u16string& word, std::span<const Rule> rules) {
  const Rule* rule = longest_rule(word, rules);
  if (rule == nullptr) return;
  std::u16string stem = without(word, *rule);
  if (count_pairs(stem) > 0) word = stem.append(rule->replacement);
}

void drop_suffix(std::u16string& word) {
  if (const Rule* rule = longest_rule(word, step_4)) {
    std::u16string stem = without(word, *rule);
    if (count_pairs(stem) > 1) word = std::move(stem);
  } else if (const Rule* ion = longest_rule(word, sion_or_tion)) {
    std::u16string stem = without(word, *ion).append(ion->replacement);
    if (count_pairs(stem) > 1) word = std::move(stem);
  }
}

void tidy_up(std::u16string& word) {
  if (const Rule* rule = longest_rule(word, final_e)) {
    std::u16string stem = without(word, *rule);
    const int pairs = count_pairs(stem);
    if (pairs > 1 || (pairs == 1 && !is_short(stem))) word = std::move(stem);
  }
  if (word.ends_with(u"ll") && count_pairs(word) > 1) word.pop_back();
}

}  // namespace

void stem_english(std::u16string& word) {
  if (word.size() < 3) return;
  const bool initial_y = word.front() == u'y';
  if (initial_y) word.front() = u'Y';
  drop_plural(word);
  drop_past(word);
  y_to_i(word);
  replace_suffix(word, step_2);
  replace_suffix(word, step_3);
  drop_suffix(word);
  tidy_up(word);
  if (initial_y) word.front() = u'y';
}

}  // namespace vav
