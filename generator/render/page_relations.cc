#include "render/page_relations.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/text.h"
#include "render/field_data.h"
#include "render/page_chain.h"
#include "render/page_data.h"
#include "render/page_evidence.h"
#include "render/page_links.h"
#include "render/page_thread.h"
#include "render/sections_cited.h"

namespace vav {
namespace {

class RelationParts {
 public:
  RelationParts(std::size_t page, const SiteModel& model, const SiteData& data)
      : number_(page),
        page_(model.pages[page]),
        kind_(model.kind_of(page)),
        model_(model),
        data_(data),
        links_(page, model, data) {}

  List facts() const {
    List all;
    for (std::size_t type = 0; type < kind_.relations.size(); ++type) {
      const RelationType& relation = kind_.relations[type];
      if (relation.evidence != Evidence::none || relation.name == source_key || relation.name == replaces_relation ||
          is_step_back(relation))
        continue;
      List values;
      for (const std::size_t edge : model_.graph.outgoing(number_)) {
        if (edge_at(edge).type == type) values.push_back(one_of_fact(edge_at(edge)));
      }
      if (!values.empty())
        all.push_back(fact_value(relation.name, relation.label.in(page_.lang), "relation", {}, std::move(values)));
    }
    return all;
  }

  // What the page comes from, then the sections that vav.yaml declares, then every inverse relation that none of them
  // shows: nothing that points here is lost.
  List sections() const {
    List all;
    for (const RelationType& relation : kind_.relations) {
      if (is_step_back(relation))
        add_section(all, relation.label.in(page_.lang), "", gather(single_step(false, page_.kind, relation.name)));
    }
    std::set<std::pair<std::size_t, std::string>> shown;
    for (const GatheredSection& section : kind_.sections) {
      add_section(all, section.label.in(page_.lang), section.empty.in(page_.lang), gather(section));
      for (const RelationPath& path : section.paths) {
        if (path.size() == 1 && path.front().inverse) shown.emplace(path.front().kind, path.front().relation);
      }
    }
    for (std::size_t k = 0; k < model_.config.schema.kinds.size(); ++k) {
      for (const RelationType& relation : model_.config.schema.kinds[k].relations) {
        if (shown.contains({k, relation.name}) || relation.name == replaces_relation) continue;
        add_section(all, relation.inverse.in(page_.lang), "", gather(single_step(true, k, relation.name)));
      }
    }
    return merge_labels(std::move(all));
  }

  // Pages that mention this one, but for those that `sections` and `poles` show already, with the same sentence.
  List backlinks(const List& sections, const List& poles) const {
    List links;
    std::set<std::size_t> shown;
    for (const Value& part : sections) add_linked_items(part, model_, data_, shown);
    for (const Value& part : poles) add_linked_items(part, model_, data_, shown);
    // The sentence is in the language of the page that it stands in, so that page is named, and not its twin; one in
    // the reader's own language comes before.
    std::vector<const Mention*> mentions;
    for (const std::size_t twin : model_.graph.family_of(number_)) {
      for (const Mention& mention : model_.graph.mentions_of(twin)) mentions.push_back(&mention);
    }
    std::ranges::stable_partition(
        mentions, [&](const Mention* mention) { return model_.pages[mention->from].lang == page_.lang; });
    for (const Mention* mention : mentions) {
      const std::size_t from = mention->from;
      const bool item = model_.pages[from].role == SourceRole::page;
      if (!item || !shown.insert(model_.graph.item_of(from)).second) continue;
      const std::string fragment = mention->passage.empty() ? "" : "#" + mention->passage;
      links.push_back(PageLinks::value({.item = data_.card(from, page_.lang),
                                        .address = model_.routes.page_address[from] + fragment,
                                        .sentence = shown_text(from, mention->sentence, model_),
                                        .note = {},
                                        .note_lang = {},
                                        .excerpt = {},
                                        .qualifiers = {},
                                        .via = {}}));
    }
    return links;
  }

  List sources() const {
    List all;
    for (const std::size_t edge : model_.graph.outgoing(number_)) {
      const Relation& relation = edge_at(edge);
      if (kind_.relations[relation.type].name != source_key) continue;
      const Reference& reference = page_.references[relation.reference];
      all.push_back(Value::map({{"item", links_.card(relation.to)},
                                {"section", reference.extra.at("section").text_or_empty()},
                                {"pages", reference.extra.at("pages").text_or_empty()},
                                {"to_review", model_.suspects.concern(edge)},
                                {"address", links_.with_passage(relation.to, reference.passage)}}));
    }
    return all;
  }

  List replaces() const {
    List all;
    for (const std::size_t edge : model_.graph.outgoing(number_)) {
      if (kind_.relations[edge_at(edge).type].name == replaces_relation) all.push_back(links_.card(edge_at(edge).to));
    }
    return all;
  }

  // Each item once, though its twins may say it too.
  List replaced_by() const {
    List all;
    std::set<std::size_t> seen;
    for (const std::size_t twin : model_.graph.family_of(number_)) {
      for (const std::size_t edge : model_.graph.incoming(twin)) {
        const Relation& relation = edge_at(edge);
        if (model_.config.schema.kinds[relation.kind].relations[relation.type].name != replaces_relation) continue;
        if (seen.insert(model_.graph.item_of(relation.from)).second) all.push_back(links_.card(relation.from));
      }
    }
    return all;
  }

 private:
  struct Gathered {
    std::size_t page = 0;
    std::optional<std::size_t> edge;  // the relation, when the page points here itself
    std::optional<std::size_t> via;   // the page between, when it does not
  };

  // A relation to several pages of earlier steps of the chain, such as a measure's conclusions: shown as a part, not as
  // a fact.
  bool is_step_back(const RelationType& relation) const {
    const auto earlier = [&](std::size_t kind) {
      const std::size_t step = model_.config.schema.kinds[kind].chain_step;
      return step > 0 && step < kind_.chain_step;
    };
    return relation.many && relation.evidence == Evidence::none && std::ranges::all_of(relation.to, earlier);
  }

  static GatheredSection single_step(bool inverse, std::size_t kind, const std::string& relation) {
    GatheredSection section;
    section.paths = {{PathStep{.inverse = inverse, .kind = kind, .relation = relation}}};
    return section;
  }

  const Relation& edge_at(std::size_t edge) const { return model_.graph.relations()[edge]; }

  Value one_of_fact(const Relation& relation) const {
    const Reference& reference = page_.references[relation.reference];
    const Page& other = model_.pages[data_.in_language(relation.to, page_.lang)];
    return Value::map({{"text", other.title},
                       {"address", links_.with_passage(relation.to, reference.passage)},
                       {"host", ""},
                       {"item", links_.card(relation.to)},
                       {"html", {}},
                       {"parts", List{}},
                       {"note", links_.note_of(relation)},
                       {"qualifiers", links_.qualifiers(relation)}});
  }

  // What points at one twin points at all of them, and a page and its twins are found once.
  std::vector<Gathered> gather(const GatheredSection& section) const {
    std::vector<Gathered> found;
    std::set<std::size_t> seen = {model_.graph.item_of(number_)};
    const auto add = [&](const Gathered& one) {
      if (seen.insert(model_.graph.item_of(one.page)).second) found.push_back(one);
    };
    for (const RelationPath& path : section.paths) {
      const RelationPath first = {path.front()};
      const RelationPath rest(path.begin() + 1, path.end());
      for (const std::size_t start : model_.graph.family_of(number_)) {
        for (const std::size_t step : model_.graph.follow(first, start, model_.pages, model_.config.schema)) {
          if (rest.empty()) {
            add({.page = step, .edge = edge_between(path.front(), start, step), .via = {}});
            continue;
          }
          for (const std::size_t page : model_.graph.follow(rest, step, model_.pages, model_.config.schema))
            add({.page = page, .edge = {}, .via = step});
        }
      }
    }
    std::vector<std::size_t> order;
    for (const Gathered& one : found) order.push_back(one.page);
    data_.sort(order);
    std::ranges::sort(found, {},
                      [&](const Gathered& one) { return std::ranges::find(order, one.page) - order.begin(); });
    return found;
  }

  std::optional<std::size_t> edge_between(const PathStep& step, std::size_t start, std::size_t other) const {
    for (const std::size_t edge : step.inverse ? model_.graph.incoming(start) : model_.graph.outgoing(start)) {
      const Relation& relation = edge_at(edge);
      const bool same = model_.config.schema.kinds[relation.kind].relations[relation.type].name == step.relation;
      if (same && (step.inverse ? relation.from : relation.to) == other) return edge;
    }
    return std::nullopt;
  }

  void add_section(List& all, const std::string& label, const std::string& empty,
                   const std::vector<Gathered>& gathered) const {
    if (gathered.empty() && empty.empty()) return;
    List links;
    for (const Gathered& one : gathered) {
      links.push_back(one.edge ? links_.link(one.page, edge_at(*one.edge), links_.sentence_about(one.page, number_))
                               : PageLinks::value({.item = links_.card(one.page),
                                                   .address = links_.with_passage(one.page, ""),
                                                   .sentence = {},
                                                   .note = {},
                                                   .note_lang = {},
                                                   .excerpt = {},
                                                   .qualifiers = {},
                                                   .via = one.via ? links_.card(*one.via) : Value()}));
    }
    const Value mark = gathered.empty() ? Value("")
                                        : Value(model_.kind_of(gathered.front().page).chain_step > 0
                                                    ? model_.kind_of(gathered.front().page).mark
                                                    : "");
    all.push_back(Value::map({{"id", "del-" + to_slug(label)},
                              {"label", label},
                              {"mark", mark},
                              {"count", links.size()},
                              {"links", links},
                              {"groups", by_way(links)},
                              {"empty", empty}}));
  }

  // The links by the page that they come through, in the order of those; links that go through none first.
  List by_way(const List& links) const {
    std::map<std::string, List> groups;
    std::vector<std::size_t> ways;
    for (const Value& one : links) {
      const std::string& way = one.at("via").at("address").text_or_empty();
      const auto page = data_.page_at(way);
      if (page && !groups.contains(way)) ways.push_back(*page);
      groups[way].push_back(one);
    }
    data_.sort(ways);
    List all;
    const auto add = [&](const std::string& way) {
      if (!groups.contains(way)) return;
      all.push_back(Value::map({{"via", groups[way].front().at("via")}, {"links", groups[way]}}));
    };
    add("");
    for (const std::size_t way : ways) add(model_.routes.page_address[way]);
    return all;
  }

  // Two relations may bear one label ("Inspel om" from two kinds): they are one part of the page, and ids stay unique.
  List merge_labels(List sections) const {
    List merged;
    for (Value& section : sections) {
      const auto same =
          std::ranges::find_if(merged, [&](const Value& other) { return other.at("id") == section.at("id"); });
      if (same == merged.end()) {
        merged.push_back(std::move(section));
        continue;
      }
      List links = same->at("links").items();
      for (const Value& one : section.at("links").items()) links.push_back(one);
      MapBuilder both;
      for (const Entry& entry : *same->entries()) both.set(entry.key, entry.value);
      both.set("count", links.size()).set("links", links).set("groups", by_way(links));
      *same = std::move(both).build();
    }
    return merged;
  }

  std::size_t number_;
  const Page& page_;
  const Kind& kind_;
  const SiteModel& model_;
  const SiteData& data_;
  PageLinks links_;
};

}  // namespace

void add_relations(std::size_t page, const SiteModel& model, const SiteData& data, MapBuilder& page_value) {
  const RelationParts parts(page, model, data);
  const List sections = parts.sections();
  const List evidence = page_evidence(page, model, data);
  page_value.set("thread", page_thread(page, sections, evidence, model, data))
      .set("evidence", evidence)
      .set("sections", sections)
      .set("backlinks", parts.backlinks(sections, evidence))
      .set("sources", parts.sources())
      .set("sections_cited", sections_cited(page, model, data))
      .set("evidence_total", evidence_total(page, model, data))
      .set("chain", page_chain(page, model, data))
      .set("replaces", parts.replaces())
      .set("replaced_by", parts.replaced_by());
}

List page_sections(std::size_t page, const SiteModel& model, const SiteData& data) {
  return RelationParts(page, model, data).sections();
}

List relation_facts(std::size_t page, const SiteModel& model, const SiteData& data) {
  return RelationParts(page, model, data).facts();
}

bool is_replaced(std::size_t page, const SiteModel& model, const SiteData& data) {
  return !RelationParts(page, model, data).replaced_by().empty();
}

}  // namespace vav
