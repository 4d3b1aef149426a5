#include "config/reader.h"

#include <algorithm>
#include <fmt/format.h>

#include "base/check.h"
#include "base/text.h"

namespace vav {
namespace {

const Value absent;

}  // namespace

MapReader::MapReader(const Value& map, Wording what, std::string path, Diagnostics& diagnostics,
                     std::string_view finding)
    : map_(map), what_(std::move(what)), path_(std::move(path)), diagnostics_(diagnostics), finding_(finding) {
  if (!map.is_map() && !map.is_null()) {
    report(map, say("{} must be a map of keys, not a {}", what_, type_word(map)));
  }
}

MapReader::MapReader(const Value& map, const FormatMap& format, Wording what, std::string path,
                     Diagnostics& diagnostics)
    : MapReader(map, std::move(what), std::move(path), diagnostics) {
  format_ = &format;
}

const Entry* MapReader::entry(std::string_view key) {
  if (std::ranges::find(known_, key) == known_.end()) known_.emplace_back(key);
  return map_.find_entry(key);
}

const Value& MapReader::value(std::string_view key) {
  const Entry* found = entry(key);
  return found ? found->value : absent;
}

std::string MapReader::text(std::string_view key, std::string fallback) {
  const Entry* found = entry(key);
  if (!found || found->value.is_null()) return fallback;
  if (found->value.text()) return *found->value.text();
  report_type(*found, say("text"));
  return fallback;
}

std::string MapReader::required_text(std::string_view key) {
  const Entry* found = map_.find_entry(key);
  const std::string result = text(key);
  if (!found || found->value.is_null() || (found->value.is_text() && is_blank(result))) {
    report(found ? found->value : map_, say("{} must have the key '{}'", what_, key));
  }
  return result;
}

bool MapReader::flag(std::string_view key, bool fallback) {
  const Entry* found = entry(key);
  if (!found) return fallback;
  if (found->value.flag()) return *found->value.flag();
  report_type(*found, say("true or false"));
  return fallback;
}

std::int64_t MapReader::integer(std::string_view key, std::int64_t fallback) {
  const Entry* found = entry(key);
  if (!found) return fallback;
  if (found->value.integer()) return *found->value.integer();
  report_type(*found, say("a whole number"));
  return fallback;
}

std::optional<double> MapReader::number(std::string_view key) {
  const Entry* found = entry(key);
  if (!found) return std::nullopt;
  if (const auto* whole = found->value.integer()) return static_cast<double>(*whole);
  if (const auto* number = found->value.number()) return *number;
  report_type(*found, say("a number"));
  return std::nullopt;
}

bool MapReader::internal() {
  const std::string word = text("visibility", "public");
  const bool known = word == "public" || word == "internal";
  if (!known) report(map_.at("visibility"), say("'{}' is no visibility", word), say("visibility: public or internal"));
  return word == "internal";
}

List MapReader::list(std::string_view key) {
  const Value& found = value(key);
  if (found.is_null()) return {};
  if (found.is_list()) return found.items();
  return {found};
}

LocalText MapReader::local_text(std::string_view key, const Languages& languages) {
  LocalText result;
  const Entry* found = entry(key);
  if (!found || found->value.is_null()) return result;
  if (found->value.is_text()) {
    result.set(languages.front(), *found->value.text());
    return result;
  }
  if (!found->value.is_map()) report_type(*found, say("a text, or a text for each language"));
  // The site's own language first: it stands in where another is missing.
  for (const std::string& language : languages) {
    if (const Value* one = found->value.find(language)) result.set(language, one->text_or_empty());
  }
  if (const Entries* texts = found->value.entries()) {
    for (const Entry& one : *texts) {
      if (!one.value.is_text()) report_type(one, say("text"));
      if (!result.has(one.key)) result.set(one.key, one.value.text_or_empty());
    }
    for (const std::string& language : languages) {
      if (result.has(language)) continue;
      diagnostics_.add("missing-translation", {path_, found->key_place},
                       say("'{}' of {} has no text in '{}'", key, what_, language));
    }
  }
  return result;
}

void MapReader::finish() {
  if (format_) {
    VAV_CHECK(known_.size() == format_->keys.size());
    for (const std::string& key : known_) VAV_CHECK(format_->find(key) != nullptr);
  }
  const Entries* all = map_.entries();
  if (!all) return;
  for (const Entry& one : *all) {
    if (std::ranges::find(known_, one.key) != known_.end()) continue;
    const Wording near = did_you_mean(one.key, known_);
    // {note: one, two}: what follows the comma is a key to YAML.
    const bool after_comma = one.value.is_null() && one.key.find(' ') != std::string::npos;
    diagnostics_.add("unknown-key", {path_, one.key_place}, say("{} has no key '{}'", what_, one.key),
                     after_comma     ? say("a value that holds a comma needs quotation marks inside {{ }} and [ ]")
                     : !near.empty() ? near
                                     : say("known keys: {}", join(known_, ", ")));
  }
}

void MapReader::report(const Value& at, Wording message, Wording hint) {
  // What is not there is told at the map that lacks it.
  const Place& place = at.place().line == 0 ? map_.place() : at.place();
  diagnostics_.add(finding_, {path_, place}, std::move(message), std::move(hint));
}

void MapReader::report_type(const Entry& entry, const Wording& wanted) {
  report(entry.value, say("'{}' of {} must be {}, not a {}", entry.key, what_, wanted, type_word(entry.value)));
}

}  // namespace vav
