#include "json_reader.h"

#include <array>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <utility>

#include "base/check.h"
#include "base/text.h"
#include "base/unicode.h"

namespace vav::testing {
namespace {

class Reader {
 public:
  explicit Reader(std::string_view bytes) : bytes_(bytes) {}

  Json read_value() {
    skip_space();
    switch (peek()) {
      case '{':
        return {read_object()};
      case '[':
        return {read_list()};
      case '"':
        return {read_string()};
      case 't':
        return skip_word("true"), Json{true};
      case 'f':
        return skip_word("false"), Json{false};
      case 'n':
        return skip_word("null"), Json{};
      default:
        return {read_number()};
    }
  }

 private:
  char peek() const { return at_ < bytes_.size() ? bytes_[at_] : '\0'; }

  void skip_space() {
    while (peek() == ' ' || peek() == '\n' || peek() == '\r' || peek() == '\t') ++at_;
  }

  void skip_word(std::string_view word) {
    VAV_CHECK(bytes_.substr(at_, word.size()) == word);
    at_ += word.size();
  }

  // Past "," or the end of a list or object; true at its end.
  bool at_end(char close) {
    skip_space();
    if (peek() == ',') {
      ++at_;
      return false;
    }
    VAV_CHECK(peek() == close);
    ++at_;
    return true;
  }

  bool is_empty(char close) {
    ++at_;
    skip_space();
    if (peek() != close) return false;
    ++at_;
    return true;
  }

  JsonList read_list() {
    JsonList items;
    if (is_empty(']')) return items;
    do items.push_back(read_value());
    while (!at_end(']'));
    return items;
  }

  JsonObject read_object() {
    JsonObject entries;
    if (is_empty('}')) return entries;
    do {
      skip_space();
      std::u16string key = read_string();
      skip_space();
      skip_word(":");
      entries.push_back({std::move(key), read_value()});
    } while (!at_end('}'));
    return entries;
  }

  double read_number() {
    double number = 0;
    const auto [end, error] = std::from_chars(bytes_.data() + at_, bytes_.data() + bytes_.size(), number);
    VAV_CHECK(error == std::errc());
    at_ = static_cast<std::size_t>(end - bytes_.data());
    return number;
  }

  std::u16string read_string() {
    VAV_CHECK(peek() == '"');
    ++at_;
    std::u16string text;
    while (peek() != '"') {
      if (peek() == '\\') {
        text += read_escape();
        continue;
      }
      const std::size_t start = at_;
      while (at_ < bytes_.size() && bytes_[at_] != '"' && bytes_[at_] != '\\') ++at_;
      VAV_CHECK(at_ < bytes_.size());
      text += to_utf16(bytes_.substr(start, at_ - start));
    }
    ++at_;
    return text;
  }

  char16_t read_escape() {
    const char escape = bytes_.at(at_ + 1);
    at_ += 2;
    switch (escape) {
      case 'b':
        return u'\b';
      case 'f':
        return u'\f';
      case 'n':
        return u'\n';
      case 'r':
        return u'\r';
      case 't':
        return u'\t';
      case 'u':
        break;
      default:
        return static_cast<char16_t>(escape);
    }
    unsigned unit = 0;
    std::from_chars(bytes_.data() + at_, bytes_.data() + at_ + 4, unit, 16);
    at_ += 4;
    return static_cast<char16_t>(unit);
  }

  std::string_view bytes_;
  std::size_t at_ = 0;
};

// ECMA-262, Number::toString: the shortest digits that give the number back.
std::string js_number(double number) {
  if (number == 0) return "0";
  std::array<char, 64> buffer{};
  auto* const end =
      std::to_chars(buffer.data(), buffer.data() + buffer.size(), std::fabs(number), std::chars_format::scientific).ptr;
  const std::string shortest(buffer.data(), end);
  const std::size_t e = shortest.find('e');
  const std::string digits = replace_all(shortest.substr(0, e), ".", "");
  const int point = std::atoi(shortest.c_str() + e + 1) + 1;
  const auto count = static_cast<int>(digits.size());
  std::string text = number < 0 ? "-" : "";
  if (point > 21 || point < -5) {
    text += digits.substr(0, 1) + (count > 1 ? "." + digits.substr(1) : "") + (point > 0 ? "e+" : "e-") +
            std::to_string(std::abs(point - 1));
  } else if (point <= 0) {
    text += "0." + std::string(static_cast<std::size_t>(-point), '0') + digits;
  } else if (count <= point) {
    text += digits + std::string(static_cast<std::size_t>(point - count), '0');
  } else {
    text += digits.substr(0, static_cast<std::size_t>(point)) + "." + digits.substr(static_cast<std::size_t>(point));
  }
  return text;
}

}  // namespace

const Json* Json::find(std::u16string_view key) const {
  const Json* found = nullptr;
  if (object() == nullptr) return found;
  for (const auto& [name, value] : *object()) {
    if (name == key) found = &value;
  }
  return found;
}

Json read_json(std::string_view bytes) {
  return Reader(bytes).read_value();
}

std::u16string js_string(const Json& value) {
  if (value.is_null()) return u"null";
  if (const bool* flag = std::get_if<bool>(&value.data)) return *flag ? u"true" : u"false";
  if (value.number() != nullptr) return to_utf16(js_number(*value.number()));
  if (value.text() != nullptr) return *value.text();
  if (value.list() == nullptr) return u"[object Object]";
  std::u16string text;
  for (std::size_t i = 0; i < value.list()->size(); ++i) {
    const Json& item = (*value.list())[i];
    if (i > 0) text += u',';
    if (!item.is_null()) text += js_string(item);
  }
  return text;
}

}  // namespace vav::testing
