#include "evidence/changes.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

#include "base/address.h"
#include "config/common_fields.h"
#include "evidence/sequence_diff.h"

namespace vav {
namespace {

using Texts = std::vector<std::string>;

const Texts* find_texts(const std::vector<NamedTexts>& all, std::string_view name) {
  const auto found = std::ranges::find(all, name, &NamedTexts::name);
  return found == all.end() ? nullptr : &found->texts;
}

Texts texts_of(const std::vector<NamedTexts>& all, std::string_view name) {
  const Texts* texts = find_texts(all, name);
  return texts == nullptr ? Texts{} : *texts;
}

// Every name of either list, those of `after` first.
std::vector<std::string> names_of(const std::vector<NamedTexts>& after, const std::vector<NamedTexts>& before) {
  std::vector<std::string> names;
  for (const NamedTexts& one : after) names.push_back(one.name);
  for (const NamedTexts& one : before) {
    if (find_texts(after, one.name) == nullptr) names.push_back(one.name);
  }
  return names;
}

std::vector<RelationChange> compare_relations(const ItemState& before, const ItemState& after, const Kind& kind) {
  std::vector<RelationChange> changes;
  for (const std::string& name : names_of(after.relations, before.relations)) {
    const auto type = kind.find_relation(name);
    if (!type || kind.relations[*type].internal) continue;
    const Texts old_targets = texts_of(before.relations, name);
    const Texts new_targets = texts_of(after.relations, name);
    const std::set<std::string_view> was(old_targets.begin(), old_targets.end());
    const std::set<std::string_view> is(new_targets.begin(), new_targets.end());
    std::set<std::string_view> places_before;
    std::set<std::string_view> places_after;
    for (const std::string_view one : was) places_before.insert(place_of_target(one));
    for (const std::string_view one : is) places_after.insert(place_of_target(one));
    RelationChange change{.name = name, .added = {}, .removed = {}, .altered = {}};
    for (const std::string& one : new_targets) {
      const bool known = places_before.contains(place_of_target(one));
      if (!known) change.added.push_back(one);
      if (known && !was.contains(one)) change.altered.push_back(one);
    }
    for (const std::string& one : old_targets) {
      if (!places_after.contains(place_of_target(one))) change.removed.push_back(one);
    }
    if (!change.added.empty() || !change.removed.empty() || !change.altered.empty())
      changes.push_back(std::move(change));
  }
  return changes;
}

// Those that every kind has stand in no schema.
bool is_shown(const std::string& name, const Kind& kind) {
  const Field* field = kind.find_field(name);
  return field == nullptr ? find_common_field(name) != nullptr : !field->internal;
}

std::vector<TextChange> compare_texts(const Texts& before, const Texts& after) {
  std::vector<TextChange> changes;
  const auto part = [](const Texts& texts, std::size_t begin, std::size_t end) {
    return Texts(texts.begin() + static_cast<std::ptrdiff_t>(begin), texts.begin() + static_cast<std::ptrdiff_t>(end));
  };
  for (const DiffRun& run : compare_sequences(before, after)) {
    if (run.kept) continue;
    changes.push_back(
        {part(before, run.before_begin, run.before_end), part(after, run.after_begin, run.after_end), run.after_begin});
  }
  return changes;
}

class Comparer {
 public:
  Comparer(const Baseline& baseline, const SiteState& now, const ComparedSite& site)
      : old_(baseline.state), now_(now), site_(site) {
    for (std::size_t page = 0; page < site.pages.size(); ++page) {
      if (site.pages[page].internal) internal_.insert(key(site.pages[page].id, site.pages[page].lang));
      if (!site.on_site[page] || site.pages[page].role != SourceRole::page) continue;
      page_of_[key(site.pages[page].id, site.pages[page].lang)] = page;
      for (const FormerAddress& former : site.pages[page].redirect_from) {
        if (former.fragment.empty() && !former.address.empty()) moved_[former_address(former.address)] = page;
      }
    }
    for (std::size_t i = 0; i < old_.items.size(); ++i) {
      const ItemState& item = old_.items[i];
      const auto same = page_of_.find(key(item.id, item.lang));
      const auto moved = moved_.find(item.address);
      std::optional<std::size_t> page;
      if (same != page_of_.end()) page = same->second;
      if (!page && moved != moved_.end()) page = moved->second;
      // Two earlier items that are one now: the second was taken up by the first.
      if (page && !old_of_.emplace(*page, i).second) page.reset();
      pages_.push_back(page);
      if (page && site.pages[*page].id != item.id) renamed_[item.id] = site.pages[*page].id;
    }
  }

  std::vector<ItemChange> compare() {
    std::vector<ItemChange> changes;
    for (const ItemState& item : now_.items) {
      const std::size_t page = page_of_.at(key(item.id, item.lang));
      const auto old = old_of_.find(page);
      ItemChange change = old == old_of_.end() ? ItemChange{.sort = ItemChange::Sort::added, .page = page}
                                               : compare_item(page, old->second, item);
      if (change.sort == ItemChange::Sort::changed && is_same(change)) continue;
      change.affected = affected_by(page);
      changes.push_back(std::move(change));
    }
    for (std::size_t i = 0; i < old_.items.size(); ++i) {
      if (pages_[i]) continue;
      ItemChange change{.sort = ItemChange::Sort::withdrawn, .before = i};
      change.affected = affected_by_withdrawn(old_.items[i]);
      change.hidden = internal_.contains(key(old_.items[i].id, old_.items[i].lang));
      changes.push_back(std::move(change));
    }
    return changes;
  }

 private:
  static std::string key(const std::string& id, const std::string& lang) { return lang + "/" + id; }

  static std::string former_address(std::string_view written) {
    const std::string path = normal_path(written.starts_with('/') ? written.substr(1) : written);
    return extension(path) == "html" ? path : join_path(path, "index.html");
  }

  static bool is_same(const ItemChange& change) {
    return change.title_before.empty() && !change.status && change.fields.empty() && change.relations.empty() &&
           change.texts.empty();
  }

  // With the ids that items bear now.
  ItemState renamed(const ItemState& before) const {
    ItemState item = before;
    if (renamed_.empty()) return item;
    for (NamedTexts& relation : item.relations) {
      for (std::string& target : relation.texts) {
        const auto found = renamed_.find(std::string(id_of_target(target)));
        if (found != renamed_.end()) target.replace(0, found->first.size(), found->second);
      }
    }
    return item;
  }

  ItemChange compare_item(std::size_t page, std::size_t old, const ItemState& after) const {
    const ItemState before = renamed(old_.items[old]);
    ItemChange change{.sort = ItemChange::Sort::changed, .page = page, .before = old};
    if (before.title != after.title) change.title_before = before.title;
    const Kind& kind = site_.schema.kinds[site_.pages[page].kind];
    for (const std::string& name : names_of(after.fields, before.fields)) {
      FieldChange field{name, texts_of(before.fields, name), texts_of(after.fields, name)};
      if (field.before == field.after || !is_shown(name, kind)) continue;
      if (name == kind.status)
        change.status = std::move(field);
      else
        change.fields.push_back(std::move(field));
    }
    change.relations = compare_relations(before, after, kind);
    change.texts = compare_texts(before.text, after.text);
    return change;
  }

  bool declares_evidence(std::size_t page) const {
    return site_.schema.kinds[site_.pages[page].kind].declares_evidence();
  }

  std::vector<std::size_t> affected_by(std::size_t page) const {
    const std::size_t item = site_.graph.item_of(page);
    std::vector<std::size_t> reached = site_.evidence.reach(item, Along::towards_consequences);
    std::set<std::size_t> found(reached.begin(), reached.end());
    reached.push_back(item);
    for (const std::size_t one : reached) {
      for (const std::size_t link : site_.evidence.ahead(one)) found.insert(site_.evidence.links()[link].later);
    }
    found.erase(item);
    std::erase_if(found, [&](std::size_t one) { return !declares_evidence(one); });
    return {found.begin(), found.end()};
  }

  // What pointed at it along the chain, as far as it is still there, and what that affects.
  std::vector<std::size_t> affected_by_withdrawn(const ItemState& withdrawn) {
    if (pointing_.empty()) index_pointing();
    std::set<std::size_t> found;
    const auto pointing = pointing_.find(withdrawn.id);
    if (pointing == pointing_.end()) return {};
    for (const std::size_t page : pointing->second) {
      const std::size_t item = site_.graph.item_of(page);
      if (declares_evidence(item)) found.insert(item);
      for (const std::size_t one : affected_by(item)) found.insert(one);
    }
    return {found.begin(), found.end()};
  }

  // By id of the baseline: the pages whose items pointed at it by relations of the chain.
  void index_pointing() {
    for (std::size_t i = 0; i < old_.items.size(); ++i) {
      const auto kind = site_.schema.find_kind(old_.items[i].kind);
      if (!pages_[i] || !kind) continue;
      for (const NamedTexts& relation : old_.items[i].relations) {
        const auto type = site_.schema.kinds[*kind].find_relation(relation.name);
        if (!type || !site_.schema.kinds[*kind].relations[*type].in_chain) continue;
        for (const std::string& target : relation.texts)
          pointing_[std::string(id_of_target(target))].push_back(*pages_[i]);
      }
    }
  }

  const SiteState& old_;
  const SiteState& now_;
  const ComparedSite& site_;
  std::set<std::string> internal_;                        // language and id of pages for editors only
  std::unordered_map<std::string, std::size_t> page_of_;  // language and id -> page
  std::unordered_map<std::string, std::size_t> moved_;    // earlier address -> page
  std::vector<std::optional<std::size_t>> pages_;         // by item of the baseline
  std::map<std::size_t, std::size_t> old_of_;             // page -> item of the baseline
  std::unordered_map<std::string, std::string> renamed_;  // id of the baseline -> id now
  std::unordered_map<std::string, std::vector<std::size_t>> pointing_;
};

}  // namespace

std::vector<ItemChange> compare_with(const Baseline& baseline, const SiteState& now, const ComparedSite& site) {
  return Comparer(baseline, now, site).compare();
}

}  // namespace vav
