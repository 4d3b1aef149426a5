#include "theme/stylesheet.h"

#include <cctype>

namespace vav {
namespace {

bool is_space(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}

bool is_name(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return std::isalnum(byte) != 0 || c == '-' || c == '_' || byte >= 0x80;
}

bool is_one_of(char c, std::string_view characters) {
  return characters.find(c) != std::string_view::npos;
}

class Compacter {
 public:
  explicit Compacter(std::string_view css) : css_(css) {}

  std::string compact() && {
    while (at_ < css_.size()) {
      if (css_.substr(at_).starts_with("/*"))
        skip_comment();
      else if (is_space(css_[at_]))
        skip_space();
      else
        take();
    }
    return std::move(out_);
  }

 private:
  // A comment parts two names as nothing else of no width does; there one is kept.
  void skip_comment() {
    const std::size_t end = css_.find("*/", at_ + 2);
    at_ = end == std::string_view::npos ? css_.size() : end + 2;
    if (!space_ && !out_.empty() && is_name(out_.back()) && at_ < css_.size() && is_name(css_[at_])) out_ += "/**/";
  }

  void skip_space() {
    while (at_ < css_.size() && is_space(css_[at_])) ++at_;
    space_ = true;
  }

  void take() {
    const char c = css_[at_];
    // Before a colon and round all else a space may part selectors or numbers.
    const bool needless = out_.empty() || is_one_of(out_.back(), "{};,>:") || is_one_of(c, "{};,>");
    if (space_ && !needless) out_ += ' ';
    space_ = false;
    if (c == '}' && !out_.empty() && out_.back() == ';') out_.pop_back();
    if (c == '"' || c == '\'')
      take_string(c);
    else if (c == '(' && out_.ends_with("url"))
      take_until(')');
    else if (c == '\\')
      take_escape();
    else
      out_ += css_[at_++];
  }

  void take_string(char quote) {
    out_ += css_[at_++];
    while (at_ < css_.size() && css_[at_] != quote) {
      if (css_[at_] == '\\')
        take_escape();
      else
        out_ += css_[at_++];
    }
    if (at_ < css_.size()) out_ += css_[at_++];
  }

  void take_until(char end) {
    while (at_ < css_.size() && css_[at_] != end) {
      if (css_[at_] == '"' || css_[at_] == '\'')
        take_string(css_[at_]);
      else
        out_ += css_[at_++];
    }
    if (at_ < css_.size()) out_ += css_[at_++];
  }

  void take_escape() {
    out_ += css_[at_++];
    if (at_ < css_.size()) out_ += css_[at_++];
  }

  std::string_view css_;
  std::size_t at_ = 0;
  bool space_ = false;  // white space since the last character that was taken
  std::string out_;
};

}  // namespace

std::string compact_stylesheet(std::string_view css) {
  return Compacter(css).compact();
}

}  // namespace vav
