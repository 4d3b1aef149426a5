// Finds in a script what only works from a server. Reads tokens, so that comments and texts raise no alarm, and looks
// at no more than the last few of them, so that a table of ten megabytes costs no memory.
#include <algorithm>
#include <array>
#include <cctype>

#include "audit/file_facts.h"
#include "base/line_index.h"

namespace vav {
namespace {

enum class TokenKind { none, name, text, sign };

struct Token {
  TokenKind kind = TokenKind::none;
  std::string_view source;  // a text with its quotes
  std::size_t offset = 0;

  bool is(std::string_view word) const {
    return source == word && (kind == TokenKind::name || kind == TokenKind::sign);
  }
  bool is_text(std::string_view content) const {
    return kind == TokenKind::text && source.size() == content.size() + 2 &&
           source.substr(1, content.size()) == content;
  }
};

bool is_name_byte(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return std::isalnum(byte) != 0 || c == '_' || c == '$' || byte >= 0x80;
}

// Names after which "/" begins a pattern and not a division.
bool comes_before_pattern(std::string_view name) {
  constexpr std::array<std::string_view, 13> names = {"return", "typeof", "case",  "in",   "of",    "delete", "void",
                                                      "throw",  "new",    "yield", "else", "await", "do"};
  return std::ranges::find(names, name) != names.end();
}

class ScriptScanner {
 public:
  ScriptScanner(std::string_view path, std::string_view text, FileFacts& facts)
      : path_(path), text_(text), lines_(text), facts_(facts) {}

  void scan() {
    scan_tokens();
    take(TokenKind::none, text_.size());  // a name at the very end is used, too
  }

 private:
  void scan_tokens() {
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (std::isspace(static_cast<unsigned char>(c)) != 0) {
        ++at_;
      } else if (c == '/' && is_comment()) {
        skip_comment();
      } else if (is_name_byte(c)) {
        const std::size_t start = at_;
        while (at_ < text_.size() && is_name_byte(text_[at_])) ++at_;
        take(TokenKind::name, start);
      } else if (c == '"' || c == '\'') {
        take_text(c);
      } else if (c == '`' || (c == '}' && !templates_.empty() && templates_.back() == 0)) {
        take_template(c == '}');
      } else if (c == '/' && begins_pattern() && take_pattern()) {
        // done
      } else {
        if (!templates_.empty() && c == '{') ++templates_.back();
        if (!templates_.empty() && c == '}') --templates_.back();
        take(TokenKind::sign, at_++);
      }
    }
  }

  bool is_comment() const { return at_ + 1 < text_.size() && (text_[at_ + 1] == '/' || text_[at_ + 1] == '*'); }

  void skip_comment() {
    const bool is_line = text_[at_ + 1] == '/';
    const std::size_t end = text_.find(is_line ? "\n" : "*/", at_ + 2);
    at_ = end == std::string_view::npos ? text_.size() : end + (is_line ? 1 : 2);
  }

  // A text ends with its line at the latest: a mistake of ours cannot swallow the rest of the file.
  void take_text(char quote) {
    const std::size_t start = at_++;
    while (at_ < text_.size() && text_[at_] != quote && text_[at_] != '\n') {
      at_ += text_[at_] == '\\' ? 2 : 1;
    }
    at_ = std::min(at_ + 1, text_.size());
    take(TokenKind::text, start);
  }

  // A piece of a template: up to its end, or up to "${", after which code follows until the "}" that belongs to it.
  void take_template(bool goes_on) {
    const std::size_t start = at_++;
    if (goes_on) templates_.pop_back();
    while (at_ < text_.size() && text_[at_] != '`') {
      if (text_.substr(at_, 2) == "${") {
        at_ += 2;
        templates_.push_back(0);
        take(TokenKind::text, start);
        // Code begins as after a bracket.
        take(TokenKind::sign, at_ - 1);
        return;
      }
      at_ += text_[at_] == '\\' ? 2 : 1;
    }
    at_ = std::min(at_ + 1, text_.size());
    take(TokenKind::text, start);
  }

  bool begins_pattern() const {
    const Token& before = last(0);
    switch (before.kind) {
      case TokenKind::none:
        return true;
      case TokenKind::name:
        return comes_before_pattern(before.source);
      case TokenKind::text:
        return false;
      case TokenKind::sign:
        return before.source != ")" && before.source != "]" && before.source != "}";
    }
    return false;
  }

  // False when it does not end on its line: a division after all.
  bool take_pattern() {
    bool in_class = false;
    for (std::size_t i = at_ + 1; i < text_.size() && text_[i] != '\n'; ++i) {
      if (text_[i] == '\\') {
        ++i;
      } else if (text_[i] == '[') {
        in_class = true;
      } else if (text_[i] == ']') {
        in_class = false;
      } else if (text_[i] == '/' && !in_class) {
        const std::size_t start = at_;
        at_ = i + 1;
        while (at_ < text_.size() && is_name_byte(text_[at_])) ++at_;
        take(TokenKind::text, start);
        return true;
      }
    }
    return false;
  }

  // The token `back` steps before the last one.
  const Token& last(std::size_t back) const { return recent_[(count_ + recent_.size() - 1 - back) % recent_.size()]; }

  void take(TokenKind kind, std::size_t start) {
    const std::size_t end = std::max(at_, start + 1);
    recent_[count_ % recent_.size()] = {kind, text_.substr(std::min(start, text_.size()), end - start), start};
    ++count_;
    look();
  }

  // Whether the token `back` steps before the last is a name of the browser's own, and not a member of something else.
  bool is_global(std::size_t back, std::string_view name) const {
    return last(back).is(name) && (!last(back + 1).is(".") || is_window(back + 2));
  }

  bool is_window(std::size_t back) const {
    constexpr std::array<std::string_view, 6> names = {"window", "self", "globalThis", "frames", "top", "parent"};
    return std::ranges::any_of(names, [&](std::string_view name) { return last(back).is(name); });
  }

  // self["fetch"], with the bracket that closes it as the last token.
  bool is_spelt_out(std::string_view name) const {
    return last(0).is("]") && last(1).is_text(name) && last(2).is("[") && is_window(3);
  }

  // Whether the token before the last one is the name as it is used: no function of that name, no key, no declaration,
  // and no question whether the browser has it.
  bool is_used(std::string_view name) const {
    constexpr std::array<std::string_view, 4> declared = {"function", "var", "let", "const"};
    const bool is_own = std::ranges::any_of(declared, [&](std::string_view word) { return last(2).is(word); });
    const bool is_asked_for = last(0).is(")") || last(2).is("typeof");
    return is_global(1, name) && !is_own && !is_asked_for && !last(0).is(":");
  }

  bool follows_new(std::size_t back) const {
    return last(back + 1).is("new") || (last(back + 1).is(".") && last(back + 3).is("new"));
  }

  // Whether the last tokens make something that does not work from disk, or speaks with a server.
  void look() {
    constexpr std::array<std::string_view, 7> lines = {
        "fetch", "importScripts", "XMLHttpRequest", "EventSource", "WebSocket", "RTCPeerConnection", "WebTransport"};
    for (const std::string_view line : lines) {
      const bool is_function = line == "fetch" || line == "importScripts";
      if (is_used(line) || is_spelt_out(line)) report(last(1), std::string(line) + (is_function ? "()" : ""));
    }
    if (last(0).is("(") && last(1).is("import") && !last(2).is(".")) report(last(1), "import()");
    if (last(0).is("(") && last(1).is("sendBeacon")) report(last(1), "sendBeacon()");
    if (last(0).is("(") && last(1).is("addModule") && last(2).is(".")) report(last(1), say("a worklet"));
    if (last(1).is("serviceWorker") && last(2).is(".")) report(last(1), say("a service worker"));
    look_for_workers();
    look_for_sources();
    look_for_modules();
  }

  // A worker works from disk only when it is made of what the page has loaded.
  void look_for_workers() {
    const bool is_worker =
        last(1).is("(") && (is_global(2, "Worker") || is_global(2, "SharedWorker")) && follows_new(2);
    if (!is_worker) return;
    const bool is_file = last(0).kind == TokenKind::text || last(0).is("new");
    if (is_file || text_.find("createObjectURL") == std::string_view::npos)
      report(last(2), say("a worker in a file of its own"));
  }

  void look_for_sources() {
    const bool is_address = last(0).kind == TokenKind::text && (last(0).source.substr(1).starts_with("http://") ||
                                                                last(0).source.substr(1).starts_with("https://"));
    if (!is_address || !last(1).is("=") || !last(2).is("src") || !last(3).is(".")) return;
    facts_.findings.add(
        "verify-external-resource", {path_, lines_.place(last(0).offset, last(0).source.size())},
        say("\"{}\" is loaded from outside the folder", last(0).source.substr(1, last(0).source.size() - 2)),
        say("copy the file into the site"));
  }

  void look_for_modules() {
    const Token& now = last(0);
    const Token& word = last(1);
    const Token& before = last(2);
    // Both are reserved words, so only a member or a key may bear them beside.
    const bool is_statement = !before.is(".") && !now.is(":");
    if (word.is("import") && is_statement) {
      const bool is_import = now.kind == TokenKind::name || now.kind == TokenKind::text || now.is("{") || now.is("*");
      if (is_import || now.is(".")) report(word, say("import, which only modules may use,"));
    }
    if (word.is("export") && is_statement && (now.kind == TokenKind::name || now.is("{") || now.is("*"))) {
      report(word, say("export, which only modules may use,"));
    }
    if (!now.is_text("module")) return;
    if (word.is("=") && before.is("type")) report(before, say("a module"));
    if (word.is(",") && before.is_text("type")) report(before, say("a module"));
  }

  void report(const Token& token, const WordingArgument& what) {
    facts_.findings.add("verify-online-only-script", {path_, lines_.place(token.offset, token.source.size())},
                        say("{} does not work on a page that is opened from disk", what.words()),
                        say("load what is needed with a script tag"));
  }

  std::string path_;
  std::string_view text_;
  LineIndex lines_;
  FileFacts& facts_;
  std::size_t at_ = 0;
  std::vector<int> templates_;  // the templates we are in: open brackets in the code of each
  std::array<Token, 8> recent_{};
  std::size_t count_ = 0;
};

}  // namespace

void read_script(std::string_view path, std::string_view text, FileFacts& facts) {
  ScriptScanner(path, text, facts).scan();
}

}  // namespace vav
