#include "pages/field_value.h"

#include <fmt/format.h>

#include "base/date.h"
#include "base/text.h"
#include "base/unicode.h"

namespace vav {
namespace {

class ValueChecker {
 public:
  ValueChecker(const Field& field, const Value& value, const std::string& path, Diagnostics& diagnostics)
      : field_(field), value_(value), path_(path), diagnostics_(diagnostics) {}

  std::optional<Value> check() {
    switch (field_.type) {
      case FieldType::text:
        return text();
      case FieldType::date:
        return date(false);
      case FieldType::partial_date:
        return date(true);
      case FieldType::number:
        return value_.integer() || value_.number() ? std::optional(value_) : refuse("a number");
      case FieldType::flag:
        return value_.flag() ? std::optional(value_) : refuse("true or false");
      case FieldType::url:
        return url();
      case FieldType::choice:
        return choice();
    }
    return std::nullopt;
  }

 private:
  std::optional<Value> text() {
    if (const std::string* words = value_.text()) return Value(to_nfc(*words)).at_place(value_.place());
    return refuse("a text", value_.is_list() || value_.is_map() ? "" : "put the value in quotation marks");
  }

  std::optional<Value> date(bool partial) {
    std::string written = value_.text_or_empty();
    if (const auto* year = value_.integer()) written = fmt::format("{}", *year);
    const auto parsed = parse_date(written);
    if (!parsed || (!partial && !parsed->whole())) {
      diagnostics_.add("bad-date", {path_, value_.place()},
                       fmt::format("'{}' must be a date, not '{}'", field_.name, written),
                       partial ? "write 2025-05-08, 2025-05 or 2025" : "write it as 2025-05-08");
      return std::nullopt;
    }
    return Value(parsed->iso()).at_place(value_.place());
  }

  std::optional<Value> url() {
    const std::string& address = value_.text_or_empty();
    const bool good = address.starts_with("https://") || address.starts_with("http://");
    if (!good) return refuse("an address that starts with https:// or http://");
    return value_;
  }

  std::optional<Value> choice() {
    std::vector<std::string> known;
    for (const Choice& one : field_.choices) {
      if (one.value == value_.text_or_empty()) return value_;
      known.push_back(one.value);
    }
    const auto near = nearest(value_.text_or_empty(), known);
    diagnostics_.add("bad-value", {path_, value_.place()},
                     fmt::format("'{}' is none of the choices for '{}'", value_.text_or_empty(), field_.name),
                     near ? fmt::format("did you mean '{}'?", *near) : fmt::format("choices: {}", join(known, ", ")));
    return std::nullopt;
  }

  std::optional<Value> refuse(std::string_view wanted, std::string hint = {}) {
    diagnostics_.add("bad-value", {path_, value_.place()},
                     fmt::format("'{}' must be {}, not a {}", field_.name, wanted, value_.type_name()),
                     std::move(hint));
    return std::nullopt;
  }

  const Field& field_;
  const Value& value_;
  const std::string& path_;
  Diagnostics& diagnostics_;
};

}  // namespace

std::optional<Value> check_value(const Field& field, const Value& value, const std::string& path,
                                 Diagnostics& diagnostics) {
  return ValueChecker(field, value, path, diagnostics).check();
}

std::vector<Value> check_values(const Field& field, const Value& value, const std::string& path,
                                Diagnostics& diagnostics) {
  std::vector<Value> checked;
  if (value.is_null()) return checked;
  if (value.is_list() && !field.many) {
    diagnostics.add("bad-value", {path, value.place()}, fmt::format("'{}' takes one value, not a list", field.name));
    return checked;
  }
  const List all = value.is_list() ? value.items() : List{value};
  for (const Value& one : all) {
    if (auto good = check_value(field, one, path, diagnostics)) checked.push_back(std::move(*good));
  }
  return checked;
}

}  // namespace vav
