#include "evidence/site_state.h"

#include <algorithm>
#include <fmt/format.h>
#include <tuple>

#include "base/hash.h"

namespace vav {
namespace {

std::string text_of(const Value& value) {
  if (value.is_text()) return value.text_or_empty();
  return to_json(value);
}

class StateTaker {
 public:
  StateTaker(const std::vector<Page>& pages, const std::vector<bool>& on_site, const KnowledgeGraph& graph,
             const Schema& schema)
      : pages_(pages), on_site_(on_site), graph_(graph), schema_(schema) {}

  bool is_public(std::size_t page) const { return on_site_[page] && pages_[page].role == SourceRole::page; }

  std::vector<NamedTexts> fields(std::size_t number) const {
    const Page& page = pages_[number];
    std::vector<NamedTexts> all;
    const auto add = [&](std::string_view name, std::vector<std::string> texts) {
      if (!texts.empty()) all.push_back({std::string(name), std::move(texts)});
    };
    if (!page.summary.empty()) add("summary", {page.summary});
    if (!page.short_name.empty()) add("short", {page.short_name});
    std::vector<std::string> aliases;
    for (const WrittenName& alias : page.aliases) aliases.push_back(alias.text);
    add("aliases", std::move(aliases));
    for (const FieldValues& given : page.fields) {
      const Field& field = schema_.kinds[page.kind].fields[given.field];
      std::vector<std::string> texts;
      for (const Value& value : given.values) texts.push_back(text_of(value));
      if (field.personal) texts = {fingerprint(to_json(given.values))};
      add(field.name, std::move(texts));
    }
    return all;
  }

  std::vector<NamedTexts> relations(std::size_t number) const {
    const Kind& kind = schema_.kinds[pages_[number].kind];
    std::vector<NamedTexts> all;
    for (std::size_t type = 0; type < kind.relations.size(); ++type) {
      std::vector<std::string> targets;
      for (const std::size_t edge : graph_.outgoing(number)) {
        const Relation& relation = graph_.relations()[edge];
        if (relation.type == type && is_public(relation.to)) targets.push_back(target(relation, kind.relations[type]));
      }
      if (!targets.empty()) all.push_back({kind.relations[type].name, std::move(targets)});
    }
    return all;
  }

 private:
  std::string target(const Relation& relation, const RelationType& type) const {
    const Reference& reference = pages_[relation.from].references[relation.reference];
    std::string text = pages_[relation.to].id;
    if (!reference.passage.empty()) text += "#" + reference.passage;
    MapBuilder carried;
    bool carries = false;
    for (const Field& field : type.fields) {
      const Value& value = reference.extra.at(field.name);
      if (field.internal || value.is_null()) continue;
      carried.set(field.name, value);
      carries = true;
    }
    if (carries) text += " " + to_json(std::move(carried).build());
    return text;
  }

  const std::vector<Page>& pages_;
  const std::vector<bool>& on_site_;
  const KnowledgeGraph& graph_;
  const Schema& schema_;
};

}  // namespace

SiteState take_state(const std::vector<Page>& pages, const std::vector<bool>& on_site, const Routes& routes,
                     const KnowledgeGraph& graph, const Schema& schema) {
  const StateTaker taker(pages, on_site, graph, schema);
  SiteState state;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    if (!taker.is_public(i)) continue;
    ItemState item{.id = pages[i].id,
                   .lang = pages[i].lang,
                   .kind = schema.kinds[pages[i].kind].id,
                   .address = routes.page_address[i],
                   .title = pages[i].title,
                   .fields = taker.fields(i),
                   .relations = taker.relations(i),
                   .text = {}};
    for (const TextBlock& block : pages[i].document.text()) item.text.push_back(block.text);
    state.items.push_back(std::move(item));
  }
  std::ranges::sort(state.items, [](const ItemState& a, const ItemState& b) {
    return std::tie(a.id, a.lang) < std::tie(b.id, b.lang);
  });
  return state;
}

std::string_view place_of_target(std::string_view target) {
  return target.substr(0, target.find(' '));
}

std::string_view id_of_target(std::string_view target) {
  return target.substr(0, target.find_first_of("# "));
}

}  // namespace vav
