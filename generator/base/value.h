// A value as front matter, vav.yaml and templates know it: null, flag, whole number, number, text, markup, list or map.
//
// Immutable once made, and cheap to copy: lists and maps are shared. Safe to read from any number of threads.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace vav {

// Where in a file something stands. Lines and columns count from 1, columns and lengths count characters (Unicode
// scalar values), as interface.md says. line 0 = the place is not known.
struct Place {
  int line = 0;
  int column = 0;
  int length = 1;

  friend bool operator==(const Place&, const Place&) = default;
};

// HTML that is already safe: templates write it as it is, where text is escaped.
struct Markup {
  std::string html;

  friend bool operator==(const Markup&, const Markup&) = default;
};

class Value;

// One entry of a map; `key_place` is where the key stands when the map was read from a file.
struct Entry;

using List = std::vector<Value>;
using Entries = std::vector<Entry>;

class Value {
 public:
  Value() = default;
  Value(bool flag) : data_(flag) {}
  Value(int number) : data_(static_cast<std::int64_t>(number)) {}
  Value(std::int64_t number) : data_(number) {}
  Value(std::size_t number) : data_(static_cast<std::int64_t>(number)) {}
  Value(double number) : data_(number) {}
  Value(const char* text) : data_(std::string(text)) {}
  Value(std::string text) : data_(std::move(text)) {}
  Value(std::string_view text) : data_(std::string(text)) {}
  Value(Markup markup) : data_(std::move(markup)) {}
  Value(List items);
  Value(Entries entries);

  // A map from keys and values, in the order given.
  static Value map(std::initializer_list<std::pair<std::string_view, Value>> entries);

  bool is_null() const { return std::holds_alternative<std::monostate>(data_); }
  bool is_list() const { return std::holds_alternative<std::shared_ptr<const List>>(data_); }
  bool is_map() const { return std::holds_alternative<std::shared_ptr<const Entries>>(data_); }
  bool is_text() const { return std::holds_alternative<std::string>(data_); }

  // The content, or nullptr when the value is of another type.
  const bool* flag() const { return std::get_if<bool>(&data_); }
  const std::int64_t* integer() const { return std::get_if<std::int64_t>(&data_); }
  const double* number() const { return std::get_if<double>(&data_); }
  const std::string* text() const { return std::get_if<std::string>(&data_); }
  const Markup* markup() const { return std::get_if<Markup>(&data_); }
  const List* list() const;
  const Entries* entries() const;

  // The value of a key of a map; nullptr when this is no map or has no such key. Linear in the number of keys.
  const Value* find(std::string_view key) const;
  // find() that gives null instead of nullptr.
  const Value& at(std::string_view key) const;
  const Entry* find_entry(std::string_view key) const;

  // Items of a list, or none when this is no list.
  const List& items() const;
  // The text, or "" when this is no text.
  const std::string& text_or_empty() const;

  // What a reader calls the type: "text", "number", "flag", "list", "map", "nothing".
  std::string_view type_name() const;

  const Place& place() const { return place_; }
  Value at_place(Place place) const&;
  Value at_place(Place place) &&;

  // Equal content; places do not count.
  friend bool operator==(const Value& a, const Value& b);

 private:
  std::variant<std::monostate, bool, std::int64_t, double, std::string, Markup, std::shared_ptr<const List>,
               std::shared_ptr<const Entries>>
      data_;
  Place place_;
};

struct Entry {
  std::string key;
  Value value;
  Place key_place;
};

// Builds a map value, last write of a key wins.
class MapBuilder {
 public:
  MapBuilder& set(std::string_view key, Value value);
  Value build() &&;

 private:
  Entries entries_;
};

// The value as compact JSON (RFC 8259): UTF-8, no spaces, keys in order; markup as its HTML text.
std::string to_json(const Value& value);
// The same, indented by two spaces a level.
std::string to_pretty_json(const Value& value);
// `text` as a JSON string literal, quotes included.
std::string json_quote(std::string_view text);

}  // namespace vav
