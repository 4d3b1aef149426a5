#include "render/evidence_files.h"

#include <algorithm>
#include <fmt/format.h>
#include <set>
#include <unordered_map>

#include "base/address.h"
#include "base/check.h"
#include "base/csv.h"
#include "base/hash.h"
#include "base/text.h"
#include "base/unicode.h"
#include "render/table_parts.h"
#include "render/traced_items.h"

namespace vav {
namespace {

class TableFiles {
 public:
  TableFiles(const SiteModel& model, const SiteData& data)
      : model_(model), data_(data), table_(model.traceability), lang_(model.config.lang) {}

  // As the page shows it: a kind with few items has a column for each.
  std::string traceability() const {
    std::vector<std::string> head = {word("csv_id"), word("csv_title"), word("csv_replaced")};
    std::unordered_map<std::size_t, std::size_t> place;  // item -> column
    std::unordered_map<std::size_t, std::size_t> sum;    // kind -> column
    for (const std::size_t kind : table_.column_kinds) {
      const auto& items = data_.pages_of(kind);
      if (items.size() <= model_.config.traceability.columns) {
        for (const std::size_t item : items) {
          place[item] = head.size();
          head.push_back(title(item));
        }
      }
      sum[kind] = head.size();
      head.push_back(data_.kind(kind, lang_).at("title_many").text_or_empty());
    }
    head.push_back(word("trace_sum"));
    CsvTable csv(head);
    for (const TraceRow* row : rows()) {
      std::vector<std::string> cells(head.size());
      cells[0] = model_.pages[row->item].id;
      cells[1] = title(row->item);
      cells[2] = successors(row->item);
      std::vector<std::size_t> counts(head.size());
      for (const TracedItem& one : row->items) {
        ++counts[sum.at(model_.pages[one.item].kind)];
        if (const auto at = place.find(one.item); at != place.end()) cells[at->second] = words(one, *row);
      }
      for (const auto& [item, column] : place) {
        if (cells[column].empty()) cells[column] = word("missing");
      }
      for (const auto& [kind, column] : sum) cells[column] = fmt::format("{}", counts[column]);
      cells.back() = fmt::format("{}", row->items.size());
      csv.add(cells);
    }
    return csv.bytes();
  }

  std::string links() const {
    CsvTable csv({word("csv_row_kind"), word("csv_row_id"), word("csv_row_title"), word("csv_kind"), word("csv_id"),
                  word("csv_title"), word("csv_how"), word("csv_row_replaced"), word("csv_replaced")});
    for (const TraceRow* row : rows()) {
      std::vector<const TracedItem*> items;
      for (const TracedItem& one : row->items) items.push_back(&one);
      std::ranges::sort(items, {}, [&](const TracedItem* one) { return data_.rank_of(one->item); });
      for (const TracedItem* one : items)
        csv.add({kind(row->item), model_.pages[row->item].id, title(row->item), kind(one->item),
                 model_.pages[one->item].id, title(one->item), words(*one, *row), successors(row->item),
                 successors(one->item)});
      if (items.empty())
        csv.add({kind(row->item), model_.pages[row->item].id, title(row->item), "", "", "", word("missing"),
                 successors(row->item), ""});
    }
    for (const std::size_t column : table_.column_kinds) {
      for (const std::size_t item : data_.pages_of(column)) {
        if (table_.rows_of[item].empty())
          csv.add({"", "", "", kind(item), model_.pages[item].id, title(item), word("missing"), "", successors(item)});
      }
    }
    return csv.bytes();
  }

  // A column for each view of each column, so that sums are a matter for whoever opens it; and one that has 1 where the
  // row was to say something and has not.
  std::string matrix() const {
    const ItemMatrix& matrix = model_.matrix;
    const auto& views = model_.config.matrix.views;
    const std::string& silent = model_.config.matrix.silent.in(lang_);
    std::vector<std::string> head = {word("csv_id"), word("csv_title")};
    std::vector<std::size_t> order(matrix.columns.size());  // column -> place
    std::vector<std::size_t> columns(matrix.columns.size());
    for (std::size_t i = 0; i < columns.size(); ++i) columns[i] = i;
    std::ranges::stable_sort(columns, {}, [&](std::size_t column) { return data_.rank_of(matrix.columns[column]); });
    for (const std::size_t column : columns) {
      order[column] = head.size();
      for (const MatrixView& view : views)
        head.push_back(fmt::format("{} ({})", title(matrix.columns[column]), view.label.in(lang_)));
      if (!silent.empty()) head.push_back(fmt::format("{} ({})", title(matrix.columns[column]), silent));
    }
    CsvTable csv(head);
    std::unordered_map<std::size_t, std::size_t> row_of;
    for (std::size_t row = 0; row < matrix.rows.size(); ++row) row_of[matrix.rows[row]] = row;
    for (const std::size_t item : in_bands({*model_.config.matrix.rows})) {
      std::vector<std::string> cells(head.size(), "0");
      cells[0] = model_.pages[item].id;
      cells[1] = title(item);
      for (const MatrixCell& cell : matrix.cells[row_of.at(item)]) {
        for (std::size_t view = 0; view < views.size(); ++view)
          cells[order[cell.column] + view] = fmt::format("{}", cell.items[view].size());
        if (!silent.empty() && cell.silent()) cells[order[cell.column] + views.size()] = "1";
      }
      csv.add(cells);
    }
    return csv.bytes();
  }

 private:
  const std::string& word(std::string_view key) const { return data_.word(lang_, key); }

  const std::string& title(std::size_t item) const { return model_.pages[data_.in_language(item, lang_)].title; }

  const std::string& kind(std::size_t item) const { return model_.kind_of(item).one.in(lang_); }

  // Ids of those in whose place it stands no longer.
  std::string successors(std::size_t item) const {
    std::vector<std::string> ids;
    for (const Value& card : replaced_by(item, model_, data_)) ids.push_back(card.at("id").text_or_empty());
    return join(ids, ", ");
  }

  std::string words(const TracedItem& one, const TraceRow& row) const {
    std::vector<std::string> all;
    for (const Value& name : bearing_names(one.bearing, follows(model_.pages[one.item].kind, row, model_)))
      all.push_back(to_lower(bearing_word(name.text_or_empty())));
    return join(all, ", ");
  }

  const std::string& bearing_word(const std::string& name) const {
    if (name == "for") return word("trace_for");
    if (name == "nuanced") return word("trace_nuanced");
    if (name == "against") return word("trace_against");
    if (name == "leads") return word("trace_leads");
    if (name == "way") return word("trace_way");
    VAV_CHECK(name == "review");
    return word("trace_review");
  }

  // As the page has them, each once though several bands may.
  std::vector<std::size_t> in_bands(const std::vector<std::size_t>& kinds) const {
    std::vector<std::size_t> items;
    std::set<std::size_t> seen;
    for (const std::size_t one : kinds) {
      for (const RowBand& band : bands_of_kind(one, model_, data_)) {
        for (const std::size_t item : band.items) {
          if (seen.insert(item).second) items.push_back(item);
        }
      }
    }
    return items;
  }

  std::vector<const TraceRow*> rows() const {
    std::unordered_map<std::size_t, const TraceRow*> row_of;
    for (const TraceRow& row : table_.rows) row_of[row.item] = &row;
    std::vector<const TraceRow*> all;
    for (const std::size_t item : in_bands(table_.row_kinds)) {
      if (const auto row = row_of.find(item); row != row_of.end()) all.push_back(row->second);
    }
    return all;
  }

  const SiteModel& model_;
  const SiteData& data_;
  const Traceability& table_;
  const std::string& lang_;
};

RenderedFile table_file(std::string_view page, const char* name, std::string bytes) {
  RenderedFile file;
  file.path = join_path(folder_of(page), name);
  file.hash = sha256(bytes);
  file.bytes = std::move(bytes);
  file.made_by = "the tables of evidence";
  return file;
}

}  // namespace

std::vector<RenderedFile> evidence_files(const SiteModel& model, const SiteData& data) {
  const TableFiles tables(model, data);
  std::vector<RenderedFile> files;
  if (!model.traceability.rows.empty()) {
    files.push_back(table_file(traceability_address, "matris.csv", tables.traceability()));
    files.push_back(table_file(traceability_address, "samband.csv", tables.links()));
  }
  if (!model.matrix.rows.empty() && !model.matrix.columns.empty())
    files.push_back(table_file(matrix_address, "matris.csv", tables.matrix()));
  return files;
}

List files_beside(std::string_view page_address, const SiteModel& model, const SiteData& data) {
  List links;
  for (const RenderedFile& file : evidence_files(model, data)) {
    if (folder_of(file.path) != folder_of(page_address)) continue;
    const std::string& label =
        data.word(model.config.lang, file.path.ends_with("samband.csv") ? "csv_links" : "csv_table");
    // A kilobyte is 1,000 bytes, and nothing is 0 kB.
    links.push_back(
        Value::map({{"address", file.path},
                    {"label", label},
                    {"size", fmt::format("{} kB", std::max<std::size_t>((file.bytes.size() + 500) / 1000, 1))}}));
  }
  return links;
}

}  // namespace vav
