// A small knowledge base of another sort than the real one, for unit tests of the rooms above config.
#pragma once

#include <gtest/gtest.h>
#include <map>
#include <string>
#include <vector>

#include "config/site_config.h"
#include "disk/disk.h"

namespace vav::sample {

inline constexpr const char* config_text = R"(format: 1
site: {title: Sample, lang: en, start: home}
chain: [[session], [note], [finding]]
relation_fields:
  certainty: {type: choice, choices: [{value: likely, label: {en: likely}}], label: {en: Certainty}}
  note: {type: text, label: {en: Note}}
common:
  relations:
    source: {to: [work], many: true, label: {en: Sources}, inverse: {en: Source of}, fields: {section: {type: text}, pages: {type: text}}}
    replaces: {to: same, label: {en: Replaces}, inverse: {en: Replaced by}}
kinds:
  session:
    folder: sessions
    label: {en: {one: session, many: sessions}}
    sort: date
    fields:
      date: {type: partial-date, required: true, label: {en: Date}}
      date_text: {type: text}
      seats: {type: number}
      open: {type: flag}
      site: {type: url}
      tags: {type: choice, many: true, choices: [red, blue]}
  note:
    folder: notes
    date_from: session
    label: {en: {one: note, many: notes}}
    relations:
      session: {to: [session], required: true, label: {en: At}, inverse: {en: Notes}}
      by: {to: [person], many: true, label: {en: By}, inverse: {en: Said}}
  finding:
    folder: findings
    label: {en: {one: finding, many: findings}}
    relations:
      rests_on: {to: [note], many: true, evidence: for, label: {en: Rests on}, inverse: {en: Supports}}
      against: {to: [note], many: true, evidence: against, label: {en: Against}, inverse: {en: Speaks against}}
  person:
    folder: people
    label: {en: {one: person, many: people}}
    sections:
      - {label: {en: Findings}, via: [note.by, finding.rests_on], empty: {en: None yet.}}
  work:
    folder: works
    label: {en: {one: work, many: works}}
  page:
    folder: pages
    address: /
    list: false
    label: {en: {one: page, many: pages}}
)";

struct ReadConfig {
  std::optional<SiteConfig> config;
  Diagnostics diagnostics;
};

inline ReadConfig read_config_text(const std::string& text) {
  MemoryDisk disk({{"/c/vav.yaml", text}});
  ReadConfig result;
  result.config = read_config(disk, "/c", result.diagnostics);
  return result;
}

// The sample's configuration. It has no findings.
inline SiteConfig config() {
  ReadConfig read = read_config_text(config_text);
  EXPECT_TRUE(read.diagnostics.empty()) << (read.diagnostics.empty() ? ""
                                                                     : read.diagnostics.all().front().message.english);
  return *read.config;
}

// "id line:column length" of each finding, in order.
inline std::vector<std::string> ids_and_places(const Diagnostics& diagnostics) {
  std::vector<std::string> all;
  for (const Diagnostic& one : diagnostics.all()) {
    all.push_back(one.id + " " + std::to_string(one.span.place.line) + ":" + std::to_string(one.span.place.column) +
                  " " + std::to_string(one.span.place.length));
  }
  return all;
}

}  // namespace vav::sample
