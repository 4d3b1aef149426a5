#include "render/timeline_pages.h"

#include <algorithm>
#include <fmt/format.h>

#include "base/address.h"
#include "evidence/dated_items.h"
#include "render/downloads.h"
#include "render/page_data.h"
#include "render/page_relations.h"
#include "render/page_series.h"

namespace vav {
namespace {

// Entries of one page, and of what hangs on one entry. An entry with its parts takes some 2 kB of HTML.
constexpr std::size_t most_entries = 300;

class TimelinePlanner {
 public:
  TimelinePlanner(const SiteModel& model, const SiteData& data)
      : model_(model), data_(data), language_(model.config.lang) {
    std::vector<std::size_t> ranks;
    for (std::size_t page = 0; page < model.pages.size(); ++page) ranks.push_back(data.rank_of(page));
    dated_ = collect_dated_items(model.pages, model.on_site, model.graph, model.config, ranks);
  }

  std::vector<PagePlan> plan() {
    if (dated_.roots.empty()) return {};
    const std::vector<Year> years = by_year();
    const bool whole = dated_.all.size() <= most_entries;
    List values;
    for (const Year& year : years) {
      if (whole)
        values.push_back(year_value(year, year.entries, Value()));
      else
        values.push_back(year_value(year, {}, plan_year(year)));
    }
    const std::string title = data_.word(language_, "timeline_title");
    plans_.push_back(plan_page(std::string(timeline_address), title, std::move(values), {}, std::nullopt));
    return std::move(plans_);
  }

 private:
  struct Year {
    int year = 0;
    std::vector<std::size_t> entries;  // indices into dated_.all
  };

  std::vector<Year> by_year() const {
    std::vector<Year> years;
    for (const std::size_t root : dated_.roots) {
      const int year = dated_.all[root].place.year;
      if (years.empty() || years.back().year != year) years.push_back({year, {}});
      years.back().entries.push_back(root);
    }
    return years;
  }

  // The pages of one year; gives the address of the first.
  std::string plan_year(const Year& year) {
    const std::string folder = fmt::format("{}/{}", folder_of(timeline_address), year.year);
    const std::size_t length = series_length(year.entries.size(), most_entries);
    const std::string title = fmt::format("{} {}", data_.word(language_, "timeline_title"), year.year);
    for (std::size_t part = 0; part < length; ++part) {
      const auto begin = year.entries.begin() + static_cast<std::ptrdiff_t>(part * most_entries);
      const auto left = static_cast<std::size_t>(year.entries.end() - begin);
      const std::vector<std::size_t> entries(begin, begin + static_cast<std::ptrdiff_t>(std::min(left, most_entries)));
      const std::string numbered =
          part == 0 ? title : fmt::format("{}, {} {}", title, data_.word(language_, "page_word"), part + 1);
      plans_.push_back(plan_page(series_address(folder, part), numbered, List{year_value(year, entries, Value())},
                                 series_links(folder, length, part), year.year));
    }
    return series_address(folder, 0);
  }

  PagePlan plan_page(const std::string& address, const std::string& title, List years, List series,
                     std::optional<int> year) const {
    List trail = breadcrumb(data_, language_, std::nullopt);
    if (year)
      trail.push_back(
          Value::map({{"title", data_.word(language_, "timeline_title")}, {"address", std::string(timeline_address)}}));
    MapBuilder page = page_frame({.title = title,
                                  .lang = language_,
                                  .address = address,
                                  .summary = year ? "" : data_.word(language_, "timeline_summary"),
                                  .menu_key = "timeline",
                                  .template_name = "timeline.html",
                                  .breadcrumb = std::move(trail)},
                                 model_);
    page.set("calendar", download_value(model_.config.timeline.calendar, model_, language_))
        .set("years", std::move(years))
        .set("series", std::move(series));
    return {address, language_, "timeline.html", std::move(page).build(), "the timeline"};
  }

  Value year_value(const Year& year, const std::vector<std::size_t>& entries, const Value& address) const {
    List values;
    for (const std::size_t entry : entries) values.push_back(entry_value(dated_.all[entry], true));
    return Value::map({{"label", fmt::format("{}", year.year)},
                       {"id", fmt::format("vav-{}", year.year)},
                       {"address", address},
                       {"count", year.entries.size()},
                       {"entries", std::move(values)}});
  }

  // With what the item's page gathers, and what hangs on it, when it hangs on nothing itself.
  Value entry_value(const DatedItem& dated, bool is_root) const {
    const TimelineDate& rule = model_.config.timeline.dates[dated.rule];
    const std::size_t shown = data_.in_language(dated.item, language_);
    const Page& page = model_.pages[dated.item];
    List below;
    for (const std::size_t one : dated.below) {
      if (below.size() < most_entries) below.push_back(entry_value(dated_.all[one], false));
    }
    return Value::map(
        {{"item", data_.card(shown, language_)},
         {"id", anchor_of(dated)},
         {"date", dated.date.iso()},
         {"date_text", date_field_words(page, model_.kind_of(dated.item), *page.find_field(rule.field), language_)},
         {"label", rule.label.in(language_)},
         {"parts", is_root ? parts_of(shown) : List{}},
         {"below", below},
         {"more", dated.below.size() - below.size()}});
  }

  // The id of the item; of a second date of its kind with the name of the date.
  std::string anchor_of(const DatedItem& dated) const {
    const auto& rules = model_.config.timeline.dates;
    const TimelineDate& rule = rules[dated.rule];
    const std::string& id = model_.pages[dated.item].id;
    const auto first = std::ranges::find(rules, rule.kind, &TimelineDate::kind) - rules.begin();
    return static_cast<std::size_t>(first) == dated.rule
               ? id
               : fmt::format("{}--{}", id, model_.config.schema.kinds[rule.kind].fields[rule.field].name);
  }

  List parts_of(std::size_t page) const {
    List parts;
    for (const Value& section : page_sections(page, model_, data_)) {
      if (section.at("links").items().empty()) continue;
      parts.push_back(
          Value::map({{"label", section.at("label")},
                      {"count", section.at("count")},
                      {"address", model_.routes.page_address[page] + "#" + section.at("id").text_or_empty()}}));
    }
    return parts;
  }

  const SiteModel& model_;
  const SiteData& data_;
  const std::string& language_;
  DatedItems dated_;
  std::vector<PagePlan> plans_;
};

}  // namespace

std::vector<PagePlan> plan_timeline_pages(const SiteModel& model, const SiteData& data) {
  return TimelinePlanner(model, data).plan();
}

}  // namespace vav
