#include "render/feeds.h"

#include <algorithm>
#include <fmt/format.h>
#include <tuple>

#include "base/address.h"
#include "evidence/dated_items.h"
#include "evidence/followed_items.h"
#include "exports/atom.h"
#include "exports/calendar.h"

namespace vav {
namespace {

constexpr std::size_t most_entries = 50;
constexpr std::string_view feed_file = "atom.xml";
constexpr std::string_view calendar_time_zone = "Europe/Stockholm";

// The day on which a page last became another; nothing when it tells none.
std::optional<Date> last_change(const Page& page) {
  return page.updated ? page.updated : page.published;
}

class FeedMaker {
 public:
  FeedMaker(const SiteModel& model, const SiteData& data) : model_(model), data_(data), language_(model.config.lang) {}

  // Of the newest among the items; nothing when none tells a date.
  std::optional<RenderedFile> make(const std::string& page_address, const std::string& id, const std::string& title,
                                   std::vector<std::size_t> items) const {
    std::erase_if(items, [&](std::size_t item) { return !last_change(model_.pages[item]); });
    if (items.empty()) return std::nullopt;
    const auto key = [&](std::size_t item) {
      const Page& page = model_.pages[item];
      return std::tuple(*last_change(page), page.published.value_or(Date{}));
    };
    const auto newer = [&](std::size_t a, std::size_t b) {
      const auto of_a = key(a);
      const auto of_b = key(b);
      return of_a == of_b ? data_.rank_of(a) < data_.rank_of(b) : of_a > of_b;
    };
    const auto shown = static_cast<std::ptrdiff_t>(std::min(items.size(), most_entries));
    std::ranges::partial_sort(items, items.begin() + shown, newer);
    items.resize(static_cast<std::size_t>(shown));
    const std::string path = feed_address(page_address);
    AtomFeed feed = empty_feed(page_address, id, title, model_);
    feed.updated = atom_time(*last_change(model_.pages[items.front()]));
    for (const std::size_t item : items) feed.entries.push_back(entry(item, path));
    return RenderedFile{.path = path, .bytes = atom_xml(feed), .made_by = "the feed of " + page_address};
  }

 private:
  AtomEntry entry(std::size_t item, const std::string& path) const {
    const Page& page = model_.pages[item];
    const Kind& kind = model_.kind_of(item);
    return {.id = fmt::format("tag:{}/item/{}", model_.config.feeds.tag, page.id),
            .title = page.title,
            .lang = page.lang,
            .link = address_for_programs(path, model_.routes.page_address[item], model_),
            .summary = page.summary,
            .category = kind.id,
            .category_label = kind.one.in(language_),
            .published = page.published ? atom_time(*page.published) : "",
            .updated = atom_time(*last_change(page))};
  }

  const SiteModel& model_;
  const SiteData& data_;
  const std::string& language_;
};

// What stands after the @ of ids: the domain of the feeds' tag, else a name that no domain has (RFC 2606).
std::string domain_of(const SiteConfig& config) {
  const std::string authority = config.feeds.tag.substr(0, config.feeds.tag.find(','));
  const std::string domain = authority.substr(authority.find('@') + 1);
  return domain.empty() ? "vav.invalid" : domain;
}

CalendarDay calendar_day(const DatedItem& dated, const SiteModel& model, const SiteData& data) {
  const std::string& language = model.config.lang;
  const TimelineDate& rule = model.config.timeline.dates[dated.rule];
  const Page& page = model.pages[dated.item];
  const Kind& kind = model.kind_of(dated.item);
  const std::string& label = rule.label.in(language);
  const std::string address = model.routes.page_address[data.in_language(dated.item, language)];
  // No @ in it, as older programs make them: to readers of the file, and to checks, that would be somebody's mailbox.
  return {.uid = fmt::format("{}.{}.{}", page.id, kind.fields[rule.field].name, domain_of(model.config)),
          .day = dated.date,
          .stamp = last_change(page).value_or(dated.date),
          .title = label.empty() ? page.title : fmt::format("{}: {}", label, page.title),
          .description = page.summary,
          .category = kind.one.in(language),
          .url = model.config.base_url.empty() ? "" : address_for_programs("", address, model)};
}

}  // namespace

std::string feed_address(const std::string& page_address) {
  return join_path(folder_of(page_address), feed_file);
}

std::string address_for_programs(const std::string& from, const std::string& to, const SiteModel& model) {
  return model.config.base_url.empty() ? relative_link(from, to, model.target)
                                       : model.config.base_url + shown_address(to, model.target);
}

AtomFeed empty_feed(const std::string& page_address, const std::string& id, const std::string& title,
                    const SiteModel& model) {
  const std::string& language = model.config.lang;
  const std::string& site = model.config.title.in(language);
  const std::string& publisher = model.config.publisher.in(language);
  const std::string path = feed_address(page_address);
  return {.id = fmt::format("tag:{}/{}", model.config.feeds.tag, id),
          .title = title == site ? site : fmt::format("{}: {}", site, title),
          .subtitle = model.config.description.in(language),
          .lang = language,
          .author = publisher.empty() ? site : publisher,
          .link = address_for_programs(path, page_address, model),
          .self = address_for_programs(path, path, model),
          .updated = "",
          .entries = {}};
}

std::vector<RenderedFile> make_feeds(const SiteModel& model, const SiteData& data) {
  std::vector<RenderedFile> files;
  if (model.config.feeds.tag.empty()) return files;
  const FeedMaker maker(model, data);
  std::vector<std::size_t> all;
  for (std::size_t page = 0; page < model.pages.size(); ++page) {
    if (model.is_item(page) && model.graph.item_of(page) == page) all.push_back(page);
  }
  if (auto feed =
          maker.make(std::string(home_address), "feed", model.config.title.in(model.config.lang), std::move(all)))
    files.push_back(std::move(*feed));
  for (const FollowedItem& one : collect_followed_items(model.pages, model.on_site, model.graph, model.config)) {
    const Page& page = model.pages[one.item];
    if (auto feed = maker.make(model.routes.page_address[one.item], "feed/" + page.id, page.title, one.members))
      files.push_back(std::move(*feed));
  }
  return files;
}

std::vector<RenderedFile> make_calendar(const SiteModel& model, const SiteData& data) {
  if (model.config.timeline.calendar.empty()) return {};
  const std::string& language = model.config.lang;
  std::vector<std::size_t> ranks;
  for (std::size_t page = 0; page < model.pages.size(); ++page) ranks.push_back(data.rank_of(page));
  Calendar calendar{.product = fmt::format("-//{}//vav//{}", domain_of(model.config), language),
                    .title = model.config.title.in(language),
                    .time_zone = std::string(calendar_time_zone),
                    .days = {}};
  for (const DatedItem& one : collect_dated_items(model.pages, model.on_site, model.graph, model.config, ranks).all) {
    if (one.date.whole() && model.config.timeline.dates[one.rule].in_calendar)
      calendar.days.push_back(calendar_day(one, model, data));
  }
  if (calendar.days.empty()) return {};
  return {{.path = model.config.timeline.calendar, .bytes = calendar_text(calendar), .made_by = "the calendar"}};
}

}  // namespace vav
