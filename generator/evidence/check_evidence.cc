#include "evidence/check_evidence.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>

#include "base/text.h"
#include "base/white_space.h"
#include "evidence/translations.h"

namespace vav {
namespace {

// Where a page stands when what is wrong with it stands nowhere.
constexpr Place top_of_page{1, 1, 3};

const Value* given_value(const Page& page, std::size_t field) {
  const FieldValues* values = page.find_field(field);
  return values == nullptr || values->values.empty() ? nullptr : &values->values.front();
}

class ItemCheck {
 public:
  // `is_whole`: nothing on the page was found wrong; what is wrong may be the very link that is missed.
  ItemCheck(std::size_t item, bool is_whole, const EvidenceInputs& inputs, Diagnostics& diagnostics)
      : item_(item),
        is_whole_(is_whole),
        page_(inputs.pages[item]),
        kind_(inputs.schema.kinds[page_.kind]),
        inputs_(inputs),
        diagnostics_(diagnostics) {}

  void run() {
    check_waivers();
    check_bearings();
    for (const std::size_t number : inputs_.evidence.behind(item_)) {
      check_replaced(inputs_.evidence.links()[number]);
      check_remark(inputs_.evidence.links()[number]);
    }
  }

 private:
  bool is_carried(const std::vector<std::size_t>& links) const {
    return std::ranges::any_of(links, [&](std::size_t number) { return inputs_.evidence.links()[number].carries(); });
  }

  void check_waivers() {
    // What was replaced need not stand any longer.
    const bool replaced = inputs_.evidence.is_replaced(item_);
    const bool rests = is_carried(inputs_.evidence.behind(item_)) || !inputs_.evidence.replacing(item_).empty();
    if (kind_.unsupported) {
      const bool says = declares(page_, *kind_.unsupported);
      if (is_whole_ && !says && !rests && !replaced) {
        const Field& field = kind_.fields[kind_.unsupported->field];
        diagnostics_.add("no-evidence", {page_.path, top_of_page}, say("nothing stands behind {}", page_.id),
                         say("name what it rests on, or write {}: {} and the reason in {}", field.name,
                             kind_.unsupported->value, kind_.fields[kind_.unsupported->reason].name));
      }
      if (says && is_carried(inputs_.evidence.behind(item_)))
        contradict(*kind_.unsupported, say("{} says that it rests on nothing, and names what it rests on", page_.id));
    }
    if (kind_.parked && declares(page_, *kind_.parked) && is_carried(inputs_.evidence.ahead(item_))) {
      contradict(*kind_.parked, say("{} says that it is parked, and {} rests on it", page_.id, first_ahead()));
    }
  }

  void contradict(const Waiver& waiver, Wording message) {
    diagnostics_.add("contradictory-declaration", {page_.path, given_value(page_, waiver.field)->place()},
                     std::move(message), say("take one of them away"));
  }

  std::string first_ahead() const {
    for (const std::size_t number : inputs_.evidence.ahead(item_)) {
      const EvidenceLink& link = inputs_.evidence.links()[number];
      if (link.carries()) return inputs_.pages[link.later].id;
    }
    return "";
  }

  const Reference& reference_of(const EvidenceLink& link) const {
    const Relation& relation = inputs_.graph.relations()[link.relation];
    return inputs_.pages[relation.from].references[relation.reference];
  }
  const RelationType& type_of(const EvidenceLink& link) const {
    const Relation& relation = inputs_.graph.relations()[link.relation];
    return inputs_.schema.kinds[relation.kind].relations[relation.type];
  }
  SourceSpan place_of(const EvidenceLink& link) const {
    return {inputs_.pages[inputs_.graph.relations()[link.relation].from].path, reference_of(link).target.place};
  }

  // One passage bears in one way; and what a whole item supports, no passage of it speaks against.
  void check_bearings() {
    std::map<std::size_t, std::vector<const EvidenceLink*>> by_item;
    for (const std::size_t number : inputs_.evidence.behind(item_)) {
      const EvidenceLink& link = inputs_.evidence.links()[number];
      if (link.bearing == Evidence::none) continue;
      auto& before = by_item[link.earlier];
      const auto clash = std::ranges::find_if(before, [&](const EvidenceLink* other) { return clashes(*other, link); });
      if (clash != before.end()) {
        diagnostics_.add("contradictory-evidence", place_of(link),
                         say("{} stands both under '{}' and under '{}'", inputs_.pages[link.earlier].id,
                             type_of(**clash).name, type_of(link).name),
                         say("a passage bears in one way: keep one of them, or cite the passages apart"));
      }
      before.push_back(&link);
    }
  }

  bool clashes(const EvidenceLink& a, const EvidenceLink& b) const {
    if (a.bearing == b.bearing) return false;
    const std::string& one = reference_of(a).passage;
    const std::string& other = reference_of(b).passage;
    if (one == other) return true;
    const auto are = [&](Evidence x, Evidence y) {
      return (a.bearing == x && b.bearing == y) || (a.bearing == y && b.bearing == x);
    };
    return (one.empty() || other.empty()) && are(Evidence::supports, Evidence::contradicts);
  }

  void check_replaced(const EvidenceLink& link) {
    const bool own = std::ranges::any_of(inputs_.evidence.replacing(item_), [&](std::size_t number) {
      return inputs_.evidence.successions()[number].predecessor == link.earlier;
    });
    if (own || inputs_.evidence.is_replaced(item_) || !inputs_.evidence.is_replaced(link.earlier)) return;
    const std::vector<std::string> last = last_successors(link.earlier);
    diagnostics_.add(
        "replaced-evidence", place_of(link),
        say("'{}' points at {}, which has been replaced", type_of(link).name, inputs_.pages[link.earlier].id),
        last.empty() ? say("first mend the circle of pages that replace one another")
                     : say("point at {} instead, when that says so too", join(last, ", ")));
  }

  // What stands in the place of an item today.
  std::vector<std::string> last_successors(std::size_t item) const {
    std::vector<std::string> last;
    std::set<std::size_t> seen = {item};
    std::vector<std::size_t> open = {item};
    for (std::size_t i = 0; i < open.size(); ++i) {
      const std::size_t here = open[i];
      if (!inputs_.evidence.is_replaced(here)) last.push_back(inputs_.pages[here].id);
      for (const std::size_t number : inputs_.evidence.replaced_by(here)) {
        const std::size_t next = inputs_.evidence.successions()[number].successor;
        if (seen.insert(next).second) open.push_back(next);
      }
    }
    return last;
  }

  // Readers want to know what is made of an objection.
  void check_remark(const EvidenceLink& link) {
    if (link.bearing != Evidence::contradicts || inputs_.evidence.is_replaced(item_)) return;
    const std::vector<Field>& fields = type_of(link).fields;
    const auto is_remark = [](const Field& field) { return field.type == FieldType::text && field.listed_in.empty(); };
    const auto field = std::ranges::find_if(fields, is_remark);
    const bool said = std::ranges::any_of(fields, [&](const Field& one) {
      return is_remark(one) && !reference_of(link).extra.at(one.name).text_or_empty().empty();
    });
    if (field == fields.end() || said) return;
    diagnostics_.add(
        "unanswered-objection", place_of(link),
        say("{} speaks against {}, and nothing is said of that", inputs_.pages[link.earlier].id, page_.id),
        say("say beside the link what to make of it: {{ref: {}, {}: …}}", reference_of(link).target.text, field->name));
  }

  std::size_t item_;
  bool is_whole_;
  const Page& page_;
  const Kind& kind_;
  const EvidenceInputs& inputs_;
  Diagnostics& diagnostics_;
};

// Of every page, its translations too: each tells its readers the reason.
void check_reasons(const Page& page, const Kind& kind, Diagnostics& diagnostics) {
  for (const auto& waiver : {kind.unsupported, kind.parked}) {
    if (!waiver || !declares(page, *waiver) || !reason_given(page, *waiver).empty()) continue;
    const Field& field = kind.fields[waiver->field];
    diagnostics.add("missing-reason", {page.path, given_value(page, waiver->field)->place()},
                    say("'{}: {}' needs a reason", field.name, waiver->value),
                    say("write it in {}", kind.fields[waiver->reason].name));
  }
}

std::set<std::string_view> paths_with_errors(const Diagnostics& diagnostics) {
  std::set<std::string_view> paths;
  for (const Diagnostic& one : diagnostics.all()) {
    if (one.severity == Severity::error) paths.insert(one.span.path);
  }
  return paths;
}

}  // namespace

bool declares(const Page& page, const Waiver& waiver) {
  const Value* value = given_value(page, waiver.field);
  return value != nullptr && (waiver.value.empty() || value->text_or_empty() == waiver.value);
}

std::string_view reason_given(const Page& page, const Waiver& waiver) {
  const Value* value = given_value(page, waiver.reason);
  return value == nullptr ? std::string_view() : trim_unseen(value->text_or_empty());
}

void check_evidence(const EvidenceInputs& inputs, Diagnostics& diagnostics) {
  Diagnostics found;
  const std::set<std::string_view> faulty = paths_with_errors(diagnostics);
  for (std::size_t page = 0; page < inputs.pages.size(); ++page) {
    if (!inputs.on_site[page] || inputs.pages[page].role != SourceRole::page) continue;
    check_reasons(inputs.pages[page], inputs.schema.kinds[inputs.pages[page].kind], found);
    if (inputs.evidence.step_of(page) > 0 && inputs.graph.item_of(page) == page)
      ItemCheck(page, !faulty.contains(inputs.pages[page].path), inputs, found).run();
  }
  compare_translations(inputs, found);
  diagnostics.append(found);
}

}  // namespace vav
