#include "proofreading/link_texts.h"

#include <algorithm>
#include <array>

#include "base/pattern.h"
#include "base/text.h"
#include "base/unicode.h"

namespace vav {
namespace {

// In lower case, without the signs and arrows around it.
std::string bare_words(std::string_view text) {
  std::string words = collapse_spaces(to_lower(text));
  constexpr auto signs = std::to_array<std::string_view>(
      {" ", ".", ",", ":", "!", ">", "<", "(", ")", "[", "]", "\"", "…", "»", "›", "→", "”", "“", "\u00A0"});
  for (bool changed = true; changed;) {
    changed = false;
    for (const std::string_view sign : signs) {
      if (words.ends_with(sign)) words.resize(words.size() - sign.size()), changed = true;
      if (words.starts_with(sign)) words.erase(0, sign.size()), changed = true;
    }
  }
  return words;
}

}  // namespace

bool is_without_words(std::string_view text) {
  return bare_words(text).empty();
}

bool is_poor_link_text(std::string_view text) {
  constexpr auto poor = std::to_array<std::string_view>(
      {"här",         "läs mer",       "läs mer här", "läs vidare",     "klicka här", "klicka",   "tryck här",
       "se här",      "länk",          "länken",      "den här länken", "denna länk", "mer",      "mer information",
       "läs här",     "den här sidan", "denna sida",  "sidan",          "ladda ner",  "gå hit",   "hit",
       "följ länken", "here",          "click here",  "click",          "read more",  "more",     "read here",
       "link",        "this link",     "this page",   "learn more",     "see here",   "download", "more information"});
  const std::string words = bare_words(text);
  if (std::ranges::find(poor, words) != poor.end()) return true;
  const bool address = words.starts_with("http://") || words.starts_with("https://") || words.starts_with("www.");
  return address && words.find(' ') == std::string::npos;
}

bool is_file_name(std::string_view alternative, std::string_view target) {
  static const Pattern picture("[^ ]+\\.(png|jpe?g|gif|svg|webp|avif|tiff?|bmp)");
  static const Pattern camera("(img|dsc|dscn|dscf|pict|image|bild|screenshot|sk[aä]rmbild)[_ -]?[0-9]+");
  const std::string alt = to_lower(trim(alternative));
  const std::string path = to_lower(target);
  const std::string name = path.substr(path.rfind('/') + 1);
  // "karta" for karta.png is a word like any other; "karta-2024_v2" is none.
  const bool is_stem = alt == name.substr(0, name.rfind('.')) && alt.find_first_of("0123456789-_") != std::string::npos;
  return picture.fits(alt) || camera.fits(alt) || (!alt.empty() && alt == name) || is_stem;
}

}  // namespace vav
