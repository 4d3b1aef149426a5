#include "evidence/coverage.h"

#include "evidence/check_evidence.h"
#include "woven_sample.h"

namespace vav {
namespace {

using sample::Woven;

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  EXPECT_NE(at, std::string::npos);
  return text.replace(at, from.size(), to);
}

// Voices, a relation that is expected, and a way to say that a finding rests on nothing.
SiteConfig declared() {
  std::string text =
      replaced(sample::config_text, "by: {to: [person],", "by: {voice: true, expected: true, to: [person],");
  text = replaced(text, "    folder: findings\n",
                  "    folder: findings\n"
                  "    fields: {basis: {type: choice, choices: [own]}, why: {type: text}}\n"
                  "    unsupported: {field: basis, value: own, reason: why}\n");
  const sample::ReadConfig read = sample::read_config_text(text);
  EXPECT_TRUE(read.diagnostics.empty());
  return *read.config;
}

// "ID: ITEMS of OUT_OF, APART" a line.
std::string told(const Woven& woven) {
  const EvidenceGraph evidence = woven.evidence();
  const Traceability rows = trace_rows(woven.config.traceability, evidence, {}, woven.pages, woven.config.schema);
  const ItemMatrix matrix;
  std::string text;
  for (const CoverageLine& line :
       measure_coverage({woven.config, woven.pages, woven.graph, evidence, {}, rows, matrix})) {
    text += line.id + ":";
    for (const CoverageItem& one : line.items) text += " " + woven.pages[one.item].id;
    text += " of " + std::to_string(line.out_of);
    for (const CoverageItem& one : line.apart) text += ", " + woven.pages[one.item].id + " (" + one.reason + ")";
    text += "\n";
  }
  return text;
}

TEST(Coverage, NamesWhatIsMissingAndOutOfHowMany) {
  const Woven woven({{"/c/sessions/one.md", "---\ntitle: One\ndate: 2025\n---\n"},
                     {"/c/notes/n.md", "---\ntitle: N\nsession: one\nby: p\n---\n"},
                     {"/c/notes/m.md", "---\ntitle: M\nsession: one\n---\n"},
                     {"/c/notes/old.md", "---\ntitle: Old\nsession: one\n---\n"},
                     {"/c/notes/new.md", "---\ntitle: New\nsession: one\nreplaces: old\n---\n"},
                     {"/c/people/p.md", "---\ntitle: P\n---\n"},
                     {"/c/findings/f.md", "---\ntitle: F\nrests_on: n\n---\n"},
                     {"/c/findings/g.md", "---\ntitle: G\nagainst: m\n---\n"},
                     {"/c/findings/own.md", "---\ntitle: Own\nbasis: own\nwhy: Nobody spoke of it.\n---\n"}},
                    declared());
  EXPECT_EQ(told(woven),
            "finding-without-evidence: g of 3, own (Nobody spoke of it.)\n"
            "finding-one-voice: f of 1\n"
            "finding-one-origin: f of 1\n"
            "session-unused: of 1\n"
            "note-unused: new of 3\n"
            "note-without-by: m new of 3\n");
}

TEST(Coverage, AReasonOfSpacesAloneIsNone) {
  for (const char* reason : {"", "  ", "\u00A0", "\u200B"}) {
    const Woven woven(
        {{"/c/sessions/one.md", "---\ntitle: One\ndate: 2025\n---\n"},
         {"/c/findings/own.md", "---\ntitle: Own\nbasis: own\nwhy: \"" + std::string(reason) + "\"\n---\n"}},
        declared());
    EXPECT_TRUE(told(woven).starts_with("finding-without-evidence: own of 1\n")) << told(woven);
    const EvidenceGraph evidence = woven.evidence();
    Diagnostics diagnostics;
    check_evidence({woven.pages, woven.on_site, woven.graph, evidence, woven.config.schema}, diagnostics);
    ASSERT_EQ(diagnostics.all().size(), 1U);
    EXPECT_EQ(diagnostics.all().front().id, "missing-reason");
  }
}

TEST(Coverage, NothingIsToldWithoutAChain) {
  const Woven woven(
      {{"/c/people/p.md", "---\ntitle: P\n---\n"}},
      *sample::read_config_text(
           replaced(replaced(sample::config_text, "chain: [[session], [note], [finding]]\n", ""),
                    "      rests_on: {to: [note], many: true, evidence: for, label: {en: Rests on}, inverse: {en: "
                    "Supports}}\n"
                    "      against: {to: [note], many: true, evidence: against, label: {en: Against}, inverse: {en: "
                    "Speaks against}}\n",
                    "      rests_on: {to: [note], many: true, label: {en: Rests on}, inverse: {en: Supports}}\n"))
           .config);
  EXPECT_EQ(told(woven), "");
}

}  // namespace
}  // namespace vav
