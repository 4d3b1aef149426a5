#include "render/matrix_pages.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <numeric>
#include <unordered_map>

#include "base/address.h"
#include "base/text.h"
#include "base/unicode.h"
#include "render/evidence_files.h"
#include "render/list_groups.h"
#include "render/list_series.h"
#include "render/page_data.h"
#include "render/table_parts.h"

namespace vav {
namespace {

// A table with more columns of one kind shows those that have most, and one for the rest.
constexpr std::size_t most_columns = 24;
// With more numbers than this none has a page of its own.
constexpr std::size_t most_cell_pages = 5000;
constexpr std::size_t all_views = static_cast<std::size_t>(-1);

class MatrixPlanner {
 public:
  MatrixPlanner(const SiteModel& model, const SiteData& data)
      : model_(model), data_(data), rules_(model.config.matrix), matrix_(model.matrix), lang_(model.config.lang) {
    std::size_t numbers = 0;
    for (std::size_t row = 0; row < matrix_.rows.size(); ++row) {
      row_of_[matrix_.rows[row]] = row;
      for (const MatrixCell& cell : matrix_.cells[row]) numbers += cell.count() > 0 ? 1 : 0;
    }
    cell_pages_ = numbers <= most_cell_pages;
    bands_ = bands_of_kind(*rules_.rows, model_, data_);
    choose_columns();
  }

  std::vector<PagePlan> plan() && {
    plan_table(all_views);
    for (std::size_t view = 0; rules_.views.size() > 1 && view < rules_.views.size(); ++view) plan_table(view);
    for (std::size_t row = 0; cell_pages_ && row < matrix_.rows.size(); ++row) {
      for (const MatrixCell& cell : matrix_.cells[row]) {
        if (cell.count() == 0) continue;
        for (PagePlan& one : split_list(plan_cell(row, cell), list_keys, model_, data_))
          plans_.push_back(std::move(one));
      }
    }
    return std::move(plans_);
  }

 private:
  // The columns of one kind that are shown, as indices into ItemMatrix::columns.
  struct ColumnGroup {
    std::size_t kind = 0;
    std::vector<std::size_t> columns;
    std::size_t left_out = 0;
  };

  void choose_columns() {
    std::vector<std::size_t> weight(matrix_.columns.size());
    for (const auto& row : matrix_.cells) {
      for (const MatrixCell& cell : row) weight[cell.column] += cell.count();
    }
    group_of_.resize(matrix_.columns.size());
    for (const std::size_t kind : rules_.columns) {
      ColumnGroup group{.kind = kind, .columns = {}};
      for (std::size_t column = 0; column < matrix_.columns.size(); ++column) {
        if (model_.pages[matrix_.columns[column]].kind != kind) continue;
        group_of_[column] = groups_.size();
        group.columns.push_back(column);
      }
      const auto place = [&](std::size_t column) { return data_.rank_of(matrix_.columns[column]); };
      std::ranges::sort(group.columns, {}, place);
      if (group.columns.size() > most_columns) {
        std::ranges::stable_sort(group.columns, std::greater{}, [&](std::size_t column) { return weight[column]; });
        group.left_out = group.columns.size() - most_columns;
        group.columns.resize(most_columns);
        std::ranges::sort(group.columns, {}, place);
      }
      if (!group.columns.empty()) groups_.push_back(std::move(group));
    }
  }

  static std::size_t count_of(const MatrixCell& cell, std::size_t view) {
    return view == all_views ? cell.count() : cell.items[view].size();
  }

  std::string address_of_view(std::size_t view) const {
    if (view == all_views) return std::string(matrix_address);
    return fmt::format("{}/{}/index.html", folder_of(matrix_address), rules_.views[view].id);
  }

  std::string address_of_cell(std::size_t row, std::size_t column) const {
    return fmt::format("{}/{}/{}/index.html", folder_of(matrix_address), model_.pages[matrix_.rows[row]].id,
                       model_.pages[matrix_.columns[column]].id);
  }

  // In a view the number leads to its part of the page.
  Value address_of_number(std::size_t row, const MatrixCell& cell, std::size_t view) const {
    if (!cell_pages_) return {};
    std::string address = address_of_cell(row, cell.column);
    if (view == all_views) return address;
    std::size_t groups = 0, items = 0;
    for (std::size_t before = 0; before < view; ++before) {
      groups += cell.items[before].empty() ? 0 : 1;
      items += cell.items[before].size();
    }
    return place_in_list(address, items, group_id(groups + 1));
  }

  // The numbers of one row, and their sums by group of columns.
  struct RowNumbers {
    std::map<std::size_t, const MatrixCell*> cells;  // by column
    std::vector<std::size_t> sums;
  };

  RowNumbers numbers_of(std::size_t row, std::size_t view) const {
    RowNumbers numbers{{}, std::vector<std::size_t>(groups_.size())};
    for (const MatrixCell& cell : matrix_.cells[row]) {
      numbers.cells[cell.column] = &cell;
      numbers.sums[group_of_[cell.column]] += count_of(cell, view);
    }
    return numbers;
  }

  Value row_value(std::size_t row, std::size_t view) const {
    const RowNumbers numbers = numbers_of(row, view);
    // Silence is told of the whole, and of what has a voice.
    const bool tells_silence = view == all_views || rules_.views[view].voice;
    List groups;
    for (std::size_t i = 0; i < groups_.size(); ++i) {
      List cells;
      std::size_t shown = 0;
      for (const std::size_t column : groups_[i].columns) {
        const auto found = numbers.cells.find(column);
        const std::size_t count = found == numbers.cells.end() ? 0 : count_of(*found->second, view);
        const bool silent = tells_silence && found != numbers.cells.end() && found->second->silent();
        shown += count;
        cells.push_back(Value::map({{"count", count},
                                    {"silent", silent},
                                    {"address", count > 0 ? address_of_number(row, *found->second, view) : Value()}}));
      }
      groups.push_back(
          Value::map({{"cells", std::move(cells)}, {"rest", numbers.sums[i] - shown}, {"sum", numbers.sums[i]}}));
    }
    const std::size_t item = data_.in_language(matrix_.rows[row], lang_);
    return Value::map({{"item", data_.card(item, lang_)},
                       {"count", std::reduce(numbers.sums.begin(), numbers.sums.end())},
                       {"groups", std::move(groups)}});
  }

  // {groups: [{sums: by column, rest, sum}], sum}: of all rows, whatever page they are on.
  Value totals(std::size_t view) const {
    std::vector<std::size_t> by_column(matrix_.columns.size());
    for (const auto& row : matrix_.cells) {
      for (const MatrixCell& cell : row) by_column[cell.column] += count_of(cell, view);
    }
    List groups;
    std::size_t all = 0;
    for (std::size_t i = 0; i < groups_.size(); ++i) {
      std::size_t sum = 0, shown = 0;
      for (std::size_t column = 0; column < by_column.size(); ++column)
        if (group_of_[column] == i) sum += by_column[column];
      List sums;
      for (const std::size_t column : groups_[i].columns) {
        sums.emplace_back(by_column[column]);
        shown += by_column[column];
      }
      all += sum;
      groups.push_back(Value::map({{"sums", std::move(sums)}, {"rest", sum - shown}, {"sum", sum}}));
    }
    return Value::map({{"groups", std::move(groups)}, {"sum", all}});
  }

  List heads() const {
    List all;
    for (const ColumnGroup& group : groups_) {
      List items;
      for (const std::size_t column : group.columns)
        items.push_back(column_head(matrix_.columns[column], model_, data_));
      all.push_back(Value::map(
          {{"kind", data_.kind(group.kind, lang_)}, {"items", std::move(items)}, {"left_out", group.left_out}}));
    }
    return all;
  }

  // Columns of the whole table.
  std::size_t width() const {
    std::size_t all = 1;
    for (const ColumnGroup& group : groups_) all += group.columns.size() + (group.left_out > 0 ? 2 : 1);
    return all;
  }

  // Rows with nothing to tell are named beneath the table.
  List empty_rows() const {
    List cards;
    for (const RowBand& band : bands_) {
      for (const std::size_t item : band.items) {
        if (matrix_.cells[row_of_.at(item)].empty()) cards.push_back(data_.card(data_.in_language(item, lang_), lang_));
      }
    }
    return cards;
  }

  List views(std::size_t here) const {
    List all;
    const auto add = [&](std::size_t view, const std::string& label) {
      all.push_back(Value::map({{"label", label}, {"address", address_of_view(view)}, {"here", view == here}}));
    };
    if (rules_.views.size() < 2) return all;
    add(all_views, data_.word(lang_, "matrix_all"));
    for (std::size_t view = 0; view < rules_.views.size(); ++view) add(view, rules_.views[view].label.in(lang_));
    return all;
  }

  void plan_table(std::size_t view) {
    std::vector<std::pair<std::size_t, std::size_t>> shown;  // band, row
    for (std::size_t band = 0; band < bands_.size(); ++band) {
      for (const std::size_t item : bands_[band].items) {
        const std::size_t row = row_of_.at(item);
        if (!matrix_.cells[row].empty()) shown.emplace_back(band, row);
      }
    }
    std::size_t invited = 0, silent = 0;
    for (const auto& row : matrix_.cells) {
      for (const MatrixCell& cell : row) {
        invited += cell.invited ? 1 : 0;
        silent += cell.silent() ? 1 : 0;
      }
    }
    const std::string address = address_of_view(view);
    const std::size_t parts = parts_for(shown.size());
    for (std::size_t part = 0; part < parts; ++part) {
      List bands;
      const std::size_t end = std::min(shown.size(), (part + 1) * most_rows);
      for (std::size_t i = part * most_rows; i < end;) {
        const std::size_t band = shown[i].first;
        List rows;
        for (; i < end && shown[i].first == band; ++i) rows.push_back(row_value(shown[i].second, view));
        bands.push_back(Value::map({{"label", bands_[band].label}, {"rows", std::move(rows)}}));
      }
      std::string title = rules_.label.in(lang_);
      List trail = breadcrumb(data_, lang_, std::nullopt);
      if (view != all_views) {
        trail.push_back(Value::map({{"title", title}, {"address", std::string(matrix_address)}}));
        title += ": " + rules_.views[view].label.in(lang_);
      }
      if (part > 0) title += fmt::format(" ({})", part + 1);
      MapBuilder page = page_frame({.title = title,
                                    .lang = lang_,
                                    .address = address_of_part(address, part),
                                    .menu_key = "matrix",
                                    .template_name = "matrix.html",
                                    .breadcrumb = std::move(trail)},
                                   model_);
      page.set("row_kind", data_.kind(*rules_.rows, lang_))
          .set("columns", heads())
          .set("bands", std::move(bands))
          .set("totals", totals(view))
          .set("views", views(view))
          .set("silent", rules_.silent.in(lang_))
          .set("silent_count", silent)
          .set("invited_count", invited)
          .set("replaced", matrix_.replaced.size())
          .set("has_lists", cell_pages_)
          .set("count", shown.size())
          .set("empty_rows", part + 1 == parts ? empty_rows() : List{})
          .set("width", width())
          .set("files", view == all_views ? files_beside(matrix_address, model_, data_) : List{})
          .set("parts", part_links(address, parts, part));
      plans_.push_back(
          {address_of_part(address, part), lang_, "matrix.html", std::move(page).build(), "the matrix " + address});
    }
  }

  // What one number counts, view by view.
  PagePlan plan_cell(std::size_t row, const MatrixCell& cell) const {
    const std::string address = address_of_cell(row, cell.column);
    const auto title_of = [&](std::size_t item) { return model_.pages[data_.in_language(item, lang_)].title; };
    const std::string title =
        title_with_names(data_.word(lang_, "matrix_cell_title"),
                         {title_of(matrix_.rows[row]), title_of(matrix_.columns[cell.column])}, model_.config, lang_);
    List groups;
    for (std::size_t view = 0; view < rules_.views.size(); ++view) {
      std::vector<std::size_t> items = cell.items[view];
      if (items.empty()) continue;
      data_.sort(items);
      List cards;
      for (const std::size_t item : items) cards.push_back(data_.card(data_.in_language(item, lang_), lang_));
      groups.push_back(
          group_value(groups.size() + 1, capitalize(rules_.views[view].label.in(lang_)), {}, lang_, cards));
    }
    List trail = breadcrumb(data_, lang_, std::nullopt);
    trail.push_back(Value::map({{"title", rules_.label.in(lang_)}, {"address", std::string(matrix_address)}}));
    MapBuilder page = page_frame({.title = title,
                                  .lang = lang_,
                                  .address = address,
                                  .menu_key = "matrix",
                                  .template_name = "list.html",
                                  .breadcrumb = std::move(trail)},
                                 model_);
    page.set("intro", Value())
        .set("groups", std::move(groups))
        .set("facets", List{})
        .set("translations", List{})
        .set("count", cell.count());
    return {address, lang_, "list.html", std::move(page).build(), "the number of " + title};
  }

  const SiteModel& model_;
  const SiteData& data_;
  const MatrixRules& rules_;
  const ItemMatrix& matrix_;
  const std::string& lang_;
  std::vector<ColumnGroup> groups_;
  std::vector<std::size_t> group_of_;          // by column
  std::map<std::size_t, std::size_t> row_of_;  // item -> row
  std::vector<RowBand> bands_;
  bool cell_pages_ = true;
  std::vector<PagePlan> plans_;
};

}  // namespace

std::vector<PagePlan> plan_matrix(const SiteModel& model, const SiteData& data) {
  if (model.matrix.rows.empty() || model.matrix.columns.empty()) return {};
  return MatrixPlanner(model, data).plan();
}

}  // namespace vav
