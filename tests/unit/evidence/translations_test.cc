#include "evidence/translations.h"

#include "woven_sample.h"

namespace vav {
namespace {

using sample::Woven;

// What is told of a finding that says `original`, and its translation that says `translated`.
std::vector<std::string> told(const std::string& original, const std::string& translated) {
  const Woven woven({{"/c/sessions/one.md", "---\ntitle: One\ndate: 2025\n---\n"},
                     {"/c/notes/n.md", "---\ntitle: N\nsession: one\n---\nSaid. {#said}\n\nElse. {#else}\n"},
                     {"/c/notes/m.md", "---\ntitle: M\nsession: one\n---\n"},
                     {"/c/works/w.md", "---\ntitle: W\n---\n"},
                     {"/c/findings/old.md", "---\ntitle: Old\n---\n"},
                     {"/c/findings/f.md", "---\ntitle: F\n" + original + "---\n"},
                     {"/c/sv/findings/f.md", "---\ntitle: F\ntranslation_of: f\n" + translated + "---\n"}});
  const EvidenceGraph evidence = woven.evidence();
  Diagnostics diagnostics;
  compare_translations({woven.pages, woven.on_site, woven.graph, evidence, woven.config.schema}, diagnostics);
  std::vector<std::string> all;
  for (const Diagnostic& one : diagnostics.all()) {
    EXPECT_EQ(one.id + " " + one.span.path, "translation-differs sv/findings/f.md");
    all.push_back(std::to_string(one.span.place.line) + ":" + std::to_string(one.span.place.column) + " " +
                  one.message.english);
  }
  return all;
}

using Told = std::vector<std::string>;

TEST(Translations, ThatSayTheSameAreRight) {
  EXPECT_EQ(told("rests_on: [n#said, m]\nreplaces: old\n", "replaces: old\nrests_on: [m, n#said]\n"), Told{});
  EXPECT_EQ(told("rests_on: {ref: n, note: So.}\nsource: w\n", "rests_on: {ref: n, note: Annat.}\n"), Told{});
  EXPECT_EQ(told("", ""), Told{});
}
TEST(Translations, MissALink) {
  EXPECT_EQ(told("rests_on: [n, m]\n", "rests_on: n\n"),
            Told{"1:1 'rests_on' points at m in findings/f.md, and not here"});
  EXPECT_EQ(told("replaces: old\n", ""), Told{"1:1 'replaces' points at old in findings/f.md, and not here"});
}
TEST(Translations, HaveALinkMore) {
  EXPECT_EQ(told("", "rests_on: [n]\n"), Told{"4:12 'rests_on' points at n here, and not in findings/f.md"});
  EXPECT_EQ(told("rests_on: n#said\n", "rests_on: n#else\n"),
            (Told{"4:11 'rests_on' points at n here, and not in findings/f.md",
                  "1:1 'rests_on' points at n in findings/f.md, and not here"}));
}
TEST(Translations, PutALinkUnderAnotherRelation) {
  EXPECT_EQ(told("rests_on: n\n", "against: n\n"),
            Told{"4:10 n stands under 'against' here, and under 'rests_on' in findings/f.md"});
}

}  // namespace
}  // namespace vav
