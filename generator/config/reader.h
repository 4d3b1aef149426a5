// Takes a map of vav.yaml (or theme.yaml, or front matter) apart key by key: what is asked for is typed, what is never
// asked for is a finding.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/value.h"
#include "config/schema.h"
#include "diagnostics/diagnostic.h"

namespace vav {

class MapReader {
 public:
  // `what` names the map for people: "the kind 'meeting'". A value that is no map is a finding (null is an empty map).
  MapReader(const Value& map, std::string what, std::string path, Diagnostics& diagnostics);

  // Each takes the key as known. Absent = the default; of the wrong type = a finding and the default.
  std::string text(std::string_view key, std::string fallback = {});
  std::string required_text(std::string_view key);
  bool flag(std::string_view key, bool fallback);
  std::int64_t integer(std::string_view key, std::int64_t fallback);
  // A list, or a single value as a list of one. Absent = empty.
  List list(std::string_view key);
  // A map of language -> text, or one text for the language `fallback_language`.
  LocalText local_text(std::string_view key, const std::string& fallback_language);
  // The value as it is, null when absent.
  const Value& value(std::string_view key);
  const Entry* entry(std::string_view key);

  // Reports every key that was not asked for. Call it last.
  void finish();

  void report(const Value& at, std::string message, std::string hint = {});
  const Value& map() const { return map_; }
  const std::string& what() const { return what_; }
  const std::string& path() const { return path_; }

 private:
  void report_type(const Entry& entry, std::string_view wanted);

  const Value& map_;
  std::string what_;
  std::string path_;
  Diagnostics& diagnostics_;
  std::vector<std::string> known_;
};

// LocalText from a value as MapReader::local_text() reads it. `report` is called with what is wrong.
LocalText read_local_text(const Value& value, const std::string& fallback_language);

}  // namespace vav
