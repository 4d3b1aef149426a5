#include "templates/lexer.h"

#include <array>
#include <fmt/format.h>
#include <string>
#include <utility>

namespace vav::templates {
namespace {

constexpr auto npos = std::string_view::npos;

bool is_space(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
// Letters beyond ASCII count as letters: keys of data may be "träff".
bool starts_name(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}

class Lexer {
 public:
  Lexer(std::string_view text, SyntaxFindings& findings) : text_(text), findings_(findings) {}

  std::vector<Token> run() {
    while (at_ < text_.size()) {
      const std::size_t open = find_opener(at_);
      if (open == npos) {
        add_text(text_.size());
        at_ = text_.size();
      } else {
        read_opener(open);
      }
    }
    add(TokenKind::end, text_.size(), text_.size());
    return std::move(tokens_);
  }

 private:
  char peek(std::size_t i) const { return i < text_.size() ? text_[i] : '\0'; }
  bool is_at(std::size_t i, std::string_view what) const { return text_.substr(i).starts_with(what); }
  std::size_t after_spaces(std::size_t i) const {
    while (i < text_.size() && is_space(text_[i])) ++i;
    return i;
  }
  static Range range(std::size_t from, std::size_t to) {
    return {static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(to - from)};
  }
  void add(TokenKind kind, std::size_t from, std::size_t to) { tokens_.push_back({kind, range(from, to)}); }

  // The next "{{", "{%" or "{#".
  std::size_t find_opener(std::size_t from) const {
    for (std::size_t i = text_.find('{', from); i != npos; i = text_.find('{', i + 1)) {
      if (is_opener(i)) return i;
    }
    return npos;
  }
  bool is_opener(std::size_t i) const {
    return peek(i) == '{' && (peek(i + 1) == '{' || peek(i + 1) == '%' || peek(i + 1) == '#');
  }

  void add_text(std::size_t end) {
    if (end > at_) add(TokenKind::text, at_, end);
  }

  // The text up to the opener at `open`, less the white space that the opener takes away.
  void add_text_before(std::size_t open) {
    std::size_t end = open;
    if (peek(open + 2) == '-') {
      while (end > at_ && is_space(text_[end - 1])) --end;
    } else if (peek(open + 2) != '+' && peek(open + 1) != '{') {
      std::size_t line = open;
      while (line > at_ && is_space(text_[line - 1]) && text_[line - 1] != '\n') --line;
      if (line == 0 || text_[line - 1] == '\n') end = line;
    }
    add_text(end);
  }

  // Moves behind a "%}" or "#}" that starts at `close`, or behind its sign and it.
  void skip_close(std::size_t close) {
    const char sign = peek(close);
    if (sign == '-') {
      at_ = after_spaces(close + 3);
    } else if (sign == '+') {
      at_ = close + 3;
    } else {
      at_ = close + (peek(close + 2) == '\n' ? 3 : 2);
    }
  }

  void read_opener(std::size_t open) {
    add_text_before(open);
    const bool has_sign = peek(open + 2) == '-' || peek(open + 2) == '+';
    at_ = open + (has_sign ? 3 : 2);
    if (peek(open + 1) == '#') {
      read_comment(open);
    } else if (peek(open + 1) == '{') {
      read_inside(open, TokenKind::print_open, TokenKind::print_close);
    } else if (const std::size_t close = tag_of_word(at_, "raw"); close != npos) {
      at_ = peek(close) == '-' ? after_spaces(close + 3) : close + 2;
      read_raw(open);
    } else {
      read_inside(open, TokenKind::tag_open, TokenKind::tag_close);
    }
  }

  // Where "%}", or the sign before it, stands when nothing but `word` is before it; else npos.
  std::size_t tag_of_word(std::size_t from, std::string_view word) const {
    std::size_t i = after_spaces(from);
    if (!is_at(i, word)) return npos;
    i = after_spaces(i + word.size());
    const bool has_sign = peek(i) == '-' || peek(i) == '+';
    return is_at(i + (has_sign ? 1 : 0), "%}") ? i : npos;
  }

  void read_comment(std::size_t open) {
    const std::size_t end = text_.find("#}", at_);
    if (end == npos) {
      findings_.add(range(open, open + 2), say("the comment is not closed: '#}}' is missing"));
      at_ = text_.size();
      return;
    }
    const bool has_sign = end > at_ && (text_[end - 1] == '-' || text_[end - 1] == '+');
    skip_close(has_sign ? end - 1 : end);
  }

  void read_raw(std::size_t open) {
    for (std::size_t i = text_.find("{%", at_); i != npos; i = text_.find("{%", i + 1)) {
      const bool has_sign = peek(i + 2) == '-' || peek(i + 2) == '+';
      const std::size_t close = tag_of_word(i + (has_sign ? 3 : 2), "endraw");
      if (close == npos) continue;
      add_text_before(i);
      skip_close(close);
      return;
    }
    findings_.add(range(open, open + 2), say("'raw' is not closed: 'endraw' is missing"));
    at_ = text_.size();
  }

  // The tokens of one "{{ … }}" or "{% … %}".
  void read_inside(std::size_t open, TokenKind open_kind, TokenKind close_kind) {
    add(open_kind, open, at_);
    opened_ = tokens_.size();
    brackets_.clear();
    const bool is_print = open_kind == TokenKind::print_open;
    while (true) {
      at_ = after_spaces(at_);
      const std::size_t close = close_at(at_, is_print);
      if (close != npos) {
        if (!brackets_.empty()) report_bracket();
        finish(close, is_print, close_kind);
        return;
      }
      if (at_ >= text_.size() || is_opener(at_)) {
        report_unclosed(open, is_print);
        add(close_kind, at_, at_);
        return;
      }
      if (!read_token() && !skip_to_close(is_print)) {
        // What looked odd was only the text behind a tag that nobody closed.
        report_unclosed(open, is_print);
        add(close_kind, at_, at_);
        return;
      }
      if (!bad_message_.empty()) findings_.add(bad_range_, std::exchange(bad_message_, {}));
    }
  }

  // `i` when the close (or its sign) stands there. "}}" closes no print while a map is open: {{ {'a': {}} }}.
  std::size_t close_at(std::size_t i, bool is_print) const {
    const std::string_view close = is_print ? "}}" : "%}";
    const bool in_map = is_print && !brackets_.empty() && text_[brackets_.back()] == '{';
    if (in_map) return npos;
    const bool has_sign = peek(i) == '-' || (peek(i) == '+' && !is_print);
    return is_at(i + (has_sign ? 1 : 0), close) ? i : npos;
  }

  void finish(std::size_t close, bool is_print, TokenKind kind) {
    add(kind, close, close + 2);
    if (!is_print) {
      skip_close(close);
    } else {
      at_ = peek(close) == '-' ? after_spaces(close + 3) : close + 2;
    }
  }

  void report_unclosed(std::size_t open, bool is_print) {
    bad_message_ = {};
    findings_.add(range(open, open + 2), is_print ? say("'{{{{' is not closed: '}}}}' is missing")
                                                  : say("'{{%' is not closed: '%}}' is missing"));
    mark_bad();
  }

  void report_bracket() {
    const std::size_t open = brackets_.back();
    findings_.add(range(open, open + 1), say("'{}' is not closed", text_[open]));
    mark_bad();
    brackets_.clear();
  }

  // Of a tag that cannot be read only its word is left, so that one mistake is one finding and an "if" is still an
  // "if".
  void mark_bad() {
    const bool has_word = tokens_.size() > opened_ && tokens_[opened_ - 1].kind == TokenKind::tag_open &&
                          tokens_[opened_].kind == TokenKind::name;
    tokens_.resize(opened_ + (has_word ? 1 : 0));
    add(TokenKind::bad, at_, at_);
  }

  bool fail(std::size_t from, std::size_t to, Wording message) {
    bad_range_ = range(from, to);
    bad_message_ = std::move(message);
    mark_bad();
    return false;
  }

  // After something unreadable: on to the close of the same tag, if it has one.
  bool skip_to_close(bool is_print) {
    brackets_.clear();
    while (at_ < text_.size() && !is_opener(at_)) {
      if (close_at(at_, is_print) != npos) return true;
      ++at_;
    }
    return false;
  }

  bool read_token() {
    const char c = text_[at_];
    if (starts_name(c)) return read_name();
    if (is_digit(c)) return read_number();
    if (c == '"' || c == '\'') return read_text_literal(c);
    return read_symbol(c);
  }

  bool read_name() {
    std::size_t end = at_;
    while (end < text_.size() && (starts_name(text_[end]) || is_digit(text_[end]))) ++end;
    add(TokenKind::name, at_, end);
    at_ = end;
    return true;
  }

  std::size_t after_digits(std::size_t i) const {
    while (is_digit(peek(i))) ++i;
    return i;
  }

  bool read_number() {
    std::size_t end = after_digits(at_);
    TokenKind kind = TokenKind::integer;
    if (peek(end) == '.' && is_digit(peek(end + 1))) {
      kind = TokenKind::number;
      end = after_digits(end + 1);
    }
    if (peek(end) == 'e' || peek(end) == 'E') {
      const bool has_sign = peek(end + 1) == '+' || peek(end + 1) == '-';
      const std::size_t digits = end + (has_sign ? 2 : 1);
      if (is_digit(peek(digits))) {
        kind = TokenKind::number;
        end = after_digits(digits);
      }
    }
    add(kind, at_, end);
    at_ = end;
    return true;
  }

  bool read_text_literal(char quote) {
    std::size_t end = at_ + 1;
    while (end < text_.size() && text_[end] != quote && text_[end] != '\n') end += text_[end] == '\\' ? 2 : 1;
    if (peek(end) != quote) return fail(at_, at_ + 1, say("the quoted text is not closed on its line"));
    add(TokenKind::text_literal, at_, end + 1);
    at_ = end + 1;
    return true;
  }

  bool read_symbol(char c) {
    static constexpr std::array<std::string_view, 6> pairs = {"==", "!=", "<=", ">=", "//", "**"};
    for (const std::string_view pair : pairs) {
      if (is_at(at_, pair)) return add_symbol(2);
    }
    if (std::string_view(".,:|+-*/%~<>=").find(c) != npos) return add_symbol(1);
    if (std::string_view("([{").find(c) != npos) {
      brackets_.push_back(at_);
      return add_symbol(1);
    }
    if (std::string_view(")]}").find(c) != npos) return read_closing_bracket(c);
    return fail(at_, at_ + 1, say("'{}' means nothing here", c));
  }

  bool read_closing_bracket(char c) {
    constexpr std::string_view opening = "([{";
    const char wanted = opening[std::string_view(")]}").find(c)];
    if (brackets_.empty() || text_[brackets_.back()] != wanted) {
      return fail(at_, at_ + 1, say("'{}' closes nothing", c));
    }
    brackets_.pop_back();
    return add_symbol(1);
  }

  bool add_symbol(std::size_t length) {
    add(TokenKind::symbol, at_, at_ + length);
    at_ += length;
    return true;
  }

  std::string_view text_;
  SyntaxFindings& findings_;
  std::size_t at_ = 0;
  std::vector<Token> tokens_;
  std::size_t opened_ = 0;             // the token behind the opener of the current tag
  std::vector<std::size_t> brackets_;  // open ones of the current tag
  // Held back until it is known whether the tag has an end at all.
  Range bad_range_;
  Wording bad_message_;
};

}  // namespace

std::vector<Token> read_tokens(std::string_view text, SyntaxFindings& findings) {
  return Lexer(text, findings).run();
}

}  // namespace vav::templates
