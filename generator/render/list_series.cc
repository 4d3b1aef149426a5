#include "render/list_series.h"

#include <algorithm>
#include <fmt/format.h>

#include "base/address.h"
#include "render/page_data.h"
#include "render/page_series.h"

namespace vav {
namespace {

// `base` with other values for the keys of `changes`.
Value changed(const Value& base, MapBuilder changes) {
  const Value change = std::move(changes).build();
  MapBuilder both;
  for (const Entry& entry : *base.entries()) both.set(entry.key, entry.value);
  for (const Entry& entry : *change.entries()) both.set(entry.key, entry.value);
  return std::move(both).build();
}

class ListSplitter {
 public:
  ListSplitter(PagePlan whole, const ListKeys& keys, const SiteModel& model, const SiteData& data)
      : whole_(std::move(whole)), keys_(keys), model_(model), data_(data), folder_(folder_of(whole_.address)) {}

  std::vector<PagePlan> split() {
    cut();
    const List links = links_to_groups();
    std::vector<PagePlan> plans;
    for (std::size_t part = 0; part < parts_.size(); ++part) {
      PagePlan plan = whole_;
      MapBuilder changes;
      changes.set(keys_.groups, parts_[part])
          .set("group_links", links)
          .set("series", series_links(folder_, parts_.size(), part));
      if (part > 0) rename(part, plan, changes);
      plan.page = changed(whole_.page, std::move(changes));
      plans.push_back(std::move(plan));
    }
    return plans;
  }

 private:
  const List& groups() const { return whole_.page.at(keys_.groups).items(); }

  void cut() {
    parts_.emplace_back();
    std::size_t room = keys_.most;
    for (const Value& group : groups()) {
      const List& entries = group.at(keys_.entries).items();
      for (std::size_t from = 0; from < entries.size();) {
        if (room == 0) {
          parts_.emplace_back();
          room = keys_.most;
        }
        const std::size_t taken = std::min(room, entries.size() - from);
        const auto begin = entries.begin() + static_cast<std::ptrdiff_t>(from);
        MapBuilder piece;
        piece.set(keys_.entries, List(begin, begin + static_cast<std::ptrdiff_t>(taken)))
            .set("count", entries.size())
            .set("goes_on", from > 0);
        parts_.back().push_back(changed(group, std::move(piece)));
        from += taken;
        room -= taken;
      }
    }
  }

  List links_to_groups() const {
    List links;
    std::size_t before = 0;
    for (const Value& group : groups()) {
      const std::size_t count = group.at(keys_.entries).items().size();
      const Value* label = group.find(keys_.groups == register_keys.groups ? "letter" : "label");
      const Value* lang = group.find("lang");
      links.push_back(
          Value::map({{"id", group.at("id")},
                      {"label", label == nullptr ? Value("") : *label},
                      {"lang", lang == nullptr ? Value(whole_.language) : *lang},
                      {"address", place_in_list(whole_.address, before, group.at("id").text_or_empty(), keys_)},
                      {"count", count}}));
      before += count;
    }
    return links;
  }

  void rename(std::size_t part, PagePlan& plan, MapBuilder& changes) const {
    const std::string title = fmt::format("{}, {} {}", whole_.page.at("title").text_or_empty(),
                                          data_.word(whole_.language, "page_word"), part + 1);
    plan.address = series_address(folder_, part);
    changes.set("address", plan.address)
        .set("canonical", plan.address)
        .set("title", title)
        .set("html_title", html_title(title, model_.config.title.in(whole_.language)))
        .set("feed", Value())
        .set("translations", List{});
    if (whole_.page.find("intro") != nullptr) changes.set("intro", Value());
  }

  PagePlan whole_;
  const ListKeys& keys_;
  const SiteModel& model_;
  const SiteData& data_;
  std::string folder_;
  std::vector<List> parts_;
};

}  // namespace

std::vector<PagePlan> split_list(PagePlan whole, const ListKeys& keys, const SiteModel& model, const SiteData& data) {
  return ListSplitter(std::move(whole), keys, model, data).split();
}

std::string place_in_list(const std::string& address, std::size_t before, const std::string& id, const ListKeys& keys) {
  return fmt::format("{}#{}", series_address(std::string(folder_of(address)), before / keys.most), id);
}

}  // namespace vav
