// Takes a map of vav.yaml (or theme.yaml, or front matter) apart key by key: what is asked for is typed, what is never
// asked for is a finding.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/value.h"
#include "config/format.h"
#include "config/schema.h"
#include "diagnostics/diagnostic.h"

namespace vav {

// The languages that the labels of vav.yaml should have; the first is the site's own.
using Languages = std::vector<std::string>;

class MapReader {
 public:
  // `what` names the map for people: "the kind 'meeting'". A value that is no map is a finding (null is an empty map).
  // Findings of its values have the id `finding`.
  MapReader(const Value& map, Wording what, std::string path, Diagnostics& diagnostics,
            std::string_view finding = "bad-config");
  // A map of vav.yaml. finish() checks that the keys asked for are those of its format.
  MapReader(const Value& map, const FormatMap& format, Wording what, std::string path, Diagnostics& diagnostics);

  // Each takes the key as known. Absent = the default; of the wrong type = a finding and the default.
  std::string text(std::string_view key, std::string fallback = {});
  std::string required_text(std::string_view key);
  bool flag(std::string_view key, bool fallback);
  std::int64_t integer(std::string_view key, std::int64_t fallback);
  std::optional<double> number(std::string_view key);
  // A list, or a single value as a list of one. Absent = empty.
  List list(std::string_view key);
  // A map of language -> text, or one text for the first language. A map that lacks one of `languages` is a finding.
  LocalText local_text(std::string_view key, const Languages& languages);
  // Whether the key `visibility` says internal.
  bool internal();
  // The value as it is, null when absent.
  const Value& value(std::string_view key);
  const Entry* entry(std::string_view key);

  // Reports every key that was not asked for. Call it last.
  void finish();

  void report(const Value& at, Wording message, Wording hint = {});
  const Value& map() const { return map_; }
  const Wording& what() const { return what_; }
  const std::string& path() const { return path_; }

 private:
  void report_type(const Entry& entry, const Wording& wanted);

  const Value& map_;
  const FormatMap* format_ = nullptr;
  Wording what_;
  std::string path_;
  Diagnostics& diagnostics_;
  std::string_view finding_;
  std::vector<std::string> known_;
};

}  // namespace vav
