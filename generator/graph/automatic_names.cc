#include "graph/automatic_names.h"

#include <algorithm>

#include "base/text.h"
#include "base/unicode.h"
#include "graph/inflection.h"

namespace vav {
namespace {

constexpr std::size_t npos = std::string_view::npos;
constexpr std::string_view no_break_space = "\u00A0";

bool contains(const auto& list, const auto& one) {
  return std::ranges::find(list, one) != list.end();
}

bool is_word_at(std::string_view text, std::size_t offset) {
  return offset < text.size() && is_word_character(decode_character(text, offset));
}

std::size_t skip_spaces(std::string_view text, std::size_t offset) {
  while (offset < text.size()) {
    if (text[offset] == ' ' || text[offset] == '\t' || text[offset] == '\n')
      ++offset;
    else if (text.substr(offset).starts_with(no_break_space))
      offset += no_break_space.size();
    else
      break;
  }
  return offset;
}

// Where `name` ends that starts at text[offset], or npos. A space of it may be any space in the text.
std::size_t match_words(std::string_view text, std::size_t offset, std::string_view name) {
  for (const char one : name) {
    if (one == ' ') {
      const std::size_t next = skip_spaces(text, offset);
      if (next == offset) return npos;
      offset = next;
    } else {
      if (offset >= text.size() || text[offset] != one) return npos;
      ++offset;
    }
  }
  return offset;
}

// No part of a longer word, compound (UKÄ-rapporten, UKÄ- och Forterapporten) or address (forte.se).
bool ends_here(std::string_view text, std::size_t end) {
  const std::string_view rest = text.substr(end);
  if (is_word_at(text, end)) return false;
  for (const std::string_view hyphen : {"-", "\u00AD", "\u2010", "\u2011", "@"}) {
    if (rest.starts_with(hyphen)) return false;
  }
  constexpr std::string_view joints[] = {".", ":", "'", "\u2019"};
  return std::ranges::none_of(
      joints, [&](std::string_view joint) { return rest.starts_with(joint) && is_word_at(text, end + joint.size()); });
}

bool is_first_in_sentence(std::string_view text, std::size_t begin) {
  std::string_view before = text.substr(0, begin);
  for (bool more = true; more;) {
    more = false;
    for (const std::string_view sign : {" ", "\t", "\"", "'", "(", "\u00A0", "\u2019", "\u201D", "\u201C", "»", "–"}) {
      if (!before.ends_with(sign)) continue;
      before.remove_suffix(sign.size());
      more = true;
    }
  }
  return before.empty() || before.ends_with('.') || before.ends_with('!') || before.ends_with('?') ||
         before.ends_with("…");
}

// "Tillsyn" -> "tillsyn", but STEM and JiHU stay.
std::string without_capital(const std::string& name) {
  const std::string_view word = std::string_view(name).substr(0, end_of_word(name, 0));
  if (word.empty()) return name;
  std::size_t first = 0;
  decode_character(word, first);
  const std::string_view rest = word.substr(first);
  if (rest.empty() || !is_lower_case(rest)) return name;
  return to_lower(name.substr(0, first)) + name.substr(first);
}

}  // namespace

std::size_t end_of_word(std::string_view text, std::size_t begin) {
  while (begin < text.size()) {
    std::size_t next = begin;
    if (!is_word_character(decode_character(text, next))) break;
    begin = next;
  }
  return begin;
}

AutomaticNames::AutomaticNames(const GraphInputs& inputs, const NameTable& names)
    : has_abbreviation_(inputs.pages.size()) {
  for (std::size_t i = 0; i < inputs.pages.size(); ++i) {
    const Page& page = inputs.pages[i];
    const bool is_named = inputs.on_site[i] && page.role == SourceRole::page;
    if (is_named && contains(inputs.config.mentions.kinds, page.kind)) add_page(i, inputs, names);
  }
  for (auto& [language, forms] : collected_) by_language_[language] = index(std::move(forms));
  collected_.clear();
}

void AutomaticNames::add_page(std::size_t number, const GraphInputs& inputs, const NameTable& names) {
  const Page& page = inputs.pages[number];
  const MentionRules& rules = inputs.config.mentions;
  const bool of_words = contains(rules.word_kinds, page.kind);
  std::vector<std::string> written = {page.short_name, page.title};
  for (const WrittenName& alias : page.aliases) written.push_back(alias.text);
  for (std::size_t i = 0; i < written.size(); ++i) {
    const std::string name = collapse_spaces(replace_all(to_nfc(written[i]), no_break_space, " "));
    const auto is_this = [&](const std::string& never) { return to_lower(never) == to_lower(name); };
    if (end_of_word(name, 0) == 0 || std::ranges::any_of(rules.never, is_this)) continue;
    // What a wikilink of that name would lead to, or ask about.
    const NameMatch meant = names.find(name, page.lang);
    if (!meant.found() || meant.pages.front() != number) continue;
    const bool words = of_words || contains(rules.words, name);
    const bool exact = contains(rules.case_sensitive, name);
    // "Statistikmyndigheten SCB" does not explain SCB.
    const bool abbreviation = i == 0 && page.title.find(name) == npos && is_abbreviation(name);
    if (abbreviation) has_abbreviation_[number] = true;
    add_name({words && !exact ? without_capital(name) : name, number, abbreviation}, words, exact,
             collected_[page.lang], page.lang);
  }
}

void AutomaticNames::add_name(Name name, bool ordinary, bool exact, Collected& forms, std::string_view language) {
  const std::size_t number = names_.size();
  const bool lower = is_lower_case(name.text);
  const bool is_word = lower && !exact;
  // Where every word has a capital, that of Kommunal says nothing; that of UKÄ does.
  std::size_t second = 0;
  decode_character(name.text, second);
  const bool looks_like_word = is_lower_case(std::string_view(name.text).substr(second, 1)) && !lower;
  const Stands stands = exact && looks_like_word ? Stands::not_first_in_sentence : Stands::anywhere;
  const bool small_start = lower || (ordinary && is_lower_case(name.text.substr(0, second)));
  int rank = 0;
  for (const std::string& form : forms_of_name(name.text, language, is_word)) {
    add_form({form, number, stands, rank}, forms, name.page);
    if (small_start && !exact) add_form({capitalize(form), number, Stands::first_in_sentence, 2}, forms, name.page);
    rank = 1;
  }
  names_.push_back(std::move(name));
}

void AutomaticNames::add_form(Form form, Collected& forms, std::size_t page) const {
  const auto [found, added] = forms.try_emplace(form.text, form);
  if (added) return;
  Form& old = found->second;
  if (form.rank < old.rank)
    old = std::move(form);
  else if (form.rank == old.rank && names_[old.name].page != page)
    old.ambiguous = true;
}

AutomaticNames::Forms AutomaticNames::index(Collected collected) {
  Forms forms;
  for (auto& [text, form] : collected) {
    if (!form.ambiguous) forms[text.substr(0, end_of_word(text, 0))].push_back(std::move(form));
  }
  for (auto& [word, all] : forms) {
    std::ranges::stable_sort(all, std::greater<>(), [](const Form& form) { return form.text.size(); });
  }
  return forms;
}

std::optional<AutomaticNames::Match> AutomaticNames::find(std::string_view text, std::size_t begin,
                                                          std::size_t word_end, std::size_t limit,
                                                          std::string_view language) const {
  const auto table = by_language_.find(language);
  if (table == by_language_.end()) return std::nullopt;
  const auto forms = table->second.find(text.substr(begin, word_end - begin));
  if (forms == table->second.end()) return std::nullopt;
  for (const Form& form : forms->second) {
    const std::size_t end = match_words(text, begin, form.text);
    if (end == npos || end > limit || !ends_here(text, end)) continue;
    const bool anywhere = form.stands == Stands::anywhere;
    if (!anywhere && is_first_in_sentence(text, begin) != (form.stands == Stands::first_in_sentence)) continue;
    const Name& name = names_[form.name];
    const std::size_t name_end = match_words(text, begin, name.text);
    return Match{&name, end, name_end == npos ? end : name_end};
  }
  return std::nullopt;
}

bool AutomaticNames::has_abbreviation(std::size_t page) const {
  return has_abbreviation_[page];
}

}  // namespace vav
