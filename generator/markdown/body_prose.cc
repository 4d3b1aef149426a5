// What checks of the text ask for (prose.h): sentences, what only looks like a heading, headers of tables, code.
#include <algorithm>

#include "base/text.h"
#include "markdown/body_writer.h"
#include "markdown/sentences.h"

namespace vav {

namespace {

constexpr std::size_t npos = std::string_view::npos;

bool is_empty_text(cmark_node* node) {
  return cmark_node_get_type(node) == CMARK_NODE_TEXT && is_blank(cmark_node_get_literal(node));
}

bool is_bold_alone(cmark_node* paragraph) {
  cmark_node* bold = nullptr;
  for (cmark_node* child = cmark_node_first_child(paragraph); child != nullptr; child = cmark_node_next(child)) {
    if (is_empty_text(child)) continue;
    if (bold != nullptr || cmark_node_get_type(child) != CMARK_NODE_STRONG) return false;
    bold = child;
  }
  return bold != nullptr;
}

bool ends_sentence(std::string_view text) {
  for (const std::string_view quote : {"”", "\"", "»", ")"}) {
    if (text.ends_with(quote)) text.remove_suffix(quote.size());
  }
  return text.ends_with('.') || text.ends_with('!') || text.ends_with('?') || text.ends_with("…");
}

int count_words(std::string_view text) {
  int words = 0;
  bool in_word = false, counted = false;
  for (const char c : text) {
    const bool space = c == ' ' || c == '\n' || c == '\t';
    // A dash alone is no word: signs begin with the bytes C2 and E2, letters of our languages with C3 and above.
    const bool letter = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
                        (static_cast<unsigned char>(c) >= 0xC3 && c != '\xE2');
    if (space) in_word = counted = false;
    in_word = in_word || !space;
    if (in_word && letter && !counted) {
      counted = true;
      ++words;
    }
  }
  return words;
}

bool is_header(cmark_node* row) {
  return cmark_gfm_extensions_get_table_row_is_header(row) != 0;
}

// By column: whether any row of the body says something there.
std::vector<bool> columns_with_content(cmark_node* table) {
  std::vector<bool> filled(cmark_gfm_extensions_get_table_columns(table));
  for (cmark_node* row = cmark_node_first_child(table); row != nullptr; row = cmark_node_next(row)) {
    if (is_header(row)) continue;
    std::size_t column = 0;
    for (cmark_node* cell = cmark_node_first_child(row); cell != nullptr && column < filled.size();
         cell = cmark_node_next(cell), ++column)
      filled[column] = filled[column] || cmark_node_first_child(cell) != nullptr;
  }
  return filled;
}

// Where the text of a cell begins in the line of its row.
std::size_t cell_offset(std::string_view line, std::size_t column) {
  std::size_t at = std::min(line.find_first_not_of(" \t>"), line.size());
  if (line.substr(at).starts_with('|')) ++at;
  for (bool in_wikilink = false; column > 0 && at < line.size(); ++at) {
    if (line.substr(at).starts_with("[[")) in_wikilink = true;
    if (line.substr(at).starts_with("]]")) in_wikilink = false;
    if (line[at] == '|' && !in_wikilink && line[at - 1] != '\\') --column;
  }
  return at;
}

}  // namespace

void BodyWriter::note_source(std::size_t offset) {
  pieces_.push_back({plain_.size(), offset});
}

std::optional<Place> BodyWriter::place_of_plain(ByteRange range) {
  const std::string_view source = from_.source.text();
  const auto after = std::ranges::upper_bound(pieces_, range.begin, {}, &Piece::plain);
  if (after == pieces_.begin()) return std::nullopt;
  const Piece& piece = *(after - 1);
  if (piece.source == npos) return std::nullopt;
  // Character references and backslashes make the source longer than what it says; near is near enough then.
  const std::size_t begin = std::min(piece.source + (range.begin - piece.plain), source.size());
  const auto last = std::ranges::upper_bound(pieces_, range.end - 1, {}, &Piece::plain) - 1;
  std::size_t end = std::min(begin + 1, source.size());
  if (last->source != npos) end = std::max(end, std::min(last->source + (range.end - last->plain), source.size()));
  end = std::min({end, source.find('\n', begin), source.size()});
  return from_.source.place(begin, end - begin);
}

// The sentences of a paragraph, each at its first word.
void BodyWriter::add_sentences(cmark_node* leaf) {
  if (cmark_node_get_type(leaf) != CMARK_NODE_PARAGRAPH) return;
  for (const ByteRange& range : split_sentences(plain_)) {
    const int words = count_words(std::string_view(plain_).substr(range.begin, range.end - range.begin));
    if (words == 0) continue;
    if (const auto place = place_of_plain(range)) out_.prose.sentences.push_back({*place, words});
  }
}

void BodyWriter::check_bold_paragraph(cmark_node* paragraph) {
  if (cmark_node_get_type(cmark_node_parent(paragraph)) != CMARK_NODE_DOCUMENT) return;
  if (!is_bold_alone(paragraph) || ends_sentence(trim(plain_)) || first_text_ == npos) return;
  const std::size_t end = std::max(cursor_.position(), first_text_ + 1);
  out_.prose.look_alikes.push_back(
      {LookAlike::Form::bold_paragraph, from_.source.place(first_text_, end - first_text_)});
}

void BodyWriter::check_table_header(cmark_node* table) {
  cmark_node* header = cmark_node_first_child(table);
  if (header == nullptr || !is_header(header)) return;
  std::vector<bool> named;
  for (cmark_node* cell = cmark_node_first_child(header); cell != nullptr; cell = cmark_node_next(cell))
    named.push_back(cmark_node_first_child(cell) != nullptr);
  const int line = cmark_node_get_start_line(header);
  if (std::ranges::none_of(named, [](bool one) { return one; })) {
    out_.prose.look_alikes.push_back({LookAlike::Form::headless_table, from_.source.line_start(line)});
    return;
  }
  const std::vector<bool> filled = columns_with_content(table);
  const ByteRange range = from_.source.lines(line, line);
  const std::string_view text = from_.source.text().substr(range.begin, range.end - range.begin);
  for (std::size_t column = 0; column < named.size(); ++column) {
    if (named[column] || column >= filled.size() || !filled[column]) continue;
    const std::size_t at = range.begin + cell_offset(text, column);
    out_.prose.look_alikes.push_back({LookAlike::Form::headless_column, from_.source.place(at, 1)});
  }
}

void BodyWriter::set_apart_code_block(cmark_node* node) {
  const int first = cmark_node_get_start_line(node);
  const ByteRange range = from_.source.lines(first, std::max(first, cmark_node_get_end_line(node)));
  out_.prose.set_apart.push_back({SourcePart::Form::code, range.begin, range.end});
}

}  // namespace vav
