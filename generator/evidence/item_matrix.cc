#include "evidence/item_matrix.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

#include "evidence/item_paths.h"

namespace vav {
namespace {

class MatrixCounter {
 public:
  MatrixCounter(const MatrixRules& rules, const KnowledgeGraph& graph, const std::vector<Page>& pages,
                const std::vector<bool>& on_site, const Schema& schema)
      : rules_(rules), graph_(graph), pages_(pages), on_site_(on_site), schema_(schema) {}

  ItemMatrix count() && {
    find_replaced();
    add_items(*rules_.rows, matrix_.rows);
    for (const std::size_t kind : rules_.columns) add_items(kind, matrix_.columns);
    std::vector<std::map<std::size_t, MatrixCell>> cells(matrix_.rows.size());  // by row and column
    for (std::size_t view = 0; view < rules_.views.size(); ++view) count_view(view, cells);
    std::unordered_map<std::size_t, std::size_t> row_of;
    for (std::size_t row = 0; row < matrix_.rows.size(); ++row) row_of[matrix_.rows[row]] = row;
    for (std::size_t column = 0; column < matrix_.columns.size(); ++column) {
      for (const std::size_t invited : along(rules_.invited, matrix_.columns[column])) {
        if (const auto row = row_of.find(invited); row != row_of.end()) cell(cells, row->second, column).invited = true;
      }
    }
    for (auto& row : cells) {
      std::vector<MatrixCell>& all = matrix_.cells.emplace_back();
      for (auto& [column, one] : row) all.push_back(std::move(one));
    }
    matrix_.replaced.assign(left_out_.begin(), left_out_.end());
    return std::move(matrix_);
  }

 private:
  using Cells = std::vector<std::map<std::size_t, MatrixCell>>;

  void find_replaced() {
    replaced_.resize(pages_.size());
    for (const Relation& relation : graph_.relations()) {
      if (schema_.kinds[relation.kind].relations[relation.type].name == replaces_relation)
        replaced_[graph_.item_of(relation.to)] = true;
    }
  }

  void add_items(std::size_t kind, std::vector<std::size_t>& items) const {
    for (std::size_t page = 0; page < pages_.size(); ++page) {
      if (pages_[page].kind == kind && is_item(page)) items.push_back(page);
    }
  }

  bool is_item(std::size_t page) const {
    return on_site_[page] && pages_[page].role == SourceRole::page && graph_.item_of(page) == page;
  }

  std::vector<std::size_t> along(const std::vector<RelationPath>& paths, std::size_t item) const {
    return items_along(paths, item, graph_, pages_, schema_);
  }

  MatrixCell& cell(Cells& cells, std::size_t row, std::size_t column) const {
    MatrixCell& one = cells[row][column];
    one.column = column;
    one.items.resize(rules_.views.size());
    return one;
  }

  void count_view(std::size_t view, Cells& cells) {
    const MatrixView& rule = rules_.views[view];
    std::unordered_map<std::size_t, std::vector<std::size_t>> columns_of;  // by item counted
    for (std::size_t column = 0; column < matrix_.columns.size(); ++column) {
      for (const std::size_t item : along(rule.columns, matrix_.columns[column])) columns_of[item].push_back(column);
    }
    for (std::size_t row = 0; row < matrix_.rows.size(); ++row) {
      for (const std::size_t item : along(rule.rows, matrix_.rows[row])) {
        const auto found = columns_of.find(item);
        if (found == columns_of.end() || !is_item(item)) continue;
        if (replaced_[item]) left_out_.insert(item);
        // Who said what has been replaced is not silent.
        if (replaced_[item] && !rule.voice) continue;
        for (const std::size_t column : found->second) {
          MatrixCell& one = cell(cells, row, column);
          if (!replaced_[item]) one.items[view].push_back(item);
          one.spoke = one.spoke || rule.voice;
        }
      }
    }
  }

  const MatrixRules& rules_;
  const KnowledgeGraph& graph_;
  const std::vector<Page>& pages_;
  const std::vector<bool>& on_site_;
  const Schema& schema_;
  ItemMatrix matrix_;
  std::vector<bool> replaced_;  // by page
  std::set<std::size_t> left_out_;
};

}  // namespace

std::size_t MatrixCell::count() const {
  std::size_t all = 0;
  for (const auto& view : items) all += view.size();
  return all;
}

ItemMatrix count_matrix(const MatrixRules& rules, const KnowledgeGraph& graph, const std::vector<Page>& pages,
                        const std::vector<bool>& on_site, const Schema& schema) {
  if (!rules.rows) return {};
  return MatrixCounter(rules, graph, pages, on_site, schema).count();
}

}  // namespace vav
