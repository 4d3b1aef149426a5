// Finds the words of a quotation in a text, or what is nearest to them.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vav {

// Words of a text as they are compared, each with how it stands in the text. One that ends in a hyphen may be a word of
// its own ("grund- och gymnasieskolan") or go on in the next, as at the end of a line: who compares tries both.
struct Words {
  std::vector<std::string> compared;
  std::vector<std::string> shown;

  std::size_t size() const { return compared.size(); }
  bool may_go_on(std::size_t word) const { return word + 1 < size() && shown[word].back() == '-'; }
};

// The words of normal_text(). Quotation marks and dashes between words fall away, and so do hyphens, but for those
// before a digit: "7-9" is not "79", nor "-5" "5".
Words words_of(std::string_view text);

// The pieces of a quotation between its omissions: […], (…), [...] and (...).
std::vector<Words> pieces_of(std::string_view quotation);

// Words of a text from `begin` to before `end`.
struct WordRange {
  std::size_t begin = 0, end = 0;
};

// The first place at or after `from` where the piece stands in the text.
std::optional<WordRange> find_piece(const Words& text, const Words& piece, std::size_t from);

// What of the text is nearest to the piece: the stretch of as many words that has the most of the piece's.
struct Nearest {
  std::string text;            // as it stands there; "" = nothing is near
  std::string quoted, stands;  // the first words that differ; "" = they are not told apart word by word
};
Nearest find_nearest(const Words& text, const Words& piece);

}  // namespace vav
