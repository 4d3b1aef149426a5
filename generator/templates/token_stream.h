// A cursor over the tokens of one template, which reports at most one finding a tag and then moves to the tag's end.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "templates/findings.h"
#include "templates/lexer.h"

namespace vav::templates {

class TokenStream {
 public:
  TokenStream(std::vector<Token> tokens, SyntaxFindings& findings) : tokens_(std::move(tokens)), findings_(findings) {}

  const Token& peek(std::size_t ahead = 0) const {
    return at_ + ahead < tokens_.size() ? tokens_[at_ + ahead] : tokens_.back();
  }
  Token next() {
    const Token token = peek();
    if (at_ + 1 < tokens_.size()) ++at_;
    return token;
  }
  std::string_view text(const Token& token) const { return findings_.text_of(token.range); }

  bool at_symbol(std::string_view symbol) const { return peek().kind == TokenKind::symbol && text(peek()) == symbol; }
  bool at_word(std::string_view word, std::size_t ahead = 0) const {
    return peek(ahead).kind == TokenKind::name && text(peek(ahead)) == word;
  }
  bool at_close() const {
    const TokenKind kind = peek().kind;
    return kind == TokenKind::print_close || kind == TokenKind::tag_close || kind == TokenKind::end;
  }
  bool take_symbol(std::string_view symbol) {
    const bool found = at_symbol(symbol);
    if (found) next();
    return found;
  }
  bool take_word(std::string_view word) {
    const bool found = at_word(word);
    if (found) next();
    return found;
  }

  // Reports, and makes the rest of the tag disappear, so that one mistake is one finding.
  void fail(Range range, Wording message, Wording hint = {}) {
    if (!failed_ && peek().kind != TokenKind::bad) findings_.add(range, std::move(message), std::move(hint));
    failed_ = true;
    while (!at_close()) next();
  }
  void fail_here(Wording message, Wording hint = {}) { fail(peek().range, std::move(message), std::move(hint)); }
  bool failed() const { return failed_; }

  // Takes the end of a tag; whatever still stands before it is a finding.
  void finish_tag() {
    if (!at_close()) fail_here(say("'{}' is not expected here", text(peek())));
    if (peek().kind != TokenKind::end) next();
    failed_ = false;
  }

  void skip_to_end() { at_ = tokens_.size() - 1; }

  SyntaxFindings& findings() { return findings_; }

 private:
  std::vector<Token> tokens_;
  SyntaxFindings& findings_;
  std::size_t at_ = 0;
  bool failed_ = false;
};

}  // namespace vav::templates
