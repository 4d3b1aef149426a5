// What a language's stemmer does not know of it: endings it leaves, forms that follow no rule, families of words, and
// how compounds are joined. Used to look a reader's words up in the vocabulary, never to make the index. The pages get
// the same tables in search/LANG/head.js, so each rule stands once.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/value.h"

namespace vav {

struct LanguageRules {
  // Endings of inflection that may still stand on a stem: "hus" and "huset" are one word.
  std::vector<std::u16string> endings;
  // Endings at which a stem and its neighbour differ: {"ld", "lt"}: "jämställd", "jämställt".
  std::vector<std::vector<std::u16string>> swaps;
  // Endings of derivation, longest first: "segregering" and "segregation" have one root.
  std::vector<std::u16string> derivations;
  // What may stand between the parts of a compound, longest first; "" is not among them.
  std::vector<std::u16string> joints;
  // Words that say little in a question and yet are no stop words: "gör", "finns". They count for little.
  std::vector<std::u16string> light;
  // January first, for dates in figures.
  std::vector<std::u16string> months;
  // Forms that follow no rule, as words: {"man", "män", "männen"}.
  std::vector<std::vector<std::u16string>> irregular;
};

// A language without rules has none: its words are found by their stems.
const LanguageRules& language_rules(std::string_view language);

// {endings, swaps, derivations, joints, light, months, irregular}, as lists of texts.
Value rules_value(const LanguageRules& rules);

// The letter without its diacritic, one unit for one unit: å, ä -> a, ö -> o, é -> e; others as they are. `unit` is in
// lower case.
char16_t fold_unit(char16_t unit);
std::u16string fold(std::u16string_view text);

}  // namespace vav
