#include "graph/inflection.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "base/unicode.h"

namespace vav {
namespace {

struct Declension {
  std::string_view ending;                // of the noun in the indefinite singular
  std::array<std::string_view, 3> forms;  // what the ending becomes; "" = no such form
};

// The first that fits counts, so longer endings stand before those in which they end.
constexpr Declension swedish_nouns[] = {
    {"ande", {"andet", "anden", "andena"}},
    {"ende", {"endet", "enden", "endena"}},
    {"are", {"aren", "arna", ""}},
    {"else", {"elsen", "elser", "elserna"}},
    {"yrke", {"yrket", "yrken", "yrkena"}},
    {"het", {"heten", "heter", "heterna"}},
    {"ing", {"ingen", "ingar", "ingarna"}},
    {"ion", {"ionen", "ioner", "ionerna"}},
    {"man", {"mannen", "män", "männen"}},
    {"tor", {"torn", "torer", "torerna"}},
    {"ift", {"iften", "ifter", "ifterna"}},
    {"ikt", {"ikten", "ikter", "ikterna"}},
    {"gi", {"gin", "gier", "gierna"}},
    {"eri", {"eriet", "erier", "erierna"}},
    {"ram", {"rammet", "rammen", ""}},
    {"brev", {"brevet", "breven", ""}},
    {"drag", {"draget", "dragen", ""}},
    {"avtal", {"avtalet", "avtalen", ""}},
    {"skap", {"skapet", "skapen", ""}},
    {"ment", {"mentet", "menten", ""}},
    {"nad", {"naden", "nader", "naderna"}},
    {"erad", {"erade", "erat", ""}},
    {"iell", {"iella", "iellt", ""}},
    {"ell", {"ella", "ellt", ""}},
    {"a", {"an", "or", "orna"}},
    {"e", {"en", "et", ""}},
    {"i", {"in", "ier", ""}},
    {"", {"en", "et", ""}},
};

constexpr Declension english_nouns[] = {
    {"s", {"", "", ""}},      {"ay", {"ays", "", ""}},  {"ey", {"eys", "", ""}},
    {"oy", {"oys", "", ""}},  {"y", {"ies", "", ""}},   {"x", {"xes", "", ""}},
    {"ch", {"ches", "", ""}}, {"sh", {"shes", "", ""}}, {"", {"s", "", ""}},
};

template <std::size_t Count>
void add_noun_forms(std::string_view noun, const Declension (&table)[Count], std::vector<std::string>& forms) {
  const auto* found = std::ranges::find_if(table, [&](const Declension& one) { return noun.ends_with(one.ending); });
  if (found == std::end(table)) return;
  const std::string_view stem = noun.substr(0, noun.size() - found->ending.size());
  for (const std::string_view form : found->forms) {
    if (!form.empty()) forms.push_back(std::string(stem) + std::string(form));
  }
}

std::string_view last_word(std::string_view name) {
  const std::size_t space = name.find_last_of(" -");
  return space == std::string_view::npos ? name : name.substr(space + 1);
}

// UKÄ:s and UKÄs are both written; Skolverkets; SNS:s; lärosätes, but not "Borås" with one more s.
void add_swedish_genitives(std::vector<std::string>& forms) {
  const std::size_t count = forms.size();
  for (std::size_t i = 0; i < count; ++i) {
    const char last = forms[i].back();
    if (is_abbreviation(last_word(forms[i]))) forms.push_back(forms[i] + ":s");
    if (last != 's' && last != 'x' && last != 'z' && last != 'S' && last != 'X' && last != 'Z')
      forms.push_back(forms[i] + "s");
  }
}

void add_english_genitives(std::vector<std::string>& forms) {
  const std::size_t count = forms.size();
  for (std::size_t i = 0; i < count; ++i) {
    for (const char* apostrophe : {"'", "\u2019"}) {
      forms.push_back(forms[i] + apostrophe + "s");
      if (forms[i].ends_with('s')) forms.push_back(forms[i] + apostrophe);
    }
  }
}

}  // namespace

std::vector<std::string> forms_of_name(std::string_view name, std::string_view language, bool word) {
  std::vector<std::string> forms = {std::string(name)};
  if (name.empty()) return forms;
  if (language == "sv") {
    if (word) add_noun_forms(name, swedish_nouns, forms);
    add_swedish_genitives(forms);
  } else if (language == "en") {
    if (word) add_noun_forms(name, english_nouns, forms);
    add_english_genitives(forms);
  }
  return forms;
}

bool is_lower_case(std::string_view name) {
  return to_lower(name) == name;
}

bool is_abbreviation(std::string_view name) {
  int capitals = 0;
  for (std::size_t offset = 0; offset < name.size();) {
    const std::size_t start = offset;
    const char32_t character = decode_character(name, offset);
    const std::string_view letter = name.substr(start, offset - start);
    if (!is_word_character(character)) continue;
    if (to_lower(letter) != letter)
      ++capitals;
    else if (capitalize(letter) != letter)
      return false;
  }
  return capitals >= 2;
}

}  // namespace vav
