#include "markdown/wikilinks.h"

#include <algorithm>
#include <charconv>

#include "base/text.h"

namespace vav {

namespace {

// U+FDD0 and U+FDD1, noncharacters: no text has them but by mistake, and cmark sees letters in them.
constexpr std::string_view mark_start = "\xEF\xB7\x90";
constexpr std::string_view mark_end = "\xEF\xB7\x91";

constexpr std::size_t longest_wikilink = 1000;
constexpr std::size_t longest_label = 200;
constexpr std::string_view language_start = "]{lang=";
constexpr std::size_t longest_language = 100;

bool is_ascii_punctuation(char c) {
  return std::string_view("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~").find(c) != std::string_view::npos;
}

// The end of `[[...]]` on one line, without `[[` inside: the offset of the closing `]]`, or npos.
std::size_t find_wikilink_end(std::string_view source, std::size_t content) {
  const std::size_t limit = std::min(source.size(), content + longest_wikilink);
  for (std::size_t i = content; i + 1 < limit; ++i) {
    const char c = source[i];
    if (c == '\n' || c == '\r' || (c == '[' && source[i + 1] == '[')) break;
    if (c == ']' && source[i + 1] == ']') return i;
  }
  return std::string_view::npos;
}

// The length of a character reference for "^" at the start of `text`; 0 = none.
std::size_t caret_reference_length(std::string_view text) {
  const std::size_t end = text.find(';');
  if (!text.starts_with('&') || end == std::string_view::npos) return 0;
  std::string_view name = text.substr(1, end - 1);
  if (name == "Hat") return end + 1;
  if (!name.starts_with('#')) return 0;
  name.remove_prefix(1);
  const bool hexadecimal = name.starts_with('x') || name.starts_with('X');
  if (hexadecimal) name.remove_prefix(1);
  unsigned number = 0;
  std::from_chars(name.data(), name.data() + name.size(), number, hexadecimal ? 16 : 10);
  return number == '^' ? end + 1 : 0;
}

Mark plain_mark(std::string_view written, std::size_t offset) {
  Mark mark;
  mark.written = written;
  mark.offset = offset;
  return mark;
}

}  // namespace

MarkedText::MarkedText(std::string_view source)
    : has_languages_(source.find(language_start) != std::string_view::npos) {
  text_.reserve(source.size() + source.size() / 8);
  for (std::size_t i = 0; i < source.size();) {
    const std::string_view rest = source.substr(i);
    std::size_t taken = 0;
    if (rest.starts_with("[[")) taken = take_wikilink(source, i);
    if (taken == 0 && (rest.starts_with("[^") || rest.starts_with("[&"))) taken = take_caret(source, i);
    if (taken == 0 && (rest.starts_with(mark_start) || rest.starts_with(mark_end))) {
      taken = mark_start.size();
      add_mark(plain_mark(rest.substr(0, taken), i));
    }
    if (taken == 0 && rest.starts_with(language_start)) taken = take_language(source, i);
    if (taken == 0 && rest[0] == '\\' && rest.size() > 1 && is_ascii_punctuation(rest[1]))
      taken = take_escape(source, i);
    if (taken == 0) {
      // cmark takes a lone CR for the end of a line, the rest of the house does not.
      text_ += rest[0] == '\r' && !rest.starts_with("\r\n") ? ' ' : rest[0];
      taken = 1;
    }
    i += taken;
  }
}

void MarkedText::add_mark(Mark mark) {
  text_ += mark_start;
  text_ += std::to_string(marks_.size());
  text_ += mark_end;
  marks_.push_back(std::move(mark));
}

std::size_t MarkedText::take_wikilink(std::string_view source, std::size_t offset) {
  const std::size_t start = offset + 2;
  const std::size_t end = find_wikilink_end(source, start);
  if (end == std::string_view::npos) return 0;
  if (source.substr(end + 2).starts_with('(')) return 0;  // [[1]](address): brackets in the text of a link
  const std::string_view content = source.substr(start, end - start);

  Mark mark = plain_mark(source.substr(offset, end + 2 - offset), offset);
  mark.form = Mark::Form::wikilink;
  const std::size_t bar = content.find('|');
  std::string_view name = content.substr(0, bar);
  if (bar != std::string_view::npos) {
    if (name.ends_with('\\')) name.remove_suffix(1);  // in a table the bar is written \|
    mark.text = collapse_spaces(replace_all(content.substr(bar + 1), "\\|", "|"));
  }
  if (name.find_first_of("[]") != std::string_view::npos || name.starts_with('^')) return 0;
  const std::size_t hash = name.find('#');
  const std::string_view target = trim(name.substr(0, hash));
  mark.target = collapse_spaces(target);
  if (hash != std::string_view::npos) mark.fragment = trim(name.substr(hash + 1));
  if (mark.target.empty() && mark.fragment.empty()) return 0;

  const std::string_view placed = target.empty() ? trim(name.substr(hash)) : target;
  mark.target_offset = static_cast<std::size_t>(placed.data() - source.data());
  mark.target_length = placed.size();
  add_mark(std::move(mark));
  return end + 2 - offset;
}

// cmark reads memory that it does not own for `[&#94;x]`, where it takes the character reference for the start of a
// footnote's label, and cuts a label that does not end on its line in the middle of a character. So a caret after a
// bracket that starts no proper label becomes a mark.
std::size_t MarkedText::take_caret(std::string_view source, std::size_t offset) {
  const std::string_view rest = source.substr(offset + 1, longest_label);
  std::size_t caret_length = 1;
  if (rest.starts_with('^')) {
    const std::size_t end = rest.find_first_of("[]`<&\\ \t\r\n", 1);
    if (end != std::string_view::npos && end > 1 && rest[end] == ']') return 0;
  } else {
    caret_length = caret_reference_length(rest);
    if (caret_length == 0) return 0;
  }
  text_ += '[';
  add_mark(plain_mark("^", offset + 1));
  return 1 + caret_length;
}

// The bracket stays, so that [text] may still be a link by a definition; what follows it is then text.
std::size_t MarkedText::take_language(std::string_view source, std::size_t offset) {
  const std::string_view rest = source.substr(offset, longest_language);
  const std::size_t end = rest.find_first_of("{}[]\r\n", language_start.size());
  if (end == std::string_view::npos || rest[end] != '}') return 0;
  Mark mark = plain_mark(rest.substr(1, end), offset + 1);
  mark.form = Mark::Form::language;
  const std::string_view code = trim(rest.substr(language_start.size(), end - language_start.size()));
  mark.target = code;
  mark.target_offset = static_cast<std::size_t>(code.data() - source.data());
  mark.target_length = code.size();
  text_ += ']';
  add_mark(std::move(mark));
  return end + 1;
}

std::size_t MarkedText::take_escape(std::string_view source, std::size_t offset) {
  const bool bracket = source[offset + 1] == '[' || source[offset + 1] == ']';
  if (bracket && has_languages_) {
    Mark mark = plain_mark("", offset);
    mark.form = Mark::Form::escape;
    add_mark(std::move(mark));
  }
  text_ += source.substr(offset, 2);
  return 2;
}

MarkedText::Found MarkedText::find_mark(std::string_view piece) const {
  const std::size_t start = piece.find(mark_start);
  if (start == std::string_view::npos) return {piece.size(), piece.size(), nullptr};
  const std::size_t number = start + mark_start.size();
  const std::size_t end = piece.find(mark_end, number);
  // An author can write the noncharacter as &#xFDD0;, and cmark may cut a label short: what is no mark of ours says
  // nothing.
  std::size_t index = marks_.size();
  bool is_mark = end != std::string_view::npos;
  if (is_mark) is_mark = std::from_chars(piece.data() + number, piece.data() + end, index).ptr == piece.data() + end;
  if (!is_mark || index >= marks_.size()) return {start, number, nullptr};
  return {start, end + mark_end.size(), &marks_[index]};
}

std::string MarkedText::restore(std::string_view piece) const {
  std::string restored;
  for_each_part(
      piece, [&](std::string_view text) { restored += text; }, [&](const Mark& mark) { restored += mark.written; });
  return restored;
}

}  // namespace vav
