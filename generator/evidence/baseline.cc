#include "evidence/baseline.h"

#include <algorithm>
#include <tuple>
#include <variant>

#include "base/address.h"
#include "base/portable_name.h"
#include "base/text.h"
#include "json/json.h"

namespace vav {
namespace {

constexpr std::int64_t baseline_format = 1;
constexpr std::string_view finding = "bad-baseline";

Value list_value(const std::vector<std::string>& texts) {
  return List(texts.begin(), texts.end());
}

Value named_value(const std::vector<NamedTexts>& all) {
  Entries entries;
  for (const NamedTexts& one : all) entries.push_back({one.name, list_value(one.texts), {}});
  return entries;
}

// "2026-02-30", "2026-13": whoever wrote it meant a day.
bool is_no_date(std::string_view name) {
  const auto of_digits = [](std::string_view part, std::size_t least, std::size_t most) {
    return part.size() >= least && part.size() <= most &&
           part.find_first_not_of("0123456789") == std::string_view::npos;
  };
  const std::vector<std::string_view> parts = split(name, '-');
  if (parts.size() < 2 || parts.size() > 3 || !of_digits(parts[0], 4, 4)) return false;
  const bool looks_so = std::all_of(parts.begin() + 1, parts.end(), [&](auto part) { return of_digits(part, 1, 2); });
  return looks_so && !parse_date(name);
}

class BaselineReader {
 public:
  BaselineReader(const std::string& path, Diagnostics& diagnostics) : path_(path), diagnostics_(diagnostics) {}

  std::optional<Baseline> read(const std::string& text) {
    const std::string_view file = file_name(path_);
    Baseline baseline{.name = std::string(file.substr(0, file.rfind('.'))), .date = {}, .state = {}};
    if (!is_baseline_name(baseline.name))
      report(
          {}, say("'{}' is no name for a baseline", baseline.name),
          say("use a-z, 0-9 and hyphens, no name of a device on Windows, and no day that the calendar does not have"));
    if (find_invalid_utf8(text)) {
      report({}, say("this is not valid UTF-8"));
      return std::nullopt;
    }
    const auto read = read_json(text);
    if (const auto* fault = std::get_if<JsonFault>(&read)) {
      report(fault->place, fault->message);
      return std::nullopt;
    }
    const auto& whole = std::get<Value>(read);
    if (whole.at("format") != Value(baseline_format)) {
      report(whole.at("format").place(), say("a baseline must say 'format': {}", baseline_format),
             say("store it anew with vav baseline {} --force", baseline.name));
      return std::nullopt;
    }
    const auto date = parse_date(whole.at("date").text_or_empty());
    if (!date || !date->whole()) report(whole.at("date").place(), say("a baseline tells of which day it is"));
    baseline.date = date.value_or(Date{});
    if (!whole.at("items").is_list()) report(whole.at("items").place(), say("a baseline has a list of items"));
    for (const Value& item : whole.at("items").items()) baseline.state.items.push_back(read_item(item));
    if (faulty_) return std::nullopt;
    // Comparing relies on the order; a file that people have merged by hand may have lost it.
    std::ranges::sort(baseline.state.items, [](const ItemState& a, const ItemState& b) {
      return std::tie(a.id, a.lang) < std::tie(b.id, b.lang);
    });
    return baseline;
  }

 private:
  void report(const Place& place, Wording message, Wording hint = {}) {
    diagnostics_.add(finding, {path_, place}, std::move(message), std::move(hint));
    faulty_ = true;
  }

  std::string text_of(const Value& item, std::string_view key) {
    const Value& value = item.at(key);
    if (!value.is_text())
      report(value.is_null() ? item.place() : value.place(), say("an item of a baseline has the text '{}'", key));
    return value.text_or_empty();
  }

  std::vector<std::string> texts_of(const Value& value) {
    std::vector<std::string> texts;
    if (!value.is_list()) report(value.place(), say("a list of texts stands here"));
    for (const Value& one : value.items()) {
      if (!one.is_text()) report(one.place(), say("a list of texts stands here"));
      texts.push_back(one.text_or_empty());
    }
    return texts;
  }

  std::vector<NamedTexts> named_texts_of(const Value& value) {
    std::vector<NamedTexts> all;
    if (!value.is_map()) return all;
    for (const Entry& entry : *value.entries()) all.push_back({entry.key, texts_of(entry.value)});
    return all;
  }

  ItemState read_item(const Value& item) {
    return {.id = text_of(item, "id"),
            .lang = text_of(item, "lang"),
            .kind = text_of(item, "kind"),
            .address = text_of(item, "address"),
            .title = text_of(item, "title"),
            .fields = named_texts_of(item.at("fields")),
            .relations = named_texts_of(item.at("relations")),
            .text = texts_of(item.at("text"))};
  }

  const std::string& path_;
  Diagnostics& diagnostics_;
  bool faulty_ = false;
};

}  // namespace

std::string_view baseline_name_fault(std::string_view name) {
  if (!is_address(name) || name.find_first_of("/.") != std::string_view::npos)
    return "use a-z, 0-9 and hyphens only: it becomes a part of addresses";
  if (name_fault(name) != NameFault::none) return "Windows holds no file of that name: choose another";
  if (is_no_date(name)) return "it looks like a date, and the calendar has no such day: write 2026-01-31, or 2026-01";
  return {};
}

bool is_baseline_name(std::string_view name) {
  return baseline_name_fault(name).empty();
}

std::string baseline_json(const Baseline& baseline) {
  List items;
  for (const ItemState& item : baseline.state.items) {
    items.push_back(Value::map({{"id", item.id},
                                {"lang", item.lang},
                                {"kind", item.kind},
                                {"address", item.address},
                                {"title", item.title},
                                {"fields", named_value(item.fields)},
                                {"relations", named_value(item.relations)},
                                {"text", list_value(item.text)}}));
  }
  return to_pretty_json(
             Value::map({{"format", baseline_format}, {"date", baseline.date.iso()}, {"items", std::move(items)}})) +
         "\n";
}

std::optional<Baseline> read_baseline(const std::string& text, const std::string& path, Diagnostics& diagnostics) {
  return BaselineReader(path, diagnostics).read(text);
}

}  // namespace vav
