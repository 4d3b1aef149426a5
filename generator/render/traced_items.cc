#include "render/traced_items.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <map>
#include <set>

#include "base/address.h"
#include "base/text.h"
#include "base/unicode.h"
#include "render/page_data.h"
#include "render/table_parts.h"

namespace vav {
namespace {

// Rows named in one cell; an item that hangs together with more says so, and its own page has them all.
constexpr std::size_t most_in_cell = 40;
// Every name that `bearing_names` gives.
constexpr std::array bearing_order = {"for", "leads", "nuanced", "against", "way", "review"};

const Value& card(std::size_t item, const SiteModel& model, const SiteData& data) {
  return data.card(data.in_language(item, model.config.lang), model.config.lang);
}

std::string folder_of_kind(std::size_t kind, const SiteModel& model) {
  return fmt::format("{}/{}", folder_of(traceability_address), model.config.schema.kinds[kind].folder);
}

List trail_to_table(const SiteModel& model, const SiteData& data) {
  List trail = breadcrumb(data, model.config.lang, std::nullopt);
  const std::string title = replace_all(data.word(model.config.lang, "trace_title"), "{0}",
                                        capitalize(names_of_kinds(model.traceability.row_kinds, model, data)));
  trail.push_back(Value::map({{"title", title}, {"address", std::string(traceability_address)}}));
  return trail;
}

// An item at the other end, and how.
Value link_value(std::size_t item, List bearings, const SiteModel& model, const SiteData& data) {
  return Value::map({{"item", card(item, model, data)},
                     {"bearings", std::move(bearings)},
                     {"replaced_by", replaced_by(item, model, data)}});
}

// The rows that an item is in, one column for each way of hanging together.
class TracedKind {
 public:
  TracedKind(std::size_t kind, const SiteModel& model, const SiteData& data)
      : kind_(kind), model_(model), data_(data), lang_(model.config.lang) {
    for (const std::size_t item : data.pages_of(kind)) (rows_of(item).empty() ? unlinked_ : linked_).push_back(item);
    for (const std::size_t item : linked_) {
      for (const TracedItem& one : rows_of(item)) {
        for (const Value& name : names_of(one)) used_.insert(name.text_or_empty());
      }
    }
  }

  std::vector<PagePlan> plan() && {
    const std::string address = traced_kind_address(kind_, model_);
    std::vector<std::size_t> all = linked_;
    all.insert(all.end(), unlinked_.begin(), unlinked_.end());
    const std::size_t parts = parts_for(all.size());
    std::vector<PagePlan> plans;
    for (std::size_t part = 0; part < parts; ++part) {
      const std::string& rows = data_.word(lang_, "trace_kind_title");
      std::string title =
          replace_all(replace_all(rows, "{0}", data_.kind(kind_, lang_).at("title_many").text_or_empty()), "{1}",
                      names_of_kinds(model_.traceability.row_kinds, model_, data_));
      if (part > 0) title += fmt::format(" ({})", part + 1);
      MapBuilder page = page_frame({.title = title,
                                    .lang = lang_,
                                    .address = address_of_part(address, part),
                                    .menu_key = "traceability",
                                    .template_name = "traced_kind.html",
                                    .kind = data_.kind(kind_, lang_),
                                    .breadcrumb = trail_to_table(model_, data_)},
                                   model_);
      page.set("count", count_standing(all))
          .set("linked", count_standing(linked_))
          .set("replaced", all.size() - count_standing(all))
          .set("row_kinds", names_of_kinds(model_.traceability.row_kinds, model_, data_))
          .set("bearings", bearings())
          .set("bands", bands(all, part))
          .set("parts", part_links(address, parts, part));
      plans.push_back({address_of_part(address, part), lang_, "traced_kind.html", std::move(page).build(),
                       "the table of evidence " + address});
    }
    return plans;
  }

 private:
  const std::vector<TracedItem>& rows_of(std::size_t item) const { return model_.traceability.rows_of[item]; }

  List names_of(const TracedItem& one) const {
    return bearing_names(one.bearing, follows(kind_, model_.traceability.rows[one.item], model_));
  }

  std::size_t count_standing(const std::vector<std::size_t>& items) const {
    return static_cast<std::size_t>(
        std::ranges::count_if(items, [&](std::size_t item) { return !model_.evidence.is_replaced(item); }));
  }

  // Only those that occur, in one order.
  List bearings() const {
    List names;
    for (const char* name : {"for", "nuanced", "against", "leads", "way"}) {
      if (used_.contains(name)) names.emplace_back(name);
    }
    return names;
  }

  List bands(const std::vector<std::size_t>& all, std::size_t part) const {
    List linked, unlinked;
    const std::size_t end = std::min(all.size(), (part + 1) * most_rows);
    for (std::size_t i = part * most_rows; i < end; ++i)
      (i < linked_.size() ? linked : unlinked).push_back(row(all[i]));
    return {Value::map({{"linked", true}, {"rows", std::move(linked)}}),
            Value::map({{"linked", false}, {"rows", std::move(unlinked)}})};
  }

  Value row(std::size_t item) const {
    List cells;
    for (const Value& bearing : bearings()) {
      std::vector<std::size_t> found;
      std::map<std::size_t, List> names_by_item;
      for (const TracedItem& one : rows_of(item)) {
        List names = names_of(one);
        if (std::ranges::find(names, bearing) == names.end()) continue;
        found.push_back(model_.traceability.rows[one.item].item);
        names_by_item[found.back()] = std::move(names);
      }
      data_.sort(found);
      List links;
      for (std::size_t i = 0; i < std::min(found.size(), most_in_cell); ++i)
        links.push_back(link_value(found[i], std::move(names_by_item[found[i]]), model_, data_));
      cells.push_back(Value::map({{"count", found.size()}, {"items", std::move(links)}}));
    }
    return Value::map({{"item", card(item, model_, data_)},
                       {"count", rows_of(item).size()},
                       {"replaced_by", replaced_by(item, model_, data_)},
                       {"cells", std::move(cells)}});
  }

  std::size_t kind_;
  const SiteModel& model_;
  const SiteData& data_;
  const std::string& lang_;
  std::vector<std::size_t> linked_, unlinked_;
  std::set<std::string, std::less<>> used_;
};

}  // namespace

bool follows(std::size_t kind, const TraceRow& row, const SiteModel& model) {
  return model.config.schema.kinds[kind].chain_step > model.kind_of(row.item).chain_step;
}

List bearing_names(const Bearing& bearing, bool follows) {
  List names;
  if (bearing.supports) names.emplace_back(follows ? "leads" : "for");
  if (bearing.nuances) names.emplace_back("nuanced");
  if (bearing.contradicts) names.emplace_back("against");
  if (names.empty()) names.emplace_back("way");
  if (bearing.suspect) names.emplace_back("review");
  return names;
}

List bearing_counts(const std::vector<List>& names) {
  List counts;
  for (const char* name : bearing_order) {
    const auto has = [&](const List& one) { return std::ranges::find(one, Value(name)) != one.end(); };
    const auto count = static_cast<std::size_t>(std::ranges::count_if(names, has));
    if (count > 0) counts.push_back(Value::map({{"name", name}, {"count", count}}));
  }
  return counts;
}

std::string unsupported_words(std::size_t item, const SiteModel& model) {
  const Kind& kind = model.kind_of(item);
  if (!kind.unsupported) return "";
  const FieldValues* given = model.pages[item].find_field(kind.unsupported->field);
  if (given == nullptr || given->values.front().text_or_empty() != kind.unsupported->value) return "";
  for (const Choice& choice : kind.fields[kind.unsupported->field].choices) {
    if (choice.value == kind.unsupported->value) return choice.label.in(model.config.lang);
  }
  return "";
}

std::string traced_row_address(std::size_t item, const SiteModel& model) {
  return fmt::format("{}/{}/index.html", folder_of_kind(model.pages[item].kind, model), model.pages[item].id);
}

std::string traced_kind_address(std::size_t kind, const SiteModel& model) {
  return folder_of_kind(kind, model) + "/index.html";
}

std::string traced_group_id(std::size_t kind, const SiteModel& model) {
  return "vav-" + model.config.schema.kinds[kind].id;
}

PagePlan plan_traced_row(const TraceRow& row, const SiteModel& model, const SiteData& data) {
  const std::string& lang = model.config.lang;
  const std::string address = traced_row_address(row.item, model);
  const Value& own = card(row.item, model, data);
  List groups;
  for (const std::size_t kind : model.traceability.column_kinds) {
    std::vector<std::size_t> items;
    std::vector<const TracedItem*> traced;
    for (const TracedItem& one : row.items) {
      if (model.pages[one.item].kind == kind) traced.push_back(&one);
    }
    if (traced.empty()) continue;
    std::ranges::sort(traced, {}, [&](const TracedItem* one) { return data.rank_of(one->item); });
    List links;
    for (std::size_t i = 0; i < std::min(traced.size(), most_listed); ++i) {
      links.push_back(
          link_value(traced[i]->item, bearing_names(traced[i]->bearing, follows(kind, row, model)), model, data));
    }
    groups.push_back(Value::map({{"id", traced_group_id(kind, model)},
                                 {"kind", data.kind(kind, lang)},
                                 {"count", traced.size()},
                                 {"items", std::move(links)}}));
  }
  MapBuilder page = page_frame({.title = title_with_names(data.word(lang, "trace_row_title"),
                                                          {own.at("title").text_or_empty()}, model.config, lang),
                                .lang = lang,
                                .address = address,
                                .menu_key = "traceability",
                                .template_name = "traced_row.html",
                                .kind = data.kind(model.pages[row.item].kind, lang),
                                .breadcrumb = trail_to_table(model, data)},
                               model);
  page.set("item", own)
      .set("replaced_by", replaced_by(row.item, model, data))
      .set("count", row.items.size())
      .set("groups", std::move(groups));
  return {address, lang, "traced_row.html", std::move(page).build(), "what " + model.pages[row.item].id + " rests on"};
}

std::vector<PagePlan> plan_traced_kind(std::size_t kind, const SiteModel& model, const SiteData& data) {
  return TracedKind(kind, model, data).plan();
}

}  // namespace vav
