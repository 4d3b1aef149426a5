#include "cli/trace_report.h"

#include <algorithm>
#include <fmt/format.h>

#include "base/text.h"
#include "base/unicode.h"
#include "diagnostics/wording.h"
#include "evidence/check_evidence.h"

namespace vav {
namespace {

const Relation& relation_at(std::size_t number, const WovenSite& site) {
  return site.graph.relations()[number];
}

const RelationType& type_at(std::size_t number, const WovenSite& site) {
  const Relation& relation = relation_at(number, site);
  return site.config.schema.kinds[relation.kind].relations[relation.type];
}

const Reference& reference_at(std::size_t number, const WovenSite& site) {
  const Relation& relation = relation_at(number, site);
  return site.pages[relation.from].references[relation.reference];
}

std::string passage_text(std::size_t number, const WovenSite& site) {
  const std::string& id = reference_at(number, site).passage;
  const auto& passages = site.pages[relation_at(number, site).to].document.passages();
  const auto found = std::ranges::find(passages, id, &Passage::id);
  return found == passages.end() ? "" : found->text;
}

// The reason that the page gives for a waiver that it declares.
std::optional<std::string> reason_of(const Page& page, const std::optional<Waiver>& waiver) {
  if (!waiver || !declares(page, *waiver)) return std::nullopt;
  const FieldValues* given = page.find_field(waiver->reason);
  return given == nullptr || given->values.empty() ? "" : given->values.front().text_or_empty();
}

class TextReport {
 public:
  TextReport(const ItemChain& chain, const WovenSite& site, const std::string& language)
      : chain_(chain), site_(site), language_(language) {}

  std::string write() {
    const Page& page = site_.pages[chain_.item];
    out_ = fmt::format("{}: {}\n{}\n", kind_word(chain_.item), page.title, page.path);
    write_side(Along::towards_evidence, say("Rests on"), say("nothing that is named"));
    write_side(Along::towards_consequences, say("Led to"), say("nothing yet"));
    if (!chain_.whole) {
      const Wording more = say("The chain is longer: these are the {} items nearest.", chain_.items.size());
      out_ += "\n" + more.in(language_) + "\n";
    }
    return std::move(out_);
  }

 private:
  void write_side(Along direction, const Wording& heading, const Wording& nothing) {
    out_ += "\n" + heading.in(language_) + "\n";
    const std::vector<ChainBranch> branches = branches_of(chain_, direction);
    const Kind& kind = site_.config.schema.kinds[site_.pages[chain_.item].kind];
    const auto& waiver = direction == Along::towards_evidence ? kind.unsupported : kind.parked;
    if (const auto reason = reason_of(site_.pages[chain_.item], waiver)) {
      const Field& field = kind.fields[waiver->field];
      const auto choice = std::ranges::find(field.choices, waiver->value, &Choice::value);
      out_ += fmt::format("  {}: {}\n", (choice == field.choices.end() ? field.label : choice->label).in(language_),
                          *reason);
    } else if (branches.empty()) {
      out_ += "  " + nothing.in(language_) + "\n";
    }
    write_branches(branches, direction, "");
  }

  void write_branches(const std::vector<ChainBranch>& branches, Along direction, const std::string& indent) {
    for (std::size_t i = 0; i < branches.size(); ++i) {
      const bool last = i + 1 == branches.size();
      const ChainBranch& branch = branches[i];
      const ChainEdge& edge = chain_.edges(direction)[branch.edge];
      const RelationType& type = type_at(edge.relations.front(), site_);
      const LocalText& label = direction == Along::towards_evidence ? type.label : type.inverse;
      const Page& page = site_.pages[branch.item];
      out_ += fmt::format("{}{}{}: {} ({}, {})", indent, last ? "└─ " : "├─ ", label.in(language_), page.title,
                          kind_word(branch.item), page.id);
      if (branch.again) out_ += " " + say("[see above]").in(language_);
      out_ += "\n";
      const std::string below = indent + (last ? "   " : "│  ");
      for (const std::size_t relation : edge.relations) write_cite(relation, below);
      write_branches(branch.branches, direction, below);
    }
  }

  // What one passage says, and what the link carries.
  void write_cite(std::size_t number, const std::string& indent) {
    const Reference& reference = reference_at(number, site_);
    if (!reference.passage.empty())
      out_ += fmt::format("{}  #{} {}\n", indent, reference.passage, passage_text(number, site_));
    if (site_.suspects.of(number) != nullptr)
      out_ += fmt::format("{}  {}\n", indent, say("to be reviewed: what it cites has changed").in(language_));
    for (const Field& field : type_at(number, site_).fields) {
      const Value& given = reference.extra.at(field.name);
      const auto choice = std::ranges::find(field.choices, given.text_or_empty(), &Choice::value);
      const std::string& said = choice == field.choices.end() ? given.text_or_empty() : choice->label.in(language_);
      if (!said.empty()) out_ += fmt::format("{}  {}: {}\n", indent, field.label.in(language_), said);
    }
  }

  std::string kind_word(std::size_t item) const {
    return site_.config.schema.kinds[site_.pages[item].kind].one.in(language_);
  }

  const ItemChain& chain_;
  const WovenSite& site_;
  const std::string& language_;
  std::string out_;
};

Value item_json(std::size_t item, const WovenSite& site) {
  const Page& page = site.pages[item];
  const Kind& kind = site.config.schema.kinds[page.kind];
  const auto reason = [&](const std::optional<Waiver>& waiver) {
    const auto text = reason_of(page, waiver);
    return text ? Value(*text) : Value();
  };
  return Value::map({{"id", page.id},
                     {"kind", kind.id},
                     {"step", kind.chain_step},
                     {"title", page.title},
                     {"lang", page.lang},
                     {"path", page.path},
                     {"address", site.routes.page_address[item]},
                     {"unsupported", reason(kind.unsupported)},
                     {"parked", reason(kind.parked)}});
}

std::string_view bearing_name(const ChainEdge& edge) {
  if (edge.succession) return "replaces";
  const std::string_view name = evidence_name(edge.bearing);
  return name.empty() ? "from" : name;
}

Value link_json(const ChainEdge& edge, std::string_view side, const WovenSite& site) {
  List cites;
  for (const std::size_t number : edge.relations) {
    const Reference& reference = reference_at(number, site);
    const bool whole = reference.passage.empty();
    cites.push_back(Value::map({{"passage", whole ? Value() : Value(reference.passage)},
                                {"text", whole ? Value() : Value(passage_text(number, site))},
                                {"to_review", site.suspects.of(number) != nullptr},
                                {"carries", reference.extra}}));
  }
  return Value::map({{"later", site.pages[edge.later].id},
                     {"earlier", site.pages[edge.earlier].id},
                     {"relation", type_at(edge.relations.front(), site).name},
                     {"bearing", bearing_name(edge)},
                     {"side", side},
                     {"cites", cites}});
}

}  // namespace

std::string trace_text(const ItemChain& chain, const WovenSite& site, const std::string& language) {
  return TextReport(chain, site, language).write();
}

Value trace_json(const ItemChain& chain, const WovenSite& site) {
  List items, links;
  for (const std::size_t item : chain.items) items.push_back(item_json(item, site));
  for (const ChainEdge& edge : chain.behind) links.push_back(link_json(edge, "behind", site));
  for (const ChainEdge& edge : chain.ahead) links.push_back(link_json(edge, "ahead", site));
  return Value::map({{"item", site.pages[chain.item].id}, {"items", items}, {"links", links}, {"whole", chain.whole}});
}

}  // namespace vav
