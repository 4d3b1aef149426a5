#include "base/value.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace vav {
namespace {

const Value null_value;
const List no_items;
const std::string no_text;

void append_json(std::string& out, const Value& value, int indent, int depth);

void append_break(std::string& out, int indent, int depth) {
  if (indent == 0) return;
  out += '\n';
  out.append(static_cast<std::size_t>(indent) * static_cast<std::size_t>(depth), ' ');
}

void append_json_number(std::string& out, double number) {
  if (std::isfinite(number)) {
    out += fmt::format("{}", number);
  } else {
    out += "null";
  }
}

void append_json_list(std::string& out, const List& items, int indent, int depth) {
  if (items.empty()) {
    out += "[]";
    return;
  }
  out += '[';
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i > 0) out += ',';
    append_break(out, indent, depth + 1);
    append_json(out, items[i], indent, depth + 1);
  }
  append_break(out, indent, depth);
  out += ']';
}

void append_json_map(std::string& out, const Entries& entries, int indent, int depth) {
  if (entries.empty()) {
    out += "{}";
    return;
  }
  out += '{';
  for (std::size_t i = 0; i < entries.size(); ++i) {
    if (i > 0) out += ',';
    append_break(out, indent, depth + 1);
    out += json_quote(entries[i].key);
    out += indent == 0 ? ":" : ": ";
    append_json(out, entries[i].value, indent, depth + 1);
  }
  append_break(out, indent, depth);
  out += '}';
}

void append_json(std::string& out, const Value& value, int indent, int depth) {
  if (const bool* flag = value.flag()) {
    out += *flag ? "true" : "false";
  } else if (const auto* integer = value.integer()) {
    out += fmt::format("{}", *integer);
  } else if (const double* number = value.number()) {
    append_json_number(out, *number);
  } else if (const std::string* text = value.text()) {
    out += json_quote(*text);
  } else if (const Markup* markup = value.markup()) {
    out += json_quote(markup->html);
  } else if (const List* list = value.list()) {
    append_json_list(out, *list, indent, depth);
  } else if (const Entries* entries = value.entries()) {
    append_json_map(out, *entries, indent, depth);
  } else {
    out += "null";
  }
}

}  // namespace

Value::Value(List items) : data_(std::make_shared<const List>(std::move(items))) {}
Value::Value(Entries entries) : data_(std::make_shared<const Entries>(std::move(entries))) {}

Value Value::map(std::initializer_list<std::pair<std::string_view, Value>> entries) {
  Entries result;
  result.reserve(entries.size());
  for (const auto& [key, value] : entries) result.push_back({std::string(key), value, {}});
  return {std::move(result)};
}

const List* Value::list() const {
  const auto* shared = std::get_if<std::shared_ptr<const List>>(&data_);
  return shared ? shared->get() : nullptr;
}

const Entries* Value::entries() const {
  const auto* shared = std::get_if<std::shared_ptr<const Entries>>(&data_);
  return shared ? shared->get() : nullptr;
}

const Entry* Value::find_entry(std::string_view key) const {
  const Entries* all = entries();
  if (all == nullptr) return nullptr;
  const auto found = std::ranges::find(*all, key, &Entry::key);
  return found == all->end() ? nullptr : &*found;
}

const Value* Value::find(std::string_view key) const {
  const Entry* entry = find_entry(key);
  return entry ? &entry->value : nullptr;
}

const Value& Value::at(std::string_view key) const {
  const Value* found = find(key);
  return found ? *found : null_value;
}

const List& Value::items() const {
  const List* all = list();
  return all ? *all : no_items;
}

const std::string& Value::text_or_empty() const {
  const std::string* own = text();
  return own ? *own : no_text;
}

std::string_view Value::type_name() const {
  if (flag()) return "flag";
  if (integer() || number()) return "number";
  if (text() || markup()) return "text";
  if (is_list()) return "list";
  if (is_map()) return "map";
  return "nothing";
}

Value Value::at_place(Place place) const& {
  Value copy = *this;
  copy.place_ = place;
  return copy;
}

Value Value::at_place(Place place) && {
  place_ = place;
  return std::move(*this);
}

bool operator==(const Value& a, const Value& b) {
  if (const List* list = a.list()) return b.list() && *list == *b.list();
  if (const Entries* entries = a.entries()) {
    return b.entries() && std::ranges::equal(*entries, *b.entries(), [](const Entry& x, const Entry& y) {
             return x.key == y.key && x.value == y.value;
           });
  }
  return a.data_ == b.data_;
}

MapBuilder& MapBuilder::set(std::string_view key, Value value) {
  const auto found = std::ranges::find(entries_, key, &Entry::key);
  if (found != entries_.end()) {
    found->value = std::move(value);
  } else {
    entries_.push_back({std::string(key), std::move(value), {}});
  }
  return *this;
}

Value MapBuilder::build() && {
  return {std::move(entries_)};
}

std::string json_quote(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    switch (c) {
      case '"':
        out += "\\\"";
        break;
      case '\\':
        out += "\\\\";
        break;
      case '\b':
        out += "\\b";
        break;
      case '\f':
        out += "\\f";
        break;
      case '\n':
        out += "\\n";
        break;
      case '\r':
        out += "\\r";
        break;
      case '\t':
        out += "\\t";
        break;
      default:
        if (static_cast<unsigned char>(c) < 0x20) {
          out += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
        } else {
          out += c;
        }
    }
  }
  out += '"';
  return out;
}

std::string to_json(const Value& value) {
  std::string out;
  append_json(out, value, 0, 0);
  return out;
}

std::string to_pretty_json(const Value& value) {
  std::string out;
  append_json(out, value, 2, 0);
  return out;
}

}  // namespace vav
