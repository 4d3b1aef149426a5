#include "json/json.h"

#include <charconv>
#include <cstdint>
#include <optional>
#include <set>

#include "base/line_index.h"
#include "base/text.h"

namespace vav {
namespace {

constexpr int deepest = 100;

class JsonReader {
 public:
  explicit JsonReader(std::string_view text) : text_(text), lines_(text) {}

  std::variant<Value, JsonFault> read() {
    Value value = read_value(0);
    skip_spaces();
    if (!fault_ && at_ < text_.size()) fail(say("something follows the value"));
    if (fault_) return *fault_;
    return value;
  }

 private:
  // The first fault counts; reading goes on to nowhere.
  void fail(Wording message) {
    if (!fault_) fault_ = {lines_.place(std::min(at_, text_.size()), 1), std::move(message)};
    at_ = text_.size();
  }

  void skip_spaces() { at_ = std::min(text_.find_first_not_of(" \t\r\n", at_), text_.size()); }
  bool take(char c) {
    skip_spaces();
    if (at_ >= text_.size() || text_[at_] != c) return false;
    ++at_;
    return true;
  }
  bool take_word(std::string_view word) {
    if (!text_.substr(at_).starts_with(word)) return false;
    at_ += word.size();
    return true;
  }

  Value read_value(int depth) {
    skip_spaces();
    const std::size_t start = at_;
    if (depth > deepest) fail(say("nested too deeply"));
    if (at_ >= text_.size()) {
      fail(say("a value is missing"));
      return {};
    }
    Value value;
    const char c = text_[at_];
    if (c == '{') {
      value = read_object(depth);
    } else if (c == '[') {
      value = read_list(depth);
    } else if (c == '"') {
      value = read_text();
    } else if (take_word("true")) {
      value = true;
    } else if (take_word("false")) {
      value = false;
    } else if (!take_word("null")) {
      value = read_number();
    }
    if (fault_) return {};
    return std::move(value).at_place(lines_.place(start, at_ - start));
  }

  Value read_object(int depth) {
    Entries entries;
    std::set<std::string> keys;
    ++at_;
    if (take('}')) return entries;
    do {
      skip_spaces();
      const std::size_t start = at_;
      if (at_ >= text_.size() || text_[at_] != '"') {
        fail(say("a key is missing"));
        return {};
      }
      std::string key = read_text();
      const Place place = lines_.place(start, at_ - start);
      if (!fault_ && !keys.insert(key).second) {
        at_ = start;
        fail(say("the key stands here a second time"));
      }
      if (!take(':')) fail(say("a : is missing"));
      entries.push_back({std::move(key), read_value(depth + 1), place});
    } while (take(','));
    if (!take('}')) fail(say("a }} is missing"));
    return entries;
  }

  Value read_list(int depth) {
    List items;
    ++at_;
    if (take(']')) return items;
    do {
      items.push_back(read_value(depth + 1));
    } while (take(','));
    if (!take(']')) fail(say("a ] is missing"));
    return items;
  }

  std::string read_text() {
    std::string value;
    ++at_;
    while (at_ < text_.size() && text_[at_] != '"') {
      const char c = text_[at_++];
      if (static_cast<unsigned char>(c) < 0x20) {
        --at_;
        fail(say("a control character in a text"));
      } else if (c == '\\') {
        read_escape(value);
      } else {
        value += c;
      }
    }
    if (at_ >= text_.size()) fail(say("a text has no end"));
    ++at_;
    return value;
  }

  void read_escape(std::string& value) {
    constexpr std::string_view names = "\"\\/bfnrt";
    constexpr std::string_view meanings = "\"\\/\b\f\n\r\t";
    const char c = at_ < text_.size() ? text_[at_] : '\0';
    if (const std::size_t index = names.find(c); index != std::string_view::npos && c != '\0') {
      value += meanings[index];
      ++at_;
      return;
    }
    char32_t character = c == 'u' ? read_code_unit() : U'\0';
    const bool is_first_half = character >= 0xD800 && character < 0xDC00;
    if (is_first_half && text_.substr(at_).starts_with("\\u")) {
      ++at_;
      const char32_t second = read_code_unit();
      const bool is_second_half = second >= 0xDC00 && second < 0xE000;
      character = is_second_half ? 0x10000 + ((character - 0xD800) << 10U) + (second - 0xDC00) : U'\0';
    }
    if (character == U'\0' || (character >= 0xD800 && character < 0xE000)) {
      fail(say("an escape that does not exist"));
      return;
    }
    append_utf8(value, character);
  }

  // At the "u". 0 when four hex digits do not follow.
  char32_t read_code_unit() {
    std::uint32_t unit = 0;
    const std::string_view digits = text_.substr(std::min(at_ + 1, text_.size()), 4);
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), unit, 16);
    if (error != std::errc() || digits.size() < 4 || end != digits.data() + 4) return U'\0';
    at_ += 5;
    return unit;
  }

  Value read_number() {
    const std::size_t end = std::min(text_.find_first_not_of("+-.0123456789eE", at_), text_.size());
    const std::string_view digits = text_.substr(at_, end - at_);
    const std::string_view unsigned_digits = digits.starts_with('-') ? digits.substr(1) : digits;
    const bool has_leading_zero = unsigned_digits.size() > 1 && unsigned_digits[0] == '0' &&
                                  unsigned_digits[1] >= '0' && unsigned_digits[1] <= '9';
    const bool starts_right = !unsigned_digits.empty() && unsigned_digits[0] >= '0' && unsigned_digits[0] <= '9';
    std::int64_t whole = 0;
    double number = 0;
    const char* const first = digits.data();
    const char* const last = first + digits.size();
    const bool is_whole = std::from_chars(first, last, whole).ptr == last;
    const bool is_number = is_whole || std::from_chars(first, last, number).ptr == last;
    if (!starts_right || has_leading_zero || !is_number || digits.ends_with('.')) {
      fail(say("not a value of JSON"));
      return {};
    }
    at_ = end;
    return is_whole ? Value(whole) : Value(number);
  }

  std::string_view text_;
  LineIndex lines_;
  std::size_t at_ = 0;
  std::optional<JsonFault> fault_;
};

}  // namespace

std::variant<Value, JsonFault> read_json(std::string_view text) {
  return JsonReader(text).read();
}

}  // namespace vav
