#include "evidence/suspects.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "base/hash.h"
#include "config/common_fields.h"
#include "evidence/cited_text.h"
#include "evidence/normal_text.h"

namespace vav {
namespace {

constexpr std::size_t pin_length = 12;

int digit_value(char digit) {
  return digit <= '9' ? digit - '0' : digit - 'a' + 10;
}

// The pins of what references rest on, each made once.
class Pins {
 public:
  Pins(const std::vector<Page>& pages, const Schema& schema) : pages_(pages), schema_(schema) {}

  // Nothing when the anchor stands for no text.
  const std::optional<std::string>& behind(const Relation& relation) {
    const std::string& anchor = pages_[relation.from].references[relation.reference].passage;
    const auto [found, is_new] = pins_.try_emplace({relation.to, anchor});
    if (is_new) {
      if (const auto text = text_behind(relation, pages_, schema_)) found->second = pin_of(*text);
    }
    return found->second;
  }

 private:
  const std::vector<Page>& pages_;
  const Schema& schema_;
  std::map<std::pair<std::size_t, std::string>, std::optional<std::string>> pins_;
};

// A pin on a link that no reader sees.
void report_internal(const std::vector<Page>& pages, const Schema& schema, Diagnostics& diagnostics) {
  for (const Page& page : pages) {
    for (const Reference& reference : page.references) {
      const RelationType& type = schema.kinds[page.kind].relations[reference.relation];
      if (reference.pin.text.empty() || !type.internal) continue;
      diagnostics.add("bad-pin", {page.path, reference.pin.place},
                      say("'{}' is for editors only: no page shows whether the link is to be reviewed", type.name),
                      say("remove '{}'", pin_key));
    }
  }
}

Wording changed(const Page& page, const std::string& passage) {
  return passage.empty() ? say("{} has changed since this link was last reviewed", page.path)
                         : say("'#{}' of {} has changed since this link was last reviewed", passage, page.path);
}

}  // namespace

std::optional<std::string> text_behind(const Relation& relation, const std::vector<Page>& pages, const Schema& schema) {
  const Page& cited = pages[relation.to];
  return cited_text(cited, schema.kinds[cited.kind], pages[relation.from].references[relation.reference].passage);
}

std::string pin_of(std::string_view text) {
  std::string pin = fingerprint(normal_text(text)).substr(0, pin_length);
  pin.front() = static_cast<char>('a' + digit_value(pin.front()) % 6);
  return pin;
}

Suspects::Suspects(const std::vector<Page>& pages, const KnowledgeGraph& graph, const Schema& schema,
                   Diagnostics& diagnostics) {
  report_internal(pages, schema, diagnostics);
  Pins pins(pages, schema);
  for (std::size_t i = 0; i < graph.relations().size(); ++i) {
    const Relation& relation = graph.relations()[i];
    const Page& page = pages[relation.from];
    const Reference& reference = page.references[relation.reference];
    const WrittenName& pin = reference.pin;
    if (pin.text.empty()) continue;
    const auto& actual = pins.behind(relation);
    if (!actual) {
      diagnostics.add("bad-pin", {page.path, pin.place},
                      say("'#{}' stands for no text, so nothing there can change", reference.passage),
                      say("point at a passage or a heading, or remove '{}'", pin_key));
    } else if (*actual != pin.text) {
      diagnostics.add("suspect-link", {page.path, pin.place}, changed(pages[relation.to], reference.passage),
                      say("read it again, then: vav review {}", page.id));
      suspects_.push_back({i, pin.text, *actual});
    }
  }
  if (suspects_.empty()) return;
  find_said_again(pages, graph);
  on_page_.resize(pages.size());
  for (const Suspect& one : suspects_) ++on_page_[graph.relations()[one.relation].from];
  for (const std::size_t relation : said_again_) ++on_page_[graph.relations()[relation].from];
}

void Suspects::find_said_again(const std::vector<Page>& pages, const KnowledgeGraph& graph) {
  const auto reference_of = [&](const Relation& one) -> const Reference& {
    return pages[one.from].references[one.reference];
  };
  for (const Suspect& suspect : suspects_) {
    const Relation& relation = graph.relations()[suspect.relation];
    const auto says_the_same = [&](const Relation& other) {
      return other.from != relation.from && other.type == relation.type &&
             graph.item_of(other.to) == graph.item_of(relation.to) &&
             reference_of(other).passage == reference_of(relation).passage && reference_of(other).pin.text.empty();
    };
    for (const std::size_t twin : graph.family_of(relation.from)) {
      for (const std::size_t edge : graph.outgoing(twin)) {
        if (says_the_same(graph.relations()[edge])) said_again_.insert(edge);
      }
    }
  }
}

const Suspect* Suspects::of(std::size_t relation) const {
  const auto found = std::ranges::lower_bound(suspects_, relation, {}, &Suspect::relation);
  return found == suspects_.end() || found->relation != relation ? nullptr : &*found;
}

std::size_t Suspects::count_behind(std::size_t item, const EvidenceGraph& evidence) const {
  if (suspects_.empty()) return 0;
  std::size_t count = 0;
  for (const std::size_t one : evidence.reach(item, Along::towards_evidence)) {
    for (const std::size_t link : evidence.behind(one)) count += concern(evidence.links()[link].relation) ? 1 : 0;
  }
  return count;
}

}  // namespace vav
