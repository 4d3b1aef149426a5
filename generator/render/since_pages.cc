#include "render/since_pages.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <set>
#include <tuple>

#include "base/address.h"
#include "base/hash.h"
#include "base/text.h"
#include "evidence/followed_items.h"
#include "exports/atom.h"
#include "render/downloads.h"
#include "render/feeds.h"
#include "render/page_data.h"
#include "render/page_series.h"
#include "render/since_changes.h"

namespace vav {
namespace {

// Changes on one page; each takes some kilobytes of HTML at most.
constexpr std::size_t most_changes = 100;
constexpr std::size_t most_feed_entries = 50;
// Characters of a page's title with the name of the site: what browsers and lists of hits show of it.
constexpr std::size_t longest_title = 90;

std::string folder_of_since(const Since& since) {
  return fmt::format("{}/{}", folder_of(news_address), since.baseline.name);
}

// The changes in the order in which readers get them: by part, then as lists are sorted; what was withdrawn by its
// kind and id.
std::vector<std::size_t> reading_order(const Since& since, const ChangeWords& words, const SiteData& data) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < since.changes.size(); ++i) order.push_back(i);
  const auto key = [&](std::size_t i) {
    const ItemChange& change = since.changes[i];
    return std::tuple(part_of(change), words.kind_of(change).value_or(0), change.page ? data.rank_of(*change.page) : 0,
                      i);
  };
  std::ranges::sort(order, {}, key);
  return order;
}

class SincePlanner {
 public:
  SincePlanner(const SiteModel& model, const SiteData& data)
      : model_(model), data_(data), language_(model.config.lang) {}

  std::vector<PagePlan> plan() {
    if (!model_.tells_news()) return {};
    followed_ = collect_followed_items(model_.pages, model_.on_site, model_.graph, model_.config);
    List baselines;
    for (const Since& since : model_.since) {
      plan_since(since);
      baselines.push_back(Value::map({{"title", since_title(since, language_, model_, data_)},
                                      {"address", series_address(folder_of_since(since), 0)},
                                      {"date", date_value(since.baseline.date, language_)},
                                      {"counts", counts(since)}}));
    }
    MapBuilder page = page_frame({.title = data_.word(language_, "news_title"),
                                  .lang = language_,
                                  .address = std::string(news_address),
                                  .summary = data_.word(language_, "news_summary"),
                                  .menu_key = "news",
                                  .template_name = "news.html",
                                  .breadcrumb = breadcrumb(data_, language_, std::nullopt)},
                                 model_);
    page.set("baselines", std::move(baselines));
    plans_.push_back(
        {std::string(news_address), language_, "news.html", std::move(page).build(), "the list of baselines"});
    return std::move(plans_);
  }

 private:
  // Changes that a page shows, in reading order, and whose they are.
  struct Scope {
    std::string folder;
    std::optional<std::size_t> item;  // page number; nothing = the whole site
    std::vector<std::size_t> changes;
  };

  List counts(const Since& since) const {
    std::map<ChangePart, std::size_t> found;
    for (const ItemChange& change : since.changes) ++found[part_of(change)];
    List all;
    for (const auto& [part, count] : found)
      all.push_back(Value::map({{"label", data_.word(language_, word_of(part))}, {"count", count}}));
    return all;
  }

  void plan_since(const Since& since) {
    const ChangeWords words(since, language_, model_, data_);
    const std::vector<std::size_t> order = reading_order(since, words, data_);
    std::vector<Scope> scopes = scopes_of(since, order);
    const List ways = ways_to(scopes);
    for (const Scope& scope : scopes) plan_scope(since, words, scope, ways);
    plan_scope(since, words, {folder_of_since(since), std::nullopt, order}, ways);
  }

  // The followed items that have changes. A withdrawn item belongs to what it pointed at.
  std::vector<Scope> scopes_of(const Since& since, const std::vector<std::size_t>& order) const {
    std::vector<Scope> scopes;
    std::map<std::size_t, std::vector<std::size_t>> places;          // page -> places in `order`
    std::map<std::string_view, std::vector<std::size_t>> withdrawn;  // id pointed at -> places in `order`
    for (std::size_t place = 0; place < order.size(); ++place) {
      const ItemChange& change = since.changes[order[place]];
      if (change.page)
        places[model_.graph.item_of(*change.page)].push_back(place);
      else
        for (const NamedTexts& relation : since.baseline.state.items[*change.before].relations)
          for (const std::string& target : relation.texts) withdrawn[id_of_target(target)].push_back(place);
    }
    for (const FollowedItem& followed : followed_) {
      std::set<std::size_t> found;
      for (const std::size_t member : followed.members) {
        if (const auto own = places.find(member); own != places.end())
          found.insert(own->second.begin(), own->second.end());
      }
      const Page& page = model_.pages[followed.item];
      if (const auto gone = withdrawn.find(page.id); gone != withdrawn.end())
        found.insert(gone->second.begin(), gone->second.end());
      if (found.empty()) continue;
      const std::string& kind = model_.kind_of(followed.item).address;
      Scope scope{join_path(join_path(folder_of_since(since), kind), page.id), followed.item, {}};
      for (const std::size_t place : found) scope.changes.push_back(order[place]);
      scopes.push_back(std::move(scope));
    }
    std::ranges::sort(scopes, {}, [&](const Scope& scope) { return data_.rank_of(*scope.item); });
    return scopes;
  }

  // As filters of a list: by kind, the items that have a page of their own.
  List ways_to(const std::vector<Scope>& scopes) const {
    List facets;
    for (const std::size_t kind : model_.config.feeds.kinds) {
      List values;
      for (const Scope& scope : scopes) {
        const Page& page = model_.pages[*scope.item];
        if (page.kind != kind) continue;
        values.push_back(Value::map({{"label", page.short_name.empty() ? page.title : page.short_name},
                                     {"address", series_address(scope.folder, 0)},
                                     {"count", scope.changes.size()},
                                     {"here", false}}));
      }
      if (!values.empty())
        facets.push_back(
            Value::map({{"label", data_.kind(kind, language_).at("title_one")}, {"values", std::move(values)}}));
    }
    return facets;
  }

  void plan_scope(const Since& since, const ChangeWords& words, const Scope& scope, const List& ways) {
    const std::size_t length = series_length(scope.changes.size(), most_changes);
    const std::string whole = since_title(since, language_, model_, data_);
    for (std::size_t part = 0; part < length; ++part) {
      List trail = breadcrumb(data_, language_, std::nullopt);
      const auto add = [&](const std::string& name, const std::string& address) {
        trail.push_back(Value::map({{"title", name}, {"address", address}}));
      };
      add(data_.word(language_, "news_title"), std::string(news_address));
      if (scope.item) add(whole, series_address(folder_of_since(since), 0));
      const std::string address = series_address(scope.folder, part);
      const std::string number = part == 0 ? "" : fmt::format(", {} {}", data_.word(language_, "page_word"), part + 1);
      const std::string title = scope.item ? fmt::format("{}: {}", whole, name_of(*scope.item, whole + number)) : whole;
      MapBuilder page = page_frame({.title = title + number,
                                    .lang = language_,
                                    .address = address,
                                    .menu_key = "news",
                                    .template_name = "since.html",
                                    .breadcrumb = std::move(trail)},
                                   model_);
      page.set("baseline", date_value(since.baseline.date, language_))
          .set("scope", scope.item ? data_.card(*scope.item, language_) : Value())
          .set("count", scope.changes.size())
          .set("parts", parts(since, words, scope, part * most_changes))
          .set("facets", scope.item || part > 0 ? List{} : ways)
          .set("series", series_links(scope.folder, length, part));
      plans_.push_back({address, language_, "since.html", std::move(page).build(),
                        "what is new since the baseline " + since.baseline.name});
    }
  }

  // What an item is called in a title beside `more`: cut between words where there is no room for it.
  std::string name_of(std::size_t item, const std::string& more) const {
    const Page& page = model_.pages[item];
    const std::string& name = page.short_name.empty() ? page.title : page.short_name;
    const std::size_t others = count_characters(more + model_.config.title.in(language_)) + 5;  // ": " and " – "
    const std::size_t room = longest_title - std::min(others, longest_title - 1);
    if (count_characters(name) <= room) return name;
    std::string cut;
    for (const std::string_view word : split(name, ' ')) {
      if (count_characters(cut) + count_characters(word) + 1 >= room) break;
      cut += (cut.empty() ? "" : " ") + std::string(word);
    }
    return cut + "…";
  }

  // From the change at `begin` on, as many as a page holds: by part, and within it by kind.
  List parts(const Since& since, const ChangeWords& words, const Scope& scope, std::size_t begin) const {
    struct Group {
      ChangePart part;
      std::size_t kind;
      List changes;
    };
    std::vector<Group> groups;
    std::map<ChangePart, std::size_t> all_of, before;  // of the whole list, and of what stands on pages before
    for (std::size_t i = 0; i < scope.changes.size(); ++i) {
      ++all_of[part_of(since.changes[scope.changes[i]])];
      if (i < begin) ++before[part_of(since.changes[scope.changes[i]])];
    }
    for (std::size_t i = begin; i < std::min(scope.changes.size(), begin + most_changes); ++i) {
      const ItemChange& change = since.changes[scope.changes[i]];
      const std::size_t kind = words.kind_of(change).value_or(model_.config.schema.kinds.size());
      if (groups.empty() || groups.back().part != part_of(change) || groups.back().kind != kind)
        groups.push_back({part_of(change), kind, {}});
      groups.back().changes.push_back(words.value(change));
    }
    List all;
    for (std::size_t i = 0; i < groups.size();) {
      const ChangePart part = groups[i].part;
      List kinds;
      for (; i < groups.size() && groups[i].part == part; ++i) {
        const bool known = groups[i].kind < model_.config.schema.kinds.size();
        kinds.push_back(Value::map({{"kind", known ? data_.kind(groups[i].kind, language_) : Value()},
                                    {"changes", std::move(groups[i].changes)}}));
      }
      all.push_back(Value::map({{"id", fmt::format("vav-part-{}", static_cast<int>(part) + 1)},
                                {"label", before[part] == 0 ? data_.word(language_, word_of(part))
                                                            : fmt::format("{} {}", data_.word(language_, word_of(part)),
                                                                          data_.word(language_, "goes_on"))},
                                {"count", all_of[part]},
                                {"kinds", std::move(kinds)}}));
    }
    return all;
  }

  const SiteModel& model_;
  const SiteData& data_;
  const std::string& language_;
  std::vector<FollowedItem> followed_;
  std::vector<PagePlan> plans_;
};

// The day of a change: that of its page, when the page says one after the baseline's.
Date day_of(const ItemChange& change, const Since& since, const SiteModel& model) {
  if (!change.page) return since.baseline.date;
  const Page& page = model.pages[*change.page];
  const auto changed = page.updated ? page.updated : page.published;
  return changed ? std::max(*changed, since.baseline.date) : since.baseline.date;
}

// The same whatever else comes and goes. The id of a page that is for editors now is nobody else's.
std::string name_of_withdrawn(const ItemState& item, bool hidden) {
  const std::string name = fmt::format("{}/{}", item.lang, item.id);
  return hidden ? fingerprint(name).substr(0, 12) : name;
}

AtomEntry entry_of(const ItemChange& change, const Since& since, const ChangeWords& words, const std::string& path,
                   const SiteModel& model, const SiteData& data) {
  const std::string& language = model.config.lang;
  const auto kind = words.kind_of(change);
  const std::string page =
      change.page ? model.routes.page_address[*change.page] : series_address(folder_of_since(since), 0);
  const std::string id =
      change.page ? fmt::format("{}/{}", model.pages[*change.page].lang, model.pages[*change.page].id)
                  : "withdrawn/" + name_of_withdrawn(since.baseline.state.items[*change.before], change.hidden);
  return {.id = fmt::format("tag:{}/since/{}/{}", model.config.feeds.tag, since.baseline.name, id),
          .title = fmt::format("{}: {}", data.word(language, word_of(part_of(change))), words.title(change)),
          .lang = language,
          .link = address_for_programs(path, page, model),
          .summary = words.summary(change),
          .category = kind ? model.config.schema.kinds[*kind].id : "",
          .category_label = kind ? model.config.schema.kinds[*kind].one.in(language) : "",
          .published = "",
          .updated = atom_time(day_of(change, since, model))};
}

}  // namespace

std::vector<PagePlan> plan_since_pages(const SiteModel& model, const SiteData& data) {
  return SincePlanner(model, data).plan();
}

std::vector<RenderedFile> make_since_feeds(const SiteModel& model, const SiteData& data) {
  std::vector<RenderedFile> files;
  if (model.config.feeds.tag.empty()) return files;
  for (const Since& since : model.since) {
    const ChangeWords words(since, model.config.lang, model, data);
    const std::string page = series_address(folder_of_since(since), 0);
    const std::string path = feed_address(page);
    std::vector<std::size_t> order = reading_order(since, words, data);
    std::ranges::stable_sort(order, std::greater{},
                             [&](std::size_t i) { return day_of(since.changes[i], since, model); });
    order.resize(std::min(order.size(), most_feed_entries));
    AtomFeed feed =
        empty_feed(page, "since/" + since.baseline.name, since_title(since, model.config.lang, model, data), model);
    feed.updated = atom_time(order.empty() ? since.baseline.date : day_of(since.changes[order.front()], since, model));
    for (const std::size_t i : order)
      feed.entries.push_back(entry_of(since.changes[i], since, words, path, model, data));
    files.push_back({.path = path, .bytes = atom_xml(feed), .made_by = "the feed of " + page});
  }
  return files;
}

}  // namespace vav
