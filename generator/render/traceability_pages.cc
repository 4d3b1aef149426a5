#include "render/traceability_pages.h"

#include <algorithm>
#include <fmt/format.h>
#include <functional>
#include <map>

#include "base/address.h"
#include "base/text.h"
#include "base/unicode.h"
#include "render/coverage_page.h"
#include "render/evidence_files.h"
#include "render/page_data.h"
#include "render/table_parts.h"
#include "render/traced_items.h"

namespace vav {
namespace {

// A facet with more values has no filter pages: nobody would find theirs, and each row would stand on very many pages.
constexpr std::size_t most_filter_values = 100;

// A choice of rows with a table of its own.
struct RowFilter {
  std::string label;
  std::string address;
  std::function<bool(const TraceRow&)> has;
  std::size_t count = 0;
};
struct FilterGroup {
  std::string label;
  std::vector<RowFilter> filters;
};

class TraceabilityPlanner {
 public:
  TraceabilityPlanner(const SiteModel& model, const SiteData& data, const FacetPages& facets)
      : model_(model), data_(data), facets_(facets), table_(model.traceability), lang_(model.config.lang) {
    for (const std::size_t kind : table_.column_kinds) {
      const auto& items = data_.pages_of(kind);
      if (items.empty()) continue;
      Column& column = columns_.emplace_back(Column{kind, items.size() <= model.config.traceability.columns, {}});
      for (std::size_t i = 0; i < items.size(); ++i) column.place_of[items[i]] = i;
    }
    for (const TraceRow& row : table_.rows) {
      rows_.push_back(make_row(row));
      row_of_[row.item] = rows_.size() - 1;
    }
    for (const std::size_t kind : table_.row_kinds) {
      for (RowBand& band : bands_of_kind(kind, model_, data_)) bands_.push_back(std::move(band));
    }
  }

  std::vector<PagePlan> plan() && {
    const std::vector<FilterGroup> filters = make_filters();
    plan_table("", std::string(traceability_address), nullptr, filters);
    for (const FilterGroup& group : filters) {
      for (const RowFilter& filter : group.filters) plan_table(filter.label, filter.address, &filter, filters);
    }
    for (const Column& column : columns_) {
      for (PagePlan& plan : plan_traced_kind(column.kind, model_, data_)) plans_.push_back(std::move(plan));
    }
    for (const TraceRow& row : table_.rows) {
      if (!row.items.empty()) plans_.push_back(plan_traced_row(row, model_, data_));
    }
    return std::move(plans_);
  }

 private:
  struct Column {
    std::size_t kind = 0;
    bool apart = false;                           // a column for each item
    std::map<std::size_t, std::size_t> place_of;  // item -> its place among the kind's items
  };

  // [group by area, …] and [without evidence, …].
  std::vector<FilterGroup> make_filters() const {
    std::vector<FilterGroup> groups;
    for (const std::size_t facet : model_.config.traceability.filters) {
      const SearchFacet& rule = facets_.table().facets[facet];
      if (rule.values.size() > most_filter_values) continue;
      FilterGroup group{rule.label, {}};
      for (std::size_t value = 0; value < rule.values.size(); ++value) {
        const auto has = [this, facet, value](const TraceRow& row) {
          const auto& values = facets_.table().values_of[row.item][facet];
          return std::ranges::binary_search(values, value);
        };
        group.filters.push_back(
            {rule.values[value].label, filter_address(rule.id + "/" + to_slug(rule.values[value].id)), has});
      }
      groups.push_back(std::move(group));
    }
    FilterGroup states{data_.word(lang_, "trace_states"), {}};
    const auto state = [&](const std::string& label, const char* name, std::function<bool(const TraceRow&)> has) {
      states.filters.push_back({label, filter_address(std::string("lage/") + name), std::move(has)});
    };
    state(data_.word(lang_, "trace_unsupported"), "utan-stod", [](const TraceRow& row) { return !row.has_support; });
    state(data_.word(lang_, "trace_disputed"), "ifragasatt", [](const TraceRow& row) { return row.is_disputed; });
    state(data_.word(lang_, "trace_unfollowed"), "utan-foljd",
          [](const TraceRow& row) { return !row.has_consequences; });
    state(data_.word(lang_, "trace_review"), "granska", [](const TraceRow& row) { return row.is_suspect; });
    groups.push_back(std::move(states));
    for (FilterGroup& group : groups) {
      for (RowFilter& filter : group.filters)
        filter.count = static_cast<std::size_t>(std::ranges::count_if(table_.rows, [&](const TraceRow& row) {
          return !model_.evidence.is_replaced(row.item) && filter.has(row);
        }));
      std::erase_if(group.filters, [](const RowFilter& filter) { return filter.count == 0; });
    }
    std::erase_if(groups, [](const FilterGroup& group) { return group.filters.empty(); });
    return groups;
  }

  // Facets that would have more tables than anyone looks through: named, so that nobody misses them.
  List facets_left_out() const {
    List labels;
    for (const std::size_t facet : model_.config.traceability.filters) {
      const SearchFacet& rule = facets_.table().facets[facet];
      if (rule.values.size() > most_filter_values) labels.emplace_back(rule.label);
    }
    return labels;
  }

  static std::string filter_address(const std::string& name) {
    return fmt::format("{}/urval/{}/index.html", folder_of(traceability_address), name);
  }

  static List choices(const std::vector<FilterGroup>& filters, const RowFilter* here) {
    List all;
    for (const FilterGroup& group : filters) {
      List values;
      for (const RowFilter& filter : group.filters) {
        values.push_back(Value::map({{"label", filter.label},
                                     {"address", filter.address},
                                     {"count", filter.count},
                                     {"here", here != nullptr && here->address == filter.address}}));
      }
      all.push_back(Value::map({{"label", group.label}, {"values", std::move(values)}}));
    }
    return all;
  }

  // The table on as many pages as it needs. `label` "" = all rows.
  void plan_table(const std::string& label, const std::string& address, const RowFilter* filter,
                  const std::vector<FilterGroup>& filters) {
    std::vector<std::pair<std::size_t, std::size_t>> shown;  // band, row
    std::size_t standing = 0, supported = 0;
    for (std::size_t band = 0; band < bands_.size(); ++band) {
      for (const std::size_t item : bands_[band].items) {
        const auto found = row_of_.find(item);
        if (found == row_of_.end() || (filter != nullptr && !filter->has(table_.rows[found->second]))) continue;
        shown.emplace_back(band, found->second);
        const TraceRow& row = table_.rows[found->second];
        const bool stands = !model_.evidence.is_replaced(row.item);
        standing += stands ? 1 : 0;
        supported += stands && row.has_support ? 1 : 0;
      }
    }
    const std::string kinds = names_of_kinds(table_.row_kinds, model_, data_);
    const std::string own_title = replace_all(data_.word(lang_, "trace_title"), "{0}", capitalize(kinds));
    const std::size_t parts = parts_for(shown.size());
    for (std::size_t part = 0; part < parts; ++part) {
      List trail = breadcrumb(data_, lang_, std::nullopt);
      std::string title = own_title;
      if (filter != nullptr) {
        trail.push_back(Value::map({{"title", own_title}, {"address", std::string(traceability_address)}}));
        title = replace_all(replace_all(data_.word(lang_, "trace_filtered"), "{0}", capitalize(kinds)), "{1}", label);
      }
      if (part > 0) title += fmt::format(" ({})", part + 1);
      MapBuilder page = page_frame({.title = title,
                                    .lang = lang_,
                                    .address = address_of_part(address, part),
                                    .menu_key = "traceability",
                                    .template_name = "traceability.html",
                                    .breadcrumb = std::move(trail)},
                                   model_);
      page.set("facets", choices(filters, filter))
          .set("facets_left_out", facets_left_out())
          .set("most_filters", most_filter_values)
          .set("translations", List{})
          .set("whole", filter == nullptr ? Value() : Value(std::string(traceability_address)))
          .set("count", standing)
          .set("replaced", shown.size() - standing)
          .set("supported", supported)
          .set("to_review", std::ranges::any_of(table_.rows, &TraceRow::is_suspect))
          .set("row_kinds", kinds)
          .set("columns", column_heads())
          .set("bands", bands_on_page(shown, part))
          .set("width", width())
          .set("files", filter == nullptr ? files_beside(traceability_address, model_, data_) : List{})
          .set("gaps", coverage_gaps(model_, data_))
          .set("parts", part_links(address, parts, part));
      plans_.push_back({address_of_part(address, part), lang_, "traceability.html", std::move(page).build(),
                        "the table of evidence " + address});
    }
  }

  // Columns of the whole table.
  std::size_t width() const {
    std::size_t all = 2;
    for (const Column& column : columns_) all += column.apart ? column.place_of.size() : 1;
    return all;
  }

  List bands_on_page(const std::vector<std::pair<std::size_t, std::size_t>>& shown, std::size_t part) const {
    List bands;
    const std::size_t end = std::min(shown.size(), (part + 1) * most_rows);
    for (std::size_t i = part * most_rows; i < end;) {
      const std::size_t band = shown[i].first;
      List rows;
      for (; i < end && shown[i].first == band; ++i) rows.push_back(rows_[shown[i].second]);
      bands.push_back(Value::map({{"label", bands_[band].label}, {"rows", std::move(rows)}}));
    }
    return bands;
  }

  List column_heads() const {
    List heads;
    for (const Column& column : columns_) {
      List items;
      if (column.apart) {
        for (const std::size_t item : data_.pages_of(column.kind)) items.push_back(column_head(item, model_, data_));
      }
      heads.push_back(Value::map({{"kind", data_.kind(column.kind, lang_)},
                                  {"address", traced_kind_address(column.kind, model_)},
                                  {"apart", column.apart},
                                  {"items", std::move(items)}}));
    }
    return heads;
  }

  // Made once, and shared by every page that shows the row.
  Value make_row(const TraceRow& row) const {
    const std::size_t shown = data_.in_language(row.item, lang_);
    const std::string own = traced_row_address(row.item, model_);
    List columns;
    for (const Column& column : columns_) {
      List cells;
      std::vector<List> found;
      const bool after = follows(column.kind, row, model_);
      std::vector<const TracedItem*> at(column.apart ? column.place_of.size() : 0);
      for (const TracedItem& one : row.items) {
        const auto place = column.place_of.find(one.item);
        if (place == column.place_of.end()) continue;
        found.push_back(bearing_names(one.bearing, after));
        if (column.apart) at[place->second] = &one;
      }
      for (const TracedItem* one : at)
        cells.push_back(one == nullptr ? Value() : Value(bearing_names(one->bearing, after)));
      const std::string group = fmt::format("{}#{}", own, traced_group_id(column.kind, model_));
      columns.push_back(Value::map({{"count", found.size()},
                                    {"address", group},
                                    {"bearings", column.apart ? List{} : bearing_counts(found)},
                                    {"cells", std::move(cells)}}));
    }
    return Value::map({{"item", data_.card(shown, lang_)},
                       {"count", row.items.size()},
                       {"address", row.items.empty() ? Value() : Value(own)},
                       {"supported", row.has_support},
                       {"unsupported", unsupported_words(row.item, model_)},
                       {"replaced_by", replaced_by(row.item, model_, data_)},
                       {"columns", std::move(columns)}});
  }

  const SiteModel& model_;
  const SiteData& data_;
  const FacetPages& facets_;
  const Traceability& table_;
  const std::string& lang_;
  std::vector<Column> columns_;
  std::vector<Value> rows_;                    // by row
  std::map<std::size_t, std::size_t> row_of_;  // item -> row
  std::vector<RowBand> bands_;
  std::vector<PagePlan> plans_;
};

}  // namespace

std::vector<PagePlan> plan_traceability(const SiteModel& model, const SiteData& data, const FacetPages& facets) {
  if (model.traceability.rows.empty()) return {};
  return TraceabilityPlanner(model, data, facets).plan();
}

}  // namespace vav
