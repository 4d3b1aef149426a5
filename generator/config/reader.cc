#include "config/reader.h"

#include <algorithm>
#include <fmt/format.h>

#include "base/text.h"

namespace vav {
namespace {

const Value absent;
constexpr std::string_view bad_config = "bad-config";

}  // namespace

MapReader::MapReader(const Value& map, std::string what, std::string path, Diagnostics& diagnostics)
    : map_(map), what_(std::move(what)), path_(std::move(path)), diagnostics_(diagnostics) {
  if (!map.is_map() && !map.is_null()) {
    report(map, fmt::format("{} must be a map of keys, not a {}", what_, map.type_name()));
  }
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
  report_type(*found, "text");
  return fallback;
}

std::string MapReader::required_text(std::string_view key) {
  const Entry* found = map_.find_entry(key);
  const std::string result = text(key);
  if (!found || found->value.is_null() || (found->value.is_text() && is_blank(result))) {
    report(found ? found->value : map_, fmt::format("{} must have the key '{}'", what_, key));
  }
  return result;
}

bool MapReader::flag(std::string_view key, bool fallback) {
  const Entry* found = entry(key);
  if (!found) return fallback;
  if (found->value.flag()) return *found->value.flag();
  report_type(*found, "true or false");
  return fallback;
}

std::int64_t MapReader::integer(std::string_view key, std::int64_t fallback) {
  const Entry* found = entry(key);
  if (!found) return fallback;
  if (found->value.integer()) return *found->value.integer();
  report_type(*found, "a whole number");
  return fallback;
}

List MapReader::list(std::string_view key) {
  const Value& found = value(key);
  if (found.is_null()) return {};
  if (found.is_list()) return found.items();
  return {found};
}

LocalText MapReader::local_text(std::string_view key, const std::string& fallback_language) {
  const Entry* found = entry(key);
  if (!found || found->value.is_null()) return {};
  if (!found->value.is_map() && !found->value.is_text()) report_type(*found, "a text, or a text for each language");
  return read_local_text(found->value, fallback_language);
}

LocalText read_local_text(const Value& value, const std::string& fallback_language) {
  LocalText result;
  if (value.is_text()) result.set(fallback_language, *value.text());
  if (const Entries* texts = value.entries()) {
    for (const Entry& one : *texts) result.set(one.key, one.value.text_or_empty());
  }
  return result;
}

void MapReader::finish() {
  const Entries* all = map_.entries();
  if (!all) return;
  for (const Entry& one : *all) {
    if (std::ranges::find(known_, one.key) != known_.end()) continue;
    const auto near = nearest(one.key, known_);
    diagnostics_.add(
        "unknown-key", {path_, one.key_place}, fmt::format("{} has no key '{}'", what_, one.key),
        near ? fmt::format("did you mean '{}'?", *near) : fmt::format("known keys: {}", join(known_, ", ")));
  }
}

void MapReader::report(const Value& at, std::string message, std::string hint) {
  diagnostics_.add(bad_config, {path_, at.place()}, std::move(message), std::move(hint));
}

void MapReader::report_type(const Entry& entry, std::string_view wanted) {
  report(entry.value,
         fmt::format("'{}' of {} must be {}, not a {}", entry.key, what_, wanted, entry.value.type_name()));
}

}  // namespace vav
