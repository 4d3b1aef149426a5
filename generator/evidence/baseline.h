// A state of the site that was stored, so that what has come since can be told. CONTENT/baselines/NAME.json:
//
//   {"format": 1, "date": "2026-11-22", "items": [
//     {"id", "lang", "kind", "address", "title", "fields": {name: [texts]}, "relations": {name: [targets]},
//      "text": [blocks]}, …]}
//
// with the items as SiteState has them. The texts themselves are kept, not fingerprints of them, so that a reader can
// be shown which words have changed. Indented, one text a line, so that it can be read and compared as it stands.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"
#include "diagnostics/diagnostic.h"
#include "evidence/site_state.h"

namespace vav {

inline constexpr std::string_view baselines_folder = "baselines";  // in the content folder

struct Baseline {
  std::string name;  // of its file, without ".json"
  Date date;         // the day that the state is of
  SiteState state;
};

// What is wrong with a name, as a hint; "" = nothing. a-z, 0-9 and hyphens: it is a part of addresses. Every system can
// hold its folder; and what looks like a date is one.
std::string_view baseline_name_fault(std::string_view name);
bool is_baseline_name(std::string_view name);

// The file, byte for byte the same for the same baseline.
std::string baseline_json(const Baseline& baseline);

// What is not a baseline is a finding (bad-baseline) and gives nothing. `path`: for findings, relative to the content
// folder; the name is taken from it.
std::optional<Baseline> read_baseline(const std::string& text, const std::string& path, Diagnostics& diagnostics);

}  // namespace vav
