// What templates get that is the same for many pages: the site, its kinds, and a card for every page. Made once, shared
// by all.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/date.h"
#include "base/unicode.h"
#include "base/value.h"
#include "render/filters.h"
#include "render/site_model.h"

namespace vav {

class SiteData {
 public:
  explicit SiteData(const SiteModel& model);

  // By language.
  const Value& site(const std::string& language) const { return by_language(site_, language); }
  const Value& strings(const std::string& language) const;
  const Value& kind(std::size_t kind, const std::string& language) const { return by_language(kinds_, language)[kind]; }
  const Value& assets() const { return assets_; }
  const Integrities& integrities() const { return integrities_; }

  // The page as lists and links in a page of that language show it.
  const Value& card(std::size_t page, const std::string& language) const { return by_language(cards_, language)[page]; }
  // The twin of the page in that language; without one the page that it translates, which may be itself.
  std::size_t in_language(std::size_t page, const std::string& language) const;
  // The list of a kind for readers of a language: in that language when it has an introduction there, else the site's
  // own list; "" when the kind has none.
  const std::string& list_address(std::size_t kind, const std::string& language) const {
    return by_language(lists_, language)[kind];
  }
  // The kind's introduction in that language.
  std::optional<std::size_t> list_intro(std::size_t kind, const std::string& language) const;
  // Every language that pages of the site are in, the site's own first.
  const std::vector<std::string>& languages() const { return languages_; }
  // The item that has the id, in that language when it is there, else as the page that the others translate.
  std::optional<std::size_t> find_item(std::string_view id, const std::string& language) const;
  // The page at an address of the site.
  std::optional<std::size_t> page_at(const std::string& address) const;

  // A text of the interface, "" when the theme lacks it.
  const std::string& word(const std::string& language, std::string_view key) const;

  // Pages in the order in which lists show them: by kind, then its sort field, then title in the language's own order.
  void sort(std::vector<std::size_t>& pages) const;
  // Where a page stands in that order.
  std::size_t rank_of(std::size_t page) const { return rank_[page]; }
  // All pages of a kind in that order.
  const std::vector<std::size_t>& pages_of(std::size_t kind) const { return by_kind_[kind]; }
  const Collator& collator() const { return collator_; }

  // The date that a page shows in lists: its own first date field, else that of the page its kind's date_from points
  // at.
  std::optional<Date> date_of(std::size_t page) const;
  std::string date_words_of(std::size_t page, const std::string& language) const;

 private:
  template <typename T>
  static const T& by_language(const std::map<std::string, T>& all, const std::string& language) {
    const auto found = all.find(language);
    return found == all.end() ? all.begin()->second : found->second;
  }

  void order_pages();
  Value make_card(std::size_t number, const std::string& language) const;
  Value make_kind(std::size_t number, const std::string& language) const;
  Value make_site(const std::string& language) const;
  // The day of the newest page or change.
  std::optional<Date> last_change() const;
  List make_menus(const std::string& language) const;
  List make_chain(const std::string& language) const;
  std::string citation(std::size_t page, const std::string& language) const;
  std::optional<std::size_t> date_source(std::size_t page, int steps) const;

  const SiteModel& model_;
  Collator collator_;
  std::vector<std::vector<std::size_t>> by_kind_;
  std::vector<std::size_t> rank_;
  std::vector<std::string> languages_;
  std::map<std::string, std::vector<std::string>> lists_;  // language -> by kind
  std::map<std::string, std::vector<Value>> cards_;
  std::unordered_map<std::string, std::size_t> page_at_;
  std::unordered_map<std::string, std::size_t> item_with_;  // id -> page that the others translate
  std::map<std::string, std::vector<Value>> kinds_;
  std::map<std::string, Value> site_;
  Value assets_;
  Integrities integrities_;
};

// A date as templates get it: {iso, words}.
Value date_value(const Date& date, const std::string& language);

// A date field's words may be given by a text field of the same name with this ending: `date_text: våren 2025`.
inline constexpr std::string_view date_words_ending = "_text";

// Text of a date field: the words given beside it, else the date in words of the language.
std::string date_field_words(const Page& page, const Kind& kind, const FieldValues& field, const std::string& language);

}  // namespace vav
