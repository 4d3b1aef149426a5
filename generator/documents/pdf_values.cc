#include "documents/pdf_values.h"

#include <algorithm>
#include <cctype>
#include <cstdlib>

namespace vav::documents {
namespace {

constexpr int deepest = 100;
constexpr std::string_view spaces("\0\t\n\f\r ", 6);
constexpr std::string_view signs = "()<>[]{}/%";

bool is_space(char c) {
  return spaces.find(c) != std::string_view::npos;
}
bool is_regular(char c) {
  return !is_space(c) && signs.find(c) == std::string_view::npos;
}
int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  const char lower = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}
bool is_number(const PdfValue& value) {
  return value.kind == PdfValue::Kind::word && !value.text.empty() &&
         std::ranges::all_of(value.text, [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

const PdfValue& PdfValue::at(std::string_view key) const {
  static const PdfValue none;
  if (kind != Kind::map) return none;
  const auto found = std::ranges::find(keys, key);
  return found == keys.end() ? none : values[static_cast<std::size_t>(found - keys.begin())];
}

bool PdfValue::says_something() const {
  if (kind != Kind::text) return false;
  return std::ranges::any_of(text, [](char c) { return !is_space(c); });
}

PdfValue PdfScanner::next() {
  return read(0);
}

void PdfScanner::skip_space() {
  while (at_ < bytes_.size()) {
    if (bytes_[at_] == '%') {
      at_ = std::min(bytes_.find_first_of("\r\n", at_), bytes_.size());
    } else if (is_space(bytes_[at_])) {
      ++at_;
    } else {
      return;
    }
  }
}

void PdfScanner::read_text(PdfValue& value) {
  value.kind = PdfValue::Kind::text;
  const bool is_hex = bytes_[at_] == '<';
  const std::size_t start = ++at_;
  int open = 1;
  while (at_ < bytes_.size()) {
    const char c = bytes_[at_++];
    if (is_hex) {
      if (c == '>') open = 0;
    } else if (c == '\\') {
      ++at_;
    } else if (c == '(') {
      ++open;
    } else if (c == ')') {
      --open;
    }
    if (open == 0) {
      value.text = bytes_.substr(start, at_ - 1 - start);
      return;
    }
  }
  at_ = bytes_.size();
  is_damaged_ = true;
}

void PdfScanner::read_name(PdfValue& value) {
  value.kind = PdfValue::Kind::name;
  for (++at_; at_ < bytes_.size() && is_regular(bytes_[at_]); ++at_) {
    const int high = bytes_[at_] == '#' && at_ + 2 < bytes_.size() ? hex_digit(bytes_[at_ + 1]) : -1;
    const int low = high < 0 ? -1 : hex_digit(bytes_[at_ + 2]);
    if (low < 0) {
      value.text += bytes_[at_];
      continue;
    }
    value.text += static_cast<char>(16 * high + low);
    at_ += 2;
  }
}

PdfValue PdfScanner::next_token() {
  skip_space();
  PdfValue value;
  value.start = at_;
  if (at_ >= bytes_.size()) return value;
  const char c = bytes_[at_];
  const std::string_view two = bytes_.substr(at_, 2);
  if (c == '/') {
    read_name(value);
  } else if (two == "<<" || two == ">>") {
    value.kind = PdfValue::Kind::word;
    value.text = two;
    at_ += 2;
  } else if (c == '(' || c == '<') {
    read_text(value);
  } else {
    value.kind = PdfValue::Kind::word;
    const std::size_t start = at_++;
    while (is_regular(c) && at_ < bytes_.size() && is_regular(bytes_[at_])) ++at_;
    value.text = bytes_.substr(start, at_ - start);
  }
  value.end = at_;
  return value;
}

PdfValue PdfScanner::read(int depth) {
  PdfValue value = next_token();
  if (depth > deepest) {
    is_damaged_ = true;
    at_ = bytes_.size();
    return {};
  }
  if (value.is_word("<<")) {
    value.kind = PdfValue::Kind::map;
    return read_until(">>", depth, std::move(value));
  }
  if (value.is_word("[")) {
    value.kind = PdfValue::Kind::list;
    return read_until("]", depth, std::move(value));
  }
  return value;
}

PdfValue PdfScanner::read_until(std::string_view end, int depth, PdfValue value) {
  value.text.clear();
  std::vector<PdfValue> items;
  while (true) {
    PdfValue item = read(depth + 1);
    if (item.kind == PdfValue::Kind::none || item.is_word("endobj")) {
      is_damaged_ = true;
      return value;
    }
    value.end = item.end;
    if (item.is_word(end)) break;
    items.push_back(std::move(item));
    join_reference(items);
  }
  if (value.kind == PdfValue::Kind::list) {
    value.values = std::move(items);
    return value;
  }
  for (std::size_t i = 0; i + 1 < items.size(); i += 2) {
    value.keys.push_back(std::move(items[i].text));
    value.values.push_back(std::move(items[i + 1]));
  }
  return value;
}

void PdfScanner::join_reference(std::vector<PdfValue>& values) {
  if (values.size() < 3 || !values.back().is_word("R")) return;
  PdfValue& object = values[values.size() - 3];
  if (!is_number(object) || !is_number(values[values.size() - 2])) return;
  object.kind = PdfValue::Kind::reference;
  object.object = std::strtoull(object.text.c_str(), nullptr, 10);
  object.end = values.back().end;
  values.resize(values.size() - 2);
}

}  // namespace vav::documents
