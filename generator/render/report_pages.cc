#include "render/report_pages.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <set>

#include "base/address.h"
#include "base/hash.h"
#include "base/text.h"
#include "render/downloads.h"
#include "render/field_data.h"
#include "render/list_groups.h"
#include "render/page_data.h"
#include "render/page_links.h"
#include "render/table_parts.h"

namespace vav {
namespace {

// A claim with its evidence takes 2 to 5 kB of HTML, and no page of a site may have more than 1 MB.
constexpr std::size_t most_claims = 200;
// Characters of a note that stands beside a number, too; the list of evidence has all notes.
constexpr std::size_t most_beside = 80;

std::string anchor(char letter, std::size_t number) {
  return fmt::format("vav-{}{}", letter, number);
}

class ReportMaker {
 public:
  ReportMaker(const SiteModel& model, const SiteData& data, std::size_t most)
      : model_(model), data_(data), language_(model.config.lang) {
    collect_claims(most);
    collect_consequences();
  }

  bool empty() const { return claims_.empty(); }

  Value value() {
    List groups;
    for (const Group& group : groups_) {
      List claims;
      for (const std::size_t claim : group.claims) claims.push_back(claim_value(claim));
      groups.push_back(Value::map({{"label", group.label},
                                   {"id", fmt::format("vav-group-{}", groups.size() + 1)},
                                   {"claims", std::move(claims)}}));
    }
    // Claims number their evidence as they are read, so it comes after them.
    List evidence;
    for (std::size_t i = 0; i < evidence_.size(); ++i) evidence.push_back(evidence_value(i));
    List consequences;
    for (std::size_t i = 0; i < consequences_.size(); ++i) consequences.push_back(consequence_value(i));
    return Value::map({{"groups", std::move(groups)},
                       {"evidence", std::move(evidence)},
                       {"consequences", std::move(consequences)},
                       {"consequence_kinds", kinds_of(consequences_, "title_many")},
                       {"claim_kinds", kinds_of(claims_, "many")},
                       {"claim_count", claims_.size()},
                       {"left_out", left_out_.size()},
                       {"newest", newest()}});
  }

 private:
  struct Group {
    std::string label;
    std::vector<std::size_t> claims;  // indices into claims_
  };
  // A claim (index into claims_), and the links by which it cites.
  struct CitedBy {
    std::size_t claim = 0;
    std::vector<std::size_t> relations;
  };
  // A passage that claims cite, or an item as a whole.
  struct Cited {
    std::size_t item = 0;
    std::string passage;
    std::vector<CitedBy> by;  // each claim once
  };

  void collect_claims(std::size_t most) {
    for (const auto& step : model_.config.schema.chain) {
      for (const std::size_t kind : step) {
        if (!model_.config.schema.kinds[kind].declares_evidence()) continue;
        for (const Value& group : groups_of_kind(kind, language_, model_, data_)) add_group(kind, group, most);
      }
    }
  }

  void add_group(std::size_t kind, const Value& group, std::size_t most) {
    const std::string& label = group.at("label").text_or_empty();
    Group made{label.empty() ? data_.kind(kind, language_).at("title_many").text_or_empty() : label, {}};
    for (const Value& card : group.at("items").items()) {
      const auto page = data_.page_at(card.at("address").text_or_empty());
      if (!page) continue;
      const std::size_t item = model_.graph.item_of(*page);
      // A list may show one item in several groups; the report has it once.
      if (number_of_.contains(item) || model_.evidence.is_replaced(item)) continue;
      if (claims_.size() == most) {
        left_out_.insert(item);
        continue;
      }
      number_of_[item] = claims_.size();
      made.claims.push_back(claims_.size());
      claims_.push_back(item);
    }
    if (!made.claims.empty()) groups_.push_back(std::move(made));
  }

  // Items of later steps, in the order of lists.
  void collect_consequences() {
    std::size_t last = 0;
    for (const std::size_t claim : claims_) last = std::max(last, model_.evidence.step_of(claim));
    for (const std::size_t item : model_.evidence.items()) {
      if (!claims_.empty() && model_.evidence.step_of(item) > last && !model_.evidence.is_replaced(item))
        consequences_.push_back(item);
    }
    data_.sort(consequences_);
    for (std::size_t i = 0; i < consequences_.size(); ++i) consequence_number_[consequences_[i]] = i;
  }

  // The item itself, or what stands in its place now; and the item with all in whose place it stands.
  std::set<std::size_t> standing_for(std::size_t item) const {
    std::set<std::size_t> standing;
    for (const std::size_t one : along_successions(item, true)) {
      if (!model_.evidence.is_replaced(one)) standing.insert(one);
    }
    return standing;
  }
  std::set<std::size_t> with_replaced(std::size_t item) const { return along_successions(item, false); }

  std::set<std::size_t> along_successions(std::size_t item, bool onwards) const {
    std::set<std::size_t> seen = {item};
    std::vector<std::size_t> todo = {item};
    while (!todo.empty()) {
      const std::size_t here = todo.back();
      todo.pop_back();
      for (const std::size_t number : onwards ? model_.evidence.replaced_by(here) : model_.evidence.replacing(here)) {
        const Succession& succession = model_.evidence.successions()[number];
        const std::size_t other = onwards ? succession.successor : succession.predecessor;
        if (seen.insert(other).second) todo.push_back(other);
      }
    }
    return seen;
  }

  // Those in whose place the item stands, and which are no claims any longer.
  List replaced_cards(std::size_t item) const {
    std::vector<std::size_t> replaced;
    for (const std::size_t one : with_replaced(item)) {
      if (one != item) replaced.push_back(one);
    }
    data_.sort(replaced);
    List cards;
    for (const std::size_t one : replaced) cards.push_back(card(one));
    return cards;
  }

  const Value& card(std::size_t item) const { return data_.card(data_.in_language(item, language_), language_); }

  static Value citation(char letter, std::size_t index, const std::string& title, List qualifiers = {},
                        const std::string& note = "") {
    return Value::map({{"number", index + 1},
                       {"id", anchor(letter, index + 1)},
                       {"title", title},
                       {"qualifiers", std::move(qualifiers)},
                       {"note", note}});
  }

  // What qualifies links of a claim: "troligt", "behöver granskas"; and what is said of them.
  struct Qualified {
    List qualifiers;
    std::string note;
  };
  Qualified qualified(std::size_t claim, const std::vector<std::size_t>& relations) const {
    const PageLinks links(data_.in_language(claims_[claim], language_), model_, data_);
    Qualified all;
    std::vector<std::string> notes;
    for (const std::size_t number : relations) {
      const Relation& relation = model_.graph.relations()[number];
      for (Value& word : links.qualifiers(relation)) {
        if (std::ranges::find(all.qualifiers, word) == all.qualifiers.end()) all.qualifiers.push_back(std::move(word));
      }
      if (std::string note = links.note_of(relation); !note.empty()) notes.push_back(std::move(note));
    }
    all.note = join(notes, " ");
    return all;
  }

  std::size_t cite(const EvidenceLink& link, std::size_t claim) {
    const Relation& relation = model_.graph.relations()[link.relation];
    const std::string& passage = model_.pages[relation.from].references[relation.reference].passage;
    const auto [found, is_new] = cited_.emplace(std::pair(link.earlier, passage), evidence_.size());
    if (is_new) evidence_.push_back({link.earlier, passage, {}});
    auto& by = evidence_[found->second].by;
    if (by.empty() || by.back().claim != claim) by.push_back({claim, {}});
    by.back().relations.push_back(link.relation);
    return found->second;
  }

  Value claim_value(std::size_t claim) {
    const std::size_t item = claims_[claim];
    List poles;
    std::size_t count = 0;
    for (const Evidence bearing : {Evidence::supports, Evidence::nuances, Evidence::contradicts}) {
      List citations;
      std::string label;
      for (const std::size_t number : model_.evidence.behind(item)) {
        const EvidenceLink& link = model_.evidence.links()[number];
        const Evidence counted = link.bearing == Evidence::none ? Evidence::supports : link.bearing;
        if (counted != bearing) continue;
        const Relation& relation = model_.graph.relations()[link.relation];
        if (label.empty())
          label = model_.config.schema.kinds[relation.kind].relations[relation.type].label.in(language_);
        Qualified how = qualified(claim, {link.relation});
        if (count_characters(how.note) > most_beside) how.note.clear();
        citations.push_back(citation('u', cite(link, claim), card(link.earlier).at("title").text_or_empty(),
                                     std::move(how.qualifiers), how.note));
      }
      if (citations.empty()) continue;
      count += citations.size();
      poles.push_back(Value::map({{"polarity", evidence_word(bearing)}, {"label", label}, {"citations", citations}}));
    }
    return Value::map({{"number", claim + 1},
                       {"id", anchor('s', claim + 1)},
                       {"item", card(item)},
                       {"text", text_of(item)},
                       {"facts", facts_of(item)},
                       {"poles", poles},
                       {"evidence_count", count},
                       {"replaces", replaced_cards(item)},
                       {"consequences", consequences_of(item)}});
  }

  static std::string_view evidence_word(Evidence bearing) {
    return bearing == Evidence::nuances ? "nuanced" : bearing == Evidence::contradicts ? "against" : "for";
  }

  List consequences_of(std::size_t item) const {
    std::set<std::size_t> found;
    for (const std::size_t one : with_replaced(item)) {
      for (const std::size_t number : model_.evidence.ahead(one)) {
        for (const std::size_t standing : standing_for(model_.evidence.links()[number].later)) {
          const auto later = consequence_number_.find(standing);
          if (later != consequence_number_.end()) found.insert(later->second);
        }
      }
    }
    List all;
    for (const std::size_t one : found)
      all.push_back(citation('a', one, card(consequences_[one]).at("title").text_or_empty()));
    return all;
  }

  // The body as plain text: {text, is_heading}.
  List text_of(std::size_t item) const {
    const std::size_t page = data_.in_language(item, language_);
    List blocks;
    for (const TextBlock& block : model_.pages[page].document.text()) {
      blocks.push_back(Value::map({{"text", shown_text(page, block.text, model_)}, {"is_heading", block.is_heading}}));
    }
    return blocks;
  }

  // What the item says of itself, but for what orders and groups its list.
  List facts_of(std::size_t item) const {
    const Kind& kind = model_.kind_of(item);
    List all;
    for (const Value& fact : field_facts(data_.in_language(item, language_), model_, data_)) {
      const std::string& name = fact.at("name").text_or_empty();
      const std::string& type = fact.at("type").text_or_empty();
      if (name == kind.sort || name == kind.group_by || type == field_type_name(FieldType::record)) continue;
      all.push_back(fact);
    }
    return all;
  }

  Value evidence_value(std::size_t index) const {
    const Cited& cited = evidence_[index];
    const std::size_t shown = data_.in_language(cited.item, language_);
    std::string text;
    bool has_passage = false;
    for (const Passage& passage : model_.pages[shown].document.passages()) {
      if (cited.passage.empty() || passage.id != cited.passage) continue;
      text = shown_text(shown, passage.text, model_);
      has_passage = true;
    }
    List by;
    for (const auto& [claim, relations] : cited.by) {
      Qualified how = qualified(claim, relations);
      by.push_back(
          citation('s', claim, card(claims_[claim]).at("title").text_or_empty(), std::move(how.qualifiers), how.note));
    }
    return Value::map({{"number", index + 1},
                       {"id", anchor('u', index + 1)},
                       {"item", card(cited.item)},
                       {"address", model_.routes.page_address[shown] + (has_passage ? "#" + cited.passage : "")},
                       {"passage", text},
                       {"replaced_by", replaced_by(cited.item, model_, data_)},
                       {"by", std::move(by)}});
  }

  Value consequence_value(std::size_t index) const {
    const std::size_t item = consequences_[index];
    std::set<std::size_t> from;
    for (const std::size_t one : with_replaced(item)) {
      for (const std::size_t number : model_.evidence.behind(one)) {
        for (const std::size_t standing : standing_for(model_.evidence.links()[number].earlier)) {
          const auto claim = number_of_.find(standing);
          if (claim != number_of_.end()) from.insert(claim->second);
        }
      }
    }
    List claims;
    for (const std::size_t claim : from)
      claims.push_back(citation('s', claim, card(claims_[claim]).at("title").text_or_empty()));
    return Value::map({{"number", index + 1},
                       {"id", anchor('a', index + 1)},
                       {"item", card(item)},
                       {"facts", facts_of(item)},
                       {"replaces", replaced_cards(item)},
                       {"from", std::move(claims)}});
  }

  // What readers call the items: "Åtgärder".
  std::string kinds_of(const std::vector<std::size_t>& items, std::string_view form) const {
    std::vector<std::string> labels;
    for (const std::size_t item : items) {
      const std::string& label = data_.kind(model_.pages[item].kind, language_).at(form).text_or_empty();
      if (std::ranges::find(labels, label) == labels.end()) labels.push_back(label);
    }
    return join(labels, ", ");
  }

  Value newest() const {
    std::optional<Date> newest;
    for (const std::size_t claim : claims_) {
      const Page& page = model_.pages[claim];
      for (const auto& date : {page.published, page.updated}) {
        if (date && (!newest || *newest < *date)) newest = date;
      }
    }
    return newest ? date_value(*newest, language_) : Value();
  }

  const SiteModel& model_;
  const SiteData& data_;
  const std::string& language_;
  std::vector<Group> groups_;
  std::vector<std::size_t> claims_;               // items, in the order of the report
  std::map<std::size_t, std::size_t> number_of_;  // item -> index into claims_
  std::set<std::size_t> left_out_;
  std::vector<Cited> evidence_;
  std::map<std::pair<std::size_t, std::string>, std::size_t> cited_;  // item and passage -> index into evidence_
  std::vector<std::size_t> consequences_;                             // items
  std::map<std::size_t, std::size_t> consequence_number_;
};

PagePlan plan(const std::string& address, const std::string& template_name, const Value& report, const Value& more,
              const SiteModel& model, const SiteData& data) {
  const std::string& language = model.config.lang;
  MapBuilder page = page_frame({.title = data.word(language, "report_title"),
                                .lang = language,
                                .address = address,
                                .summary = data.word(language, "report_summary"),
                                .menu_key = "report",
                                .template_name = template_name,
                                .breadcrumb = breadcrumb(data, language, std::nullopt)},
                               model);
  page.set("report", report);
  for (const Entry& entry : *more.entries()) page.set(entry.key, entry.value);
  return {address, language, template_name, std::move(page).build(), "the report"};
}

const Asset* stylesheet(const SiteModel& model) {
  const auto found = std::ranges::find(model.theme.assets, std::string_view("site.css"), &Asset::name);
  return found == model.theme.assets.end() ? nullptr : &*found;
}

}  // namespace

std::vector<PagePlan> plan_report_pages(const SiteModel& model, const SiteData& data, const PageSize& size_of) {
  if (!model.config.menus_name(report_address)) return {};
  ReportMaker report(model, data, most_claims);
  if (report.empty()) return {};
  const Value told_of = report.value();
  const Asset* style = stylesheet(model);
  const std::string rules = style == nullptr ? "" : style->bytes;
  std::vector<PagePlan> plans;
  plans.push_back(plan(std::string(report_file_address), "report_file.html", told_of,
                       Value::map({{"style", Markup{rules}}, {"style_hash", integrity_of(rules)}}), model, data));
  plans.back().style_hash = integrity_of(rules);
  const std::string told = type_and_size(std::string(report_file_address), size_of(plans.front()), model.config.lang);
  plans.push_back(
      plan(std::string(report_address), "report.html", told_of,
           Value::map({{"file", Value::map({{"address", std::string(report_file_address)}, {"told", told}})}}), model,
           data));
  return plans;
}

}  // namespace vav
