#include "graph/names.h"

#include <algorithm>

#include "base/text.h"
#include "base/unicode.h"

namespace vav {
namespace {

// How a name is compared: NFC, one plain space between words.
std::string normal_name(std::string_view name) {
  return collapse_spaces(replace_all(to_nfc(name), "\u00A0", " "));
}

void add_once(std::vector<std::size_t>& pages, std::size_t page) {
  if (std::ranges::find(pages, page) == pages.end()) pages.push_back(page);
}

}  // namespace

NameTable::NameTable(const std::vector<Page>& pages, const std::vector<bool>& on_site) {
  for (std::size_t i = 0; i < pages.size(); ++i) {
    const Page& page = pages[i];
    languages_.push_back(page.lang);
    if (page.role != SourceRole::page || !on_site[i]) continue;
    add_once(ids_[page.id], i);
    all_.push_back(page.id);
    std::vector<std::string> names = {page.title, page.short_name};
    for (const WrittenName& alias : page.aliases) names.push_back(alias.text);
    for (const std::string& name : names) {
      if (name.empty()) continue;
      const std::string normal = normal_name(name);
      add_once(exact_[normal], i);
      add_once(folded_[fold(normal)], i);
      all_.push_back(name);
    }
    add_once(folded_[fold(page.id)], i);
  }
  std::ranges::sort(all_);
}

NameMatch NameTable::in_language(const std::vector<std::size_t>& matches, std::string_view lang) const {
  NameMatch same;
  for (const std::size_t page : matches) {
    if (languages_[page] == lang) same.pages.push_back(page);
  }
  return same.pages.empty() ? NameMatch{matches} : same;
}

NameMatch NameTable::find(std::string_view name, std::string_view lang) const {
  if (const auto id = ids_.find(name); id != ids_.end()) {
    // Two pages of one language with one id are a finding of their own; here the first of them is meant.
    NameMatch match = in_language(id->second, lang);
    match.pages.resize(1);
    return match;
  }
  const std::string normal = normal_name(name);
  if (const auto exact = exact_.find(normal); exact != exact_.end()) return in_language(exact->second, lang);
  if (const auto folded = folded_.find(fold(normal)); folded != folded_.end()) return in_language(folded->second, lang);
  return {};
}

std::string NameTable::suggest(std::string_view name) const {
  return nearest(name, all_).value_or("");
}

}  // namespace vav
