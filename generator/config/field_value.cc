#include "config/field_value.h"

#include <algorithm>
#include <fmt/format.h>

#include "base/date.h"
#include "base/text.h"
#include "base/unicode.h"
#include "config/gap.h"
#include "config/reader.h"

namespace vav {
namespace {

class ValueChecker {
 public:
  ValueChecker(const Field& field, const Value& value, const std::string& path, Diagnostics& diagnostics)
      : field_(field), value_(value), path_(path), diagnostics_(diagnostics) {}

  std::optional<Value> check() {
    if (const auto gap = find_gap(value_.text_or_empty())) {
      report("unfilled-gap", say("'{}' is not filled in yet", field_.name), say("write it in place of {}", gap->mark));
      return std::nullopt;
    }
    switch (field_.type) {
      case FieldType::text:
      case FieldType::rich_text:
        return limited(text());
      case FieldType::reference:
        return reference();
      case FieldType::date:
        return date(false);
      case FieldType::partial_date:
        return date(true);
      case FieldType::number:
        return number();
      case FieldType::flag:
        return value_.flag() ? std::optional(value_) : refuse_flag();
      case FieldType::url:
        return limited(url());
      case FieldType::role_email:
        return limited(role_email());
      case FieldType::choice:
        return choice();
      case FieldType::record:
        return record();
    }
    return std::nullopt;
  }

 private:
  std::optional<Value> text() {
    if (const std::string* words = value_.text()) return Value(to_nfc(*words)).at_place(value_.place());
    return refuse(say("a text"),
                  value_.is_list() || value_.is_map() ? Wording{} : say("put the value in quotation marks"));
  }

  std::optional<Value> reference() {
    auto name = text();
    if (!name) return std::nullopt;
    if (!is_blank(name->text_or_empty())) return name;
    report("bad-value", say("'{}' must name a page", field_.name));
    return std::nullopt;
  }

  std::optional<Value> number() {
    const auto* whole = value_.integer();
    if (!whole && !value_.number()) return refuse(say("a number"));
    const double number = whole ? static_cast<double>(*whole) : *value_.number();
    return keeps_limits(number, say("'{}' must be at least {}", field_.name, limit_text(field_.minimum)),
                        say("'{}' must be at most {}", field_.name, limit_text(field_.maximum)))
               ? std::optional(value_)
               : std::nullopt;
  }

  std::optional<Value> refuse_flag() {
    static const std::vector<std::string> meant_true = {"yes", "ja", "on", "True", "TRUE"};
    static const std::vector<std::string> meant_false = {"no", "nej", "off", "False", "FALSE"};
    const std::string& word = value_.text_or_empty();
    if (std::ranges::find(meant_true, word) != meant_true.end()) return refuse(say("true or false"), say("write true"));
    if (std::ranges::find(meant_false, word) != meant_false.end())
      return refuse(say("true or false"), say("write false"));
    return refuse(say("true or false"));
  }

  // The limits of texts of any sort: length in characters, and pattern.
  std::optional<Value> limited(std::optional<Value> checked) {
    if (!checked) return checked;
    const std::string& words = checked->text_or_empty();
    const auto length = static_cast<double>(count_characters(words));
    if (!keeps_limits(length, say("'{}' must have at least {} characters", field_.name, limit_text(field_.minimum)),
                      say("'{}' must have at most {} characters", field_.name, limit_text(field_.maximum))))
      return std::nullopt;
    if (!field_.pattern || field_.pattern->fits(words)) return checked;
    report("bad-value", say("'{}' does not have the form that '{}' wants", words, field_.name),
           say("it must fit {}", field_.pattern->expression()));
    return std::nullopt;
  }

  bool keeps_limits(double number, Wording too_small, Wording too_great) {
    if (field_.minimum && number < *field_.minimum) {
      report("bad-value", std::move(too_small));
      return false;
    }
    if (field_.maximum && number > *field_.maximum) {
      report("bad-value", std::move(too_great));
      return false;
    }
    return true;
  }

  static std::string limit_text(const std::optional<double>& limit) {
    return limit ? fmt::format("{:.15g}", *limit) : std::string();
  }

  // firstname.lastname@ is a person, whatever the organisation.
  std::optional<Value> role_email() {
    static const Pattern address("[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");
    static const Pattern person("[A-Za-z]+[._][A-Za-z]+(-[A-Za-z]+)?@.*");
    auto mailbox = text();
    if (!mailbox) return std::nullopt;
    if (!address.fits(mailbox->text_or_empty())) {
      report("bad-value", say("'{}' must be an e-mail address", field_.name));
      return std::nullopt;
    }
    if (!person.fits(mailbox->text_or_empty())) return mailbox;
    report("private-email", say("'{}' looks like the mailbox of a person", mailbox->text_or_empty()),
           say("write the mailbox of a role or office, such as registrator@"));
    return std::nullopt;
  }

  std::optional<Value> record() {
    if (!value_.is_map()) return refuse(say("a map of its fields"));
    MapReader reader(value_, say("'{}'", field_.name), path_, diagnostics_);
    MapBuilder checked;
    for (const Field& part : field_.fields) {
      const Value& given = reader.value(part.name);
      const std::vector<Value> values = check_values(part, given, path_, diagnostics_);
      if (!values.empty()) checked.set(part.name, part.many ? Value(List(values)) : values.front());
      if (values.empty() && !part.fallback.is_null()) checked.set(part.name, part.fallback);
      if (part.required && given.is_null()) report("missing-field", say("'{}' must have '{}'", field_.name, part.name));
    }
    reader.finish();
    return std::move(checked).build().at_place(value_.place());
  }

  std::optional<Value> date(bool partial) {
    std::string written = value_.text_or_empty();
    if (const auto* year = value_.integer()) written = fmt::format("{}", *year);
    const auto parsed = parse_date(written);
    if (!parsed || (!partial && !parsed->whole())) {
      diagnostics_.add("bad-date", {path_, value_.place()}, say("'{}' must be a date, not '{}'", field_.name, written),
                       partial ? say("write 2025-05-08, 2025-05 or 2025") : say("write it as 2025-05-08"));
      return std::nullopt;
    }
    return Value(parsed->iso()).at_place(value_.place());
  }

  std::optional<Value> url() {
    const std::string& address = value_.text_or_empty();
    const bool good = address.starts_with("https://") || address.starts_with("http://");
    if (!good) {
      report("bad-value", say("'{}' must be an address that starts with https:// or http://", field_.name));
      return std::nullopt;
    }
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
                     say("'{}' is none of the choices for '{}'", value_.text_or_empty(), field_.name),
                     near ? say("did you mean '{}'?", *near) : say("choices: {}", join(known, ", ")));
    return std::nullopt;
  }

  void report(std::string_view id, Wording message, Wording hint = {}) {
    diagnostics_.add(id, {path_, value_.place()}, std::move(message), std::move(hint));
  }

  std::optional<Value> refuse(const Wording& wanted, Wording hint = {}) {
    diagnostics_.add("bad-value", {path_, value_.place()},
                     say("'{}' must be {}, not a {}", field_.name, wanted, type_word(value_)), std::move(hint));
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
    diagnostics.add("bad-value", {path, value.place()}, say("'{}' takes one value, not a list", field.name));
    return checked;
  }
  const List all = value.is_list() ? value.items() : List{value};
  for (const Value& one : all) {
    if (auto good = check_value(field, one, path, diagnostics)) checked.push_back(std::move(*good));
  }
  return checked;
}

}  // namespace vav
