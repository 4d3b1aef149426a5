#include "yaml/traps.h"

#include <algorithm>
#include <cctype>

#include "base/text.h"

namespace vav {
namespace {

// An open quote is searched for to the end of the text, so thousands of them would cost minutes, and nobody reads on.
constexpr std::size_t most_errors = 50;
constexpr std::size_t none = std::string_view::npos;

bool is_space(char c) {
  return c == ' ' || c == '\t';
}

bool is_blank_or_comment(std::string_view line) {
  const std::size_t start = line.find_first_not_of(" \t");
  return start == none || line[start] == '#';
}

std::size_t indent_of(std::string_view line) {
  return std::min(line.find_first_not_of(' '), line.size());
}

// Where a key ends: the ':' that a space or the end of the line follows; none when the text has none outside quotes.
std::size_t key_end(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '#' && i > 0 && is_space(text[i - 1])) return none;
    if (text[i] == ':' && (i + 1 == text.size() || is_space(text[i + 1]))) return i;
  }
  return none;
}

bool looks_like_key(std::string_view line) {
  const std::string_view words = trim(line);
  const std::size_t end = key_end(words);
  return end != none && end > 0 && std::ranges::all_of(words.substr(0, end), [](char c) {
           return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '-';
         });
}

class TrapFinder {
 public:
  TrapFinder(std::string_view text, std::string path, int first_line)
      : lines_(split_lines(text)), path_(std::move(path)), first_line_(first_line) {}

  YamlTraps find() {
    while (line_ < lines_.size() && traps_.errors.all().size() < most_errors) {
      if (!is_blank_or_comment(lines_[line_])) read_line();
      ++line_;
    }
    return std::move(traps_);
  }

 private:
  Place place(std::size_t line, std::size_t offset, std::size_t length = 1) const {
    const std::string_view text = lines_[line];
    return {first_line_ + static_cast<int>(line), static_cast<int>(count_characters(text.substr(0, offset))) + 1,
            std::max(static_cast<int>(count_characters(text.substr(std::min(offset, text.size()), length))), 1)};
  }

  void error(std::string_view id, const Place& where, Wording message, Wording hint) {
    traps_.errors.add(id, {path_, where}, std::move(message), std::move(hint));
  }

  std::string_view line() const { return lines_[line_]; }

  void read_line() {
    std::size_t at = line().find_first_not_of(" \t");
    if (const std::size_t tab = line().substr(0, at).find('\t'); tab != none) {
      error("yaml-tab", place(line_, tab), say("a tab stands where the line is indented"),
            say("indent with spaces, not with tabs"));
    }
    const std::size_t indent = at;
    while (at + 1 < line().size() && line()[at] == '-' && is_space(line()[at + 1]))
      at = std::min(line().find_first_not_of(" \t", at + 1), line().size());
    const std::string_view rest = line().substr(at);
    const bool is_quoted = rest.starts_with('"') || rest.starts_with('\'');
    const std::size_t colon = is_quoted ? none : key_end(rest);
    if (colon == none || rest.starts_with('{') || rest.starts_with('[')) {
      if (!is_quoted) look_for_missing_space(at);
      read_value(at, indent);
      return;
    }
    read_value(std::min(line().find_first_not_of(" \t", at + colon + 1), line().size()), indent);
  }

  // "title:Text" is one word to YAML.
  void look_for_missing_space(std::size_t at) {
    const std::string_view rest = line().substr(at);
    const std::size_t colon = rest.find(':');
    if (colon == none || colon == 0 || rest.substr(colon).starts_with("://")) return;
    if (!looks_like_key(std::string(rest.substr(0, colon)) + ":")) return;
    const SourceSpan span{path_, place(line_, at + colon)};
    const Wording message = say("a space is missing after the colon");
    const Wording hint = say("write {}: {}", rest.substr(0, colon), rest.substr(colon + 1));
    traps_.errors.add("yaml-colon", span, message, hint);
    traps_.missing_spaces.add("yaml-colon", span, message, hint);
  }

  // What follows a key or a dash, from `at` on; `indent` is that of its line.
  void read_value(std::size_t at, std::size_t indent) {
    if (at >= line().size() || line()[at] == '#') return;
    const char first = line()[at];
    if (first == '"' || first == '\'') {
      const std::size_t after = skip_quoted(at);
      if (after != none) check_after_quote(after);
    } else if (first == '{' || first == '[') {
      read_flow(at);
    } else if (first == '|' || first == '>') {
      skip_block_scalar(indent);
    } else {
      read_plain(at);
    }
  }

  // The offset after the closing quote, with line_ on its line; none when it never closes, which is reported.
  std::size_t skip_quoted(std::size_t at) {
    const char quote = line()[at];
    const std::size_t open_line = line_;
    const std::size_t open = at++;
    for (; line_ < lines_.size(); ++line_, at = 0) {
      // A line that looks like the next key: the quote was never meant to reach it.
      if (line_ > open_line && looks_like_key(line())) break;
      for (; at < line().size(); ++at) {
        if (quote == '"' && line()[at] == '\\') {
          ++at;
        } else if (line()[at] == quote) {
          if (quote == '"' || at + 1 >= line().size() || line()[at + 1] != quote) return at + 1;
          ++at;  // '' is one quote
        }
      }
    }
    error("yaml-quote", place(open_line, open), say("this quotation mark opens, and none closes it"),
          say("put a quotation mark at the end of the value"));
    // On with the line after the one that opens, so that one mistake does not hide the next.
    line_ = open_line;
    return none;
  }

  void check_after_quote(std::size_t at) {
    const std::size_t next = line().find_first_not_of(" \t", at);
    if (next == none || line()[next] == '#' || line()[next] == ':') return;
    error("yaml-quote", place(line_, next, line().size() - next), say("text stands after the closing quotation mark"),
          say("put single quotation marks round the whole value when it holds double ones"));
  }

  void read_plain(std::size_t at) {
    const std::size_t comment = find_comment(at);
    const std::string_view value = line().substr(at, comment == none ? none : comment - at);
    if (const std::size_t colon = key_end(trim(value)); colon != none) {
      error("yaml-colon", place(line_, at + colon), say("a value that holds a colon needs quotation marks"),
            say("write \"{}\"", replace_all(std::string(trim(value)), "\"", "\\\"")));
    }
    if (comment != none) check_comment(comment);
  }

  std::size_t find_comment(std::size_t at) const {
    for (std::size_t i = at + 1; i < line().size(); ++i) {
      if (line()[i] == '#' && is_space(line()[i - 1])) return i;
    }
    return none;
  }

  // A comment as people write one stands after two spaces and is followed by one. Anything else was meant as text.
  // Tells whether it is a comment.
  bool check_comment(std::size_t at) {
    const bool is_comment = at >= 2 && is_space(line()[at - 2]) && at + 1 < line().size() && is_space(line()[at + 1]);
    if (is_comment) return true;
    traps_.warnings.add("yaml-comment", {path_, place(line_, at, line().size() - at)},
                        say("'{}' is a comment to YAML, so it is lost", line().substr(at)),
                        say("put quotation marks round the whole value, or two spaces before # and one after"));
    return false;
  }

  // { } and [ ] over any number of lines.
  void read_flow(std::size_t at) {
    const std::size_t open_line = line_;
    const std::size_t open = at;
    int depth = 0;
    bool has_colon = false;  // since the last separator, outside quotes
    bool lost_text = false;  // what was meant as text is a comment, and perhaps the closing bracket with it
    for (; line_ < lines_.size(); ++line_, at = 0) {
      // A line that looks like the next key: the bracket was never meant to reach it.
      if (line_ > open_line && looks_like_key(line()) && indent_of(line()) <= indent_of(lines_[open_line])) break;
      for (; at < line().size(); ++at) {
        const char c = line()[at];
        const bool starts_value = at == 0 || is_space(line()[at - 1]) || line()[at - 1] == '{' || line()[at - 1] == '[';
        if ((c == '"' || c == '\'') && starts_value) {
          at = skip_quoted(at);
          if (at == none) return;
          --at;
        } else if (c == '{' || c == '[') {
          ++depth;
          has_colon = false;
        } else if (c == ',') {
          has_colon = false;
        } else if (c == '}' || c == ']') {
          if (--depth == 0) return;
          has_colon = true;
        } else if (c == '#' && at > 0 && is_space(line()[at - 1])) {
          if (!check_comment(at)) lost_text = true;
          break;
        } else if (c == ':' && (at + 1 == line().size() || is_space(line()[at + 1]))) {
          if (has_colon)
            error("yaml-colon", place(line_, at), say("a value that holds a colon needs quotation marks"),
                  say("put quotation marks round the value"));
          has_colon = true;
        }
      }
    }
    error("bad-yaml", place(open_line, open), say("this bracket opens, and none closes it"),
          lost_text ? say("put quotation marks round the whole value, or two spaces before # and one after")
                    : say("put the closing bracket at the end of the value"));
    --line_;  // the line that ended it has not been read
  }

  void skip_block_scalar(std::size_t indent) {
    while (line_ + 1 < lines_.size() && (trim(lines_[line_ + 1]).empty() || indent_of(lines_[line_ + 1]) > indent))
      ++line_;
  }

  std::vector<std::string_view> lines_;
  std::string path_;
  int first_line_;
  std::size_t line_ = 0;
  YamlTraps traps_;
};

}  // namespace

YamlTraps find_yaml_traps(std::string_view text, const std::string& path, int first_line) {
  return TrapFinder(text, path, first_line).find();
}

}  // namespace vav
