#include "evidence/item_matrix.h"

#include "woven_sample.h"

namespace vav {
namespace {

using sample::Woven;

constexpr const char* matrix_text = R"(matrix:
  label: {en: Who was where}
  rows: person
  columns: [session]
  views:
    - {id: said, label: {en: said}, voice: true, rows: [note.by], columns: [note.session]}
  invited: [[note.session, by]]
  silent: {en: silent}
)";

SiteConfig with_matrix() {
  const sample::ReadConfig read = sample::read_config_text(std::string(sample::config_text) + matrix_text);
  EXPECT_TRUE(read.diagnostics.empty());
  return *read.config;
}

TEST(ItemMatrix, CountsWhatARowAndAColumnBothLeadTo) {
  const Woven woven({{"/c/sessions/one.md", "---\ntitle: One\ndate: 2025\n---\n"},
                     {"/c/sessions/two.md", "---\ntitle: Two\ndate: 2026\n---\n"},
                     {"/c/notes/n.md", "---\ntitle: N\nsession: one\nby: [p, q]\n---\n"},
                     {"/c/notes/m.md", "---\ntitle: M\nsession: one\nby: p\n---\n"},
                     {"/c/people/p.md", "---\ntitle: P\n---\n"},
                     {"/c/people/q.md", "---\ntitle: Q\n---\n"},
                     {"/c/people/r.md", "---\ntitle: R\n---\n"}},
                    with_matrix());
  const ItemMatrix matrix =
      count_matrix(woven.config.matrix, woven.graph, woven.pages, woven.on_site, woven.config.schema);
  EXPECT_EQ(woven.ids(matrix.rows), "p q r");
  EXPECT_EQ(woven.ids(matrix.columns), "one two");
  ASSERT_EQ(matrix.cells[0].size(), 1U);
  EXPECT_EQ(matrix.cells[0][0].count(), 2U);
  EXPECT_EQ(matrix.cells[1][0].count(), 1U);
  EXPECT_TRUE(matrix.cells[1][0].invited);
  EXPECT_FALSE(matrix.cells[1][0].silent());
  EXPECT_TRUE(matrix.cells[2].empty());
}

TEST(ItemMatrix, IsEmptyWhereNoneIsDeclared) {
  const Woven woven({{"/c/people/p.md", "---\ntitle: P\n---\n"}}, sample::config());
  EXPECT_TRUE(
      count_matrix(woven.config.matrix, woven.graph, woven.pages, woven.on_site, woven.config.schema).rows.empty());
}

}  // namespace
}  // namespace vav
