// The names by which pages are found in running text, each in every form it takes there.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "graph/knowledge_graph.h"
#include "graph/names.h"

namespace vav {

// Immutable once made; any number of threads may look up.
class AutomaticNames {
 public:
  AutomaticNames(const GraphInputs& inputs, const NameTable& names);

  struct Name {
    std::string text;  // as the page has it, but for the capital of a heading
    std::size_t page = 0;
    bool abbreviation = false;  // a short name in capitals, which the page's title explains
  };
  struct Match {
    const Name* name;
    std::size_t end, name_end;  // in the text
  };

  bool empty() const { return by_language_.empty(); }
  // The longest name of the language that starts at text[begin] and ends at `limit` at the latest. [begin, word_end) is
  // a whole word.
  std::optional<Match> find(std::string_view text, std::size_t begin, std::size_t word_end, std::size_t limit,
                            std::string_view language) const;
  // Whether the page has such a short name.
  bool has_abbreviation(std::size_t page) const;

 private:
  enum class Stands { anywhere, first_in_sentence, not_first_in_sentence };
  struct Form {
    std::string text;
    std::size_t name = 0;  // in names_
    Stands stands = Stands::anywhere;
    int rank = 0;            // of two pages whose names have one form, the lower wins
    bool ambiguous = false;  // both have it in the same rank
  };
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
  };
  // First word of the form -> forms, the longest first.
  using Forms = std::unordered_map<std::string, std::vector<Form>, Hash, std::equal_to<>>;
  using Collected = std::map<std::string, Form>;

  void add_page(std::size_t number, const GraphInputs& inputs, const NameTable& names);
  void add_name(Name name, bool ordinary, bool exact, Collected& forms, std::string_view language);
  void add_form(Form form, Collected& forms, std::size_t page) const;
  static Forms index(Collected collected);

  std::vector<Name> names_;
  std::map<std::string, Collected, std::less<>> collected_;  // by language; empty once made
  std::map<std::string, Forms, std::less<>> by_language_;
  std::vector<bool> has_abbreviation_;  // by page
};

// The end of the word that starts at `begin`.
std::size_t end_of_word(std::string_view text, std::size_t begin);

}  // namespace vav
