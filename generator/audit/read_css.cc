// What a stylesheet loads: url(…) and @import "…". Reads tokens only; a stylesheet's grammar does not matter here.
#include "audit/file_facts.h"
#include "base/line_index.h"

namespace vav {
namespace {

bool is_css_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

class CssScanner {
 public:
  CssScanner(std::string_view text, FileFacts& facts) : text_(text), lines_(text), facts_(facts) {}

  void scan() {
    while (at_ < text_.size()) {
      if (starts_with("/*")) {
        const std::size_t end = text_.find("*/", at_ + 2);
        at_ = end == std::string_view::npos ? text_.size() : end + 2;
      } else if (text_[at_] == '"' || text_[at_] == '\'') {
        read_string();
      } else if (starts_with("url(")) {
        read_url();
      } else if (starts_with("@import")) {
        read_import();
      } else if (starts_with("@namespace")) {
        at_ = std::min(text_.find(';', at_), text_.size());  // names a language, loads nothing
      } else if (starts_with("image-set(")) {
        read_image_set();
      } else {
        ++at_;
      }
    }
  }

 private:
  // Case does not matter; `word` is in lower case.
  bool starts_with(std::string_view word) const {
    if (text_.size() - at_ < word.size()) return false;
    for (std::size_t i = 0; i < word.size(); ++i) {
      const char c = text_[at_ + i];
      const char lower = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
      if (lower != word[i]) return false;
    }
    return true;
  }

  // Comments stand where spaces may.
  void skip_spaces() {
    while (at_ < text_.size()) {
      if (is_css_space(text_[at_])) {
        ++at_;
      } else if (starts_with("/*")) {
        at_ = std::min(text_.find("*/", at_ + 2), text_.size() - 2) + 2;
      } else {
        return;
      }
    }
  }

  // At a quote; ends behind the other one. A string does not go past its line.
  std::string read_string() {
    const char quote = text_[at_++];
    std::string value;
    while (at_ < text_.size() && text_[at_] != quote && text_[at_] != '\n') {
      if (text_[at_] == '\\' && at_ + 1 < text_.size()) ++at_;
      value += text_[at_++];
    }
    if (at_ < text_.size()) ++at_;
    return value;
  }

  void read_url() {
    const std::size_t start = at_;
    at_ += 4;
    skip_spaces();
    std::string url;
    if (at_ < text_.size() && (text_[at_] == '"' || text_[at_] == '\'')) {
      url = read_string();
    } else {
      while (at_ < text_.size() && text_[at_] != ')') url += text_[at_++];
    }
    at_ = std::min(text_.find(')', at_), text_.size() - 1) + 1;
    add(std::move(url), start);
  }

  // @import url(…) is left to read_url().
  void read_import() {
    const std::size_t start = at_;
    at_ += 7;
    skip_spaces();
    if (at_ < text_.size() && (text_[at_] == '"' || text_[at_] == '\'')) add(read_string(), start);
  }

  // Its strings are addresses, but for those of type(…).
  void read_image_set() {
    at_ += std::string_view("image-set(").size();
    for (int depth = 1; at_ < text_.size() && depth > 0;) {
      const std::size_t start = at_;
      if (text_[at_] == '"' || text_[at_] == '\'') {
        std::string url = read_string();
        if (depth == 1) add(std::move(url), start);
      } else if (starts_with("url(")) {
        read_url();
      } else {
        if (text_[at_] == '(') ++depth;
        if (text_[at_] == ')') --depth;
        ++at_;
      }
    }
  }

  void add(std::string url, std::size_t start) {
    facts_.links.push_back({std::move(url), lines_.place(start, at_ - start), true, false});
  }

  std::string_view text_;
  LineIndex lines_;
  FileFacts& facts_;
  std::size_t at_ = 0;
};

}  // namespace

void read_css(std::string_view text, FileFacts& facts) {
  CssScanner(text, facts).scan();
}

}  // namespace vav
