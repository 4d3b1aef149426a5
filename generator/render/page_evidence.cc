#include "render/page_evidence.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "base/text.h"
#include "evidence/voices.h"
#include "render/page_links.h"

namespace vav {
namespace {

// One link of a pole, with what it is grouped by; both in the order of lists.
struct Said {
  std::vector<std::size_t> origins;
  std::vector<std::size_t> voices;
  std::size_t edge = 0;
};

class EvidencePoles {
 public:
  EvidencePoles(std::size_t page, const SiteModel& model, const SiteData& data)
      : number_(page),
        page_(model.pages[page]),
        kind_(model.kind_of(page)),
        model_(model),
        data_(data),
        links_(page, model, data),
        voices_(model.evidence, model.graph, model.config.schema) {}

  List poles() const {
    List poles;
    for (const Evidence polarity : {Evidence::supports, Evidence::nuances, Evidence::contradicts}) {
      for (std::size_t type = 0; type < kind_.relations.size(); ++type) {
        if (kind_.relations[type].evidence != polarity) continue;
        const std::vector<Said> said = said_in(type);
        if (!said.empty()) poles.push_back(pole(kind_.relations[type], said));
      }
    }
    return poles;
  }

  Value total() const {
    std::set<std::size_t> origins, voices;
    std::size_t links = 0;
    for (std::size_t type = 0; type < kind_.relations.size(); ++type) {
      if (kind_.relations[type].evidence == Evidence::none) continue;
      for (const Said& one : said_in(type)) {
        ++links;
        origins.insert(one.origins.begin(), one.origins.end());
        voices.insert(one.voices.begin(), one.voices.end());
      }
    }
    if (links == 0) return {};
    return Value::map({{"links", links},
                       {"voices", voices.size()},
                       {"voices_label", kind_words(voices)},
                       {"origins", origins.size()},
                       {"origins_label", kind_words(origins)}});
  }

 private:
  // The links of the item, whichever of its pages says them: those that this page says itself first, in its own words.
  std::vector<Said> said_in(std::size_t type) const {
    std::vector<Said> all;
    std::set<std::pair<std::size_t, std::string>> own;  // item, passage
    for (const std::size_t edge : model_.graph.outgoing(number_)) {
      const Relation& relation = model_.graph.relations()[edge];
      if (relation.type != type) continue;
      own.emplace(cited_by(relation));
      all.push_back(said(edge));
    }
    for (const std::size_t number : model_.evidence.behind(model_.graph.item_of(number_))) {
      const std::size_t edge = model_.evidence.links()[number].relation;
      const Relation& relation = model_.graph.relations()[edge];
      if (relation.type == type && !own.contains(cited_by(relation))) all.push_back(said(edge));
    }
    return all;
  }

  std::pair<std::size_t, std::string> cited_by(const Relation& relation) const {
    return {model_.graph.item_of(relation.to), model_.pages[relation.from].references[relation.reference].passage};
  }

  Said said(std::size_t edge) const {
    const std::size_t item = model_.graph.item_of(model_.graph.relations()[edge].to);
    Said one{.origins = voices_.origins_of(item), .voices = voices_.of(item), .edge = edge};
    data_.sort(one.origins);
    data_.sort(one.voices);
    return one;
  }

  Value pole(const RelationType& relation, const std::vector<Said>& said) const {
    // By origins, then voices, in the order of lists; links of one voice in the order in which they are written.
    std::map<std::vector<std::size_t>, std::map<std::vector<std::size_t>, std::vector<std::size_t>>> grouped;
    for (const Said& one : said) grouped[ranks(one.origins)][ranks(one.voices)].push_back(one.edge);
    List groups, links;
    for (const auto& [origins, by_voices] : grouped) {
      List voices;
      for (const auto& [speakers, edges] : by_voices) {
        List own;
        for (const std::size_t edge : edges) own.push_back(link(edge));
        links.insert(links.end(), own.begin(), own.end());
        voices.push_back(Value::map({{"items", cards(said, speakers, &Said::voices)}, {"links", std::move(own)}}));
      }
      groups.push_back(Value::map({{"items", cards(said, origins, &Said::origins)}, {"voices", std::move(voices)}}));
    }
    return Value::map({{"polarity", evidence_name(relation.evidence)},
                       {"label", relation.label.in(page_.lang)},
                       {"links", std::move(links)},
                       {"groups", std::move(groups)}});
  }

  Value link(std::size_t edge) const {
    const Relation& relation = model_.graph.relations()[edge];
    return links_.link(relation.to, relation, links_.sentence_about(number_, relation.to));
  }

  std::vector<std::size_t> ranks(const std::vector<std::size_t>& items) const {
    std::vector<std::size_t> all;
    for (const std::size_t item : items) all.push_back(data_.rank_of(item));
    return all;
  }

  // The items of a group, which its ranks stand for.
  List cards(const std::vector<Said>& said, const std::vector<std::size_t>& group,
             std::vector<std::size_t> Said::* items) const {
    const auto one = std::ranges::find_if(said, [&](const Said& other) { return ranks(other.*items) == group; });
    List all;
    for (const std::size_t item : (*one).*items) all.push_back(links_.card(item));
    return all;
  }

  // "möte", "möten", "aktörer och grupper".
  std::string kind_words(const std::set<std::size_t>& items) const {
    std::set<std::size_t> kinds;
    for (const std::size_t item : items) kinds.insert(model_.pages[item].kind);
    std::vector<std::string> words;
    for (const std::size_t kind : kinds) {
      const Kind& one = model_.config.schema.kinds[kind];
      words.push_back(items.size() == 1 ? one.one.in(page_.lang) : one.many.in(page_.lang));
    }
    return join(words, " " + data_.word(page_.lang, "and") + " ");
  }

  std::size_t number_;
  const Page& page_;
  const Kind& kind_;
  const SiteModel& model_;
  const SiteData& data_;
  PageLinks links_;
  Voices voices_;
};

}  // namespace

List page_evidence(std::size_t page, const SiteModel& model, const SiteData& data) {
  return EvidencePoles(page, model, data).poles();
}

Value evidence_total(std::size_t page, const SiteModel& model, const SiteData& data) {
  return EvidencePoles(page, model, data).total();
}

}  // namespace vav
