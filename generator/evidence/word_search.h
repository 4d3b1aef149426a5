// Finds the words of a quotation in a text, or what is nearest to them.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vav {

// Words of a text as they are compared, each with how it stands in the text.
struct Words {
  std::vector<std::string> compared;
  std::vector<std::string> shown;
};

// The words of normal_text(). Quotation marks and dashes between words fall away, and so do hyphens: a word that ends
// in one goes on in the next, as at the end of a line.
Words words_of(std::string_view text);

// The pieces of a quotation between its omissions: […], (…), [...] and (...).
std::vector<Words> pieces_of(std::string_view quotation);

// The first place at or after `from` where the piece stands in the text, as an index of a word.
std::optional<std::size_t> find_piece(const Words& text, const Words& piece, std::size_t from);

// What of the text is nearest to the piece: the stretch of as many words that has the most of the piece's.
struct Nearest {
  std::string text;            // as it stands there; "" = nothing is near
  std::string quoted, stands;  // the first words that differ; "" = they are not told apart word by word
};
Nearest find_nearest(const Words& text, const Words& piece);

}  // namespace vav
