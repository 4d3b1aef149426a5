#include "evidence/traceability.h"

#include "woven_sample.h"

namespace vav {
namespace {

using sample::Woven;

// one <- n <- f; one <- m (speaks against f); nothing behind g.
Woven small() {
  return Woven({{"/c/sessions/one.md", "---\ntitle: One\ndate: 2025\n---\n"},
                {"/c/sessions/two.md", "---\ntitle: Two\ndate: 2026\n---\n"},
                {"/c/notes/n.md", "---\ntitle: N\nsession: one\n---\nSaid. {#said}\n"},
                {"/c/notes/m.md", "---\ntitle: M\nsession: one\n---\n"},
                {"/c/findings/f.md", "---\ntitle: F\nrests_on: [n, n#said]\nagainst: m\n---\n"},
                {"/c/findings/g.md", "---\ntitle: G\n---\n"}});
}

Traceability trace(const Woven& woven) {
  return trace_rows(woven.config.traceability, woven.evidence(), {}, woven.pages, woven.config.schema);
}

TEST(Traceability, EveryItemThatIsToHaveEvidenceIsARow) {
  const Woven woven = small();
  const Traceability table = trace(woven);
  ASSERT_EQ(table.rows.size(), 2U);
  EXPECT_EQ(table.column_kinds.size(), 2U);
  EXPECT_TRUE(table.rows[0].has_support && table.rows[0].is_disputed);
  EXPECT_FALSE(table.rows[1].has_support || table.rows[1].is_disputed || table.rows[1].has_consequences);
  EXPECT_TRUE(table.rows[1].items.empty());
}

TEST(Traceability, TellsHowItemsHangTogether) {
  const Woven woven = small();
  const Traceability table = trace(woven);
  std::string told;
  for (const TracedItem& one : table.rows[0].items) {
    told += woven.pages[one.item].id + (one.bearing.supports ? "+" : "") + (one.bearing.contradicts ? "-" : "") +
            (one.bearing.by_way ? "~" : "") + " ";
  }
  EXPECT_EQ(told, "m- n+ one~ ");
}

TEST(Traceability, TheSameFromTheOtherSide) {
  const Woven woven = small();
  const Traceability table = trace(woven);
  EXPECT_EQ(table.rows_of[woven.page("one")].size(), 1U);
  EXPECT_TRUE(table.rows_of[woven.page("two")].empty());
}

}  // namespace
}  // namespace vav
