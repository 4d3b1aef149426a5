#include "evidence/voices.h"

#include "woven_sample.h"

namespace vav {
namespace {

using sample::Woven;

// The sample with people who speak, and findings that may rest on findings.
SiteConfig spoken() {
  std::string text = sample::config_text;
  text.replace(text.find("by: {to: [person],"), 18, "by: {voice: true, to: [person],");
  text.replace(text.find("rests_on: {to: [note]"), 21, "rests_on: {to: [note, finding]");
  return *sample::read_config_text(text).config;
}

MemoryDisk::Files files() {
  return {{"/c/sessions/one.md", "---\ntitle: One\ndate: 2025\n---\n"},
          {"/c/sessions/two.md", "---\ntitle: Two\ndate: 2025\n---\n"},
          {"/c/people/p.md", "---\ntitle: P\n---\n"},
          {"/c/people/q.md", "---\ntitle: Q\n---\n"},
          {"/c/notes/n.md", "---\ntitle: N\nsession: one\nby: [q, p]\n---\n"},
          {"/c/notes/m.md", "---\ntitle: M\nsession: two\nby: p\n---\n"},
          {"/c/notes/unsaid.md", "---\ntitle: Unsaid\nsession: two\n---\n"},
          {"/c/findings/f.md", "---\ntitle: F\nrests_on: [n, m]\nagainst: unsaid\n---\n"},
          {"/c/findings/g.md", "---\ntitle: G\nrests_on: [f]\n---\n"}};
}

TEST(Voices, AnItemNamesThemOrSpeaksWithThoseBehindIt) {
  const Woven woven(files(), spoken());
  const EvidenceGraph evidence = woven.evidence();
  const Voices voices(evidence, woven.graph, woven.config.schema);
  EXPECT_EQ(woven.ids(voices.of(woven.page("n"))), "q p");
  EXPECT_EQ(woven.ids(voices.of(woven.page("f"))), "q p") << "each once";
  EXPECT_EQ(woven.ids(voices.of(woven.page("g"))), "q p") << "evidence on the same step counts too";
  EXPECT_EQ(woven.ids(voices.of(woven.page("unsaid"))), "");
}

TEST(Voices, OriginsStandOnTheFirstStep) {
  const Woven woven(files(), spoken());
  const EvidenceGraph evidence = woven.evidence();
  const Voices voices(evidence, woven.graph, woven.config.schema);
  EXPECT_EQ(woven.ids(voices.origins_of(woven.page("g"))), "one two");
  EXPECT_EQ(woven.ids(voices.origins_of(woven.page("unsaid"))), "two");
  EXPECT_EQ(woven.ids(voices.origins_of(woven.page("one"))), "one");
}

}  // namespace
}  // namespace vav
