#include "render/page_chain.h"

#include <algorithm>
#include <map>
#include <set>

#include "evidence/check_evidence.h"
#include "evidence/item_chain.h"
#include "render/chain_picture.h"
#include "render/page_links.h"

namespace vav {
namespace {

// Larger chains are a list alone; still larger ones are cut, or a page could hold the whole site.
constexpr std::size_t most_in_picture = 60;
constexpr std::size_t most_in_list = 300;

class ChainRows {
 public:
  ChainRows(const ItemChain& chain, std::size_t page, const SiteModel& model, const SiteData& data)
      : chain_(chain), page_(model.pages[page]), model_(model), links_(page, model, data) {
    for (const ChainEdge& edge : chain.ahead) led_on_.insert(edge.earlier);
    for (std::size_t i = 0; i < chain.items.size(); ++i) number_of_[chain.items[i]] = i;
  }

  List rows(Along direction) {
    rows_.clear();
    direction_ = direction;
    add(branches_of(chain_, direction));
    return std::move(rows_);
  }

 private:
  // One list of rows; the row before it says that it begins. Gives how many lists end with its last row.
  void add(const std::vector<ChainBranch>& branches) {
    for (const ChainBranch& branch : branches) {
      const bool down = !branch.branches.empty();
      rows_.push_back(row(branch));
      if (!down) continue;
      add(branch.branches);
      MapBuilder last = builder(rows_.back());
      List up = rows_.back().at("up").items();
      up.emplace_back(true);
      rows_.back() = std::move(last.set("up", std::move(up))).build();
    }
  }

  static MapBuilder builder(const Value& map) {
    MapBuilder copy;
    for (const Entry& entry : *map.entries()) copy.set(entry.key, entry.value);
    return copy;
  }

  Value row(const ChainBranch& branch) const {
    const ChainEdge& edge = chain_.edges(direction_)[branch.edge];
    const Relation& relation = model_.graph.relations()[edge.relations.front()];
    const RelationType& type = model_.config.schema.kinds[relation.kind].relations[relation.type];
    const bool back = direction_ == Along::towards_evidence;
    // Only what the page itself cites is known by its passage here.
    const std::string& passage = model_.pages[relation.from].references[relation.reference].passage;
    const bool cites = back && edge.relations.size() == 1;
    return Value::map({{"edge", edge_name(edge)},
                       {"relation", back ? type.label.in(page_.lang) : type.inverse.in(page_.lang)},
                       {"polarity", evidence_name(edge.bearing)},
                       {"item", links_.card(branch.item)},
                       {"address", links_.with_passage(branch.item, cites ? passage : "")},
                       {"qualifiers", links_.qualifiers(relation)},
                       {"again", branch.again},
                       {"loose", !back && is_loose(branch.item, edge)},
                       {"down", !branch.branches.empty()},
                       {"up", List{}}});
  }

  // The two ends by their place among the items of the chain; the same as in the picture.
  std::string edge_name(const ChainEdge& edge) const {
    return std::to_string(number_of_.at(edge.earlier)) + "-" + std::to_string(number_of_.at(edge.later));
  }

  bool is_loose(std::size_t item, const ChainEdge& edge) const {
    return edge.carries() && chain_.whole && !led_on_.contains(item) &&
           model_.evidence.step_of(item) < model_.evidence.step_count();
  }

  const ItemChain& chain_;
  const Page& page_;
  const SiteModel& model_;
  PageLinks links_;
  Along direction_ = Along::towards_evidence;
  List rows_;
  std::set<std::size_t> led_on_;
  std::map<std::size_t, std::size_t> number_of_;
};

// What the page says of itself, and why; null when it says nothing of the kind.
Value declared(const Page& page, const Kind& kind, const std::optional<Waiver>& waiver) {
  if (!waiver || !declares(page, *waiver)) return {};
  const Field& field = kind.fields[waiver->field];
  const auto choice = std::ranges::find(field.choices, waiver->value, &Choice::value);
  const FieldValues* reason = page.find_field(waiver->reason);
  return Value::map({{"label", (choice == field.choices.end() ? field.label : choice->label).in(page.lang)},
                     {"reason", reason == nullptr ? "" : reason->values.front().text_or_empty()}});
}

}  // namespace

Value page_chain(std::size_t page, const SiteModel& model, const SiteData& data) {
  const std::size_t item = model.graph.item_of(page);
  const std::size_t step = model.evidence.step_of(item);
  if (step <= 1) return {};
  const ItemChain chain = chain_of(item, model.evidence, most_in_list);
  ChainRows rows(chain, page, model, data);
  const bool drawn = chain.whole && chain.items.size() <= most_in_picture;
  const Kind& kind = model.kind_of(page);
  return Value::map({{"behind", rows.rows(Along::towards_evidence)},
                     {"ahead", rows.rows(Along::towards_consequences)},
                     {"count", chain.items.size()},
                     {"whole", chain.whole},
                     {"last", step == model.evidence.step_count()},
                     {"unsupported", declared(model.pages[page], kind, kind.unsupported)},
                     {"parked", declared(model.pages[page], kind, kind.parked)},
                     {"picture", drawn ? chain_picture(chain, page, model, data) : Value()}});
}

}  // namespace vav
