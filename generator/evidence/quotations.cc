#include "evidence/quotations.h"

#include <algorithm>
#include <memory>
#include <optional>

#include "base/parallel.h"
#include "evidence/cited_text.h"

namespace vav {
namespace {

// What one citation names, in words and as the texts in which the quotation may stand.
struct Cited {
  std::string name;
  std::vector<std::shared_ptr<const Words>> texts;
  bool whole = true;  // false: there is more to it that is not at hand
};

class QuotationCheck {
 public:
  explicit QuotationCheck(const QuotationInputs& inputs) : inputs_(inputs) {}

  void check_page(std::size_t page, QuotationReport& report, Diagnostics& diagnostics) const {
    if (!inputs_.on_site[page]) return;
    check(page, inputs_.pages[page].document, inputs_.graph.links_of(page), report, diagnostics);
    const std::vector<RichText>& texts = inputs_.pages[page].rich_texts;
    for (std::size_t i = 0; i < texts.size(); ++i)
      check(page, texts[i].document, inputs_.graph.rich_links_of(page)[i], report, diagnostics);
  }

 private:
  void check(std::size_t page, const Document& document, const std::vector<ResolvedLink>& links,
             QuotationReport& report, Diagnostics& diagnostics) const {
    for (const Quotation& quotation : document.quotations()) {
      const ResolvedLink& link = links[quotation.link];
      // A dead link was reported.
      if (link.target == ResolvedLink::Target::nothing) continue;
      const Cited cited = look_up(page, link);
      if (stands_in(quotation, cited)) {
        ++report.checked;
      } else if (!cited.whole) {
        report.unchecked.push_back({page, quotation.place});
      } else {
        ++report.checked;
        tell(page, quotation, cited, diagnostics);
      }
    }
  }

  Cited look_up(std::size_t page, const ResolvedLink& link) const {
    const bool here = link.target == ResolvedLink::Target::here;
    if (!here && link.target != ResolvedLink::Target::page) return {.name = {}, .texts = {}, .whole = false};
    const std::size_t number = here ? page : link.page;
    const Page& other = inputs_.pages[number];
    Cited cited{.name = other.id + (link.fragment.empty() ? "" : "#" + link.fragment), .texts = {}, .whole = true};
    const Kind& kind = inputs_.schema.kinds[other.kind];
    // A page that quotes itself always holds the words.
    if (!here || !link.fragment.empty())
      cited.texts.push_back(
          std::make_shared<const Words>(words_of(cited_text(other, kind, link.fragment).value_or(""))));
    if (!link.fragment.empty() || !inputs_.texts.of_sources[other.kind]) return cited;
    const auto at_hand = inputs_.texts.by_page.find(number);
    cited.whole = at_hand != inputs_.texts.by_page.end();
    if (cited.whole) cited.texts.insert(cited.texts.begin(), at_hand->second);
    return cited;
  }

  static bool stands_in(const Quotation& quotation, const Cited& cited) {
    const std::vector<Words> pieces = pieces_of(quotation.text);
    return std::ranges::any_of(cited.texts,
                               [&](const auto& text) { return !first_missing(*text, pieces).has_value(); });
  }

  // The first piece that does not stand after those before it.
  static std::optional<std::size_t> first_missing(const Words& text, const std::vector<Words>& pieces) {
    std::size_t from = 0;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
      const auto at = find_piece(text, pieces[i], from);
      if (!at) return i;
      from = at->end;
    }
    return std::nullopt;
  }

  void tell(std::size_t page, const Quotation& quotation, const Cited& cited, Diagnostics& diagnostics) const {
    const SourceSpan span{inputs_.pages[page].path, quotation.place};
    const std::vector<Words> pieces = pieces_of(quotation.text);
    const Words text = cited.texts.empty() ? Words{} : *cited.texts.front();
    const auto missing = first_missing(text, pieces);
    const Nearest nearest = missing ? find_nearest(text, pieces[*missing]) : Nearest{};
    if (missing && find_piece(text, pieces[*missing], 0)) {
      diagnostics.add("misquote", span, say("the quotation does not stand in {}", cited.name),
                      say("the part '{}' stands before what comes before it in the quotation", nearest.text));
      return;
    }
    diagnostics.add(
        "misquote", span,
        nearest.quoted.empty() ? say("the quotation does not stand in {}", cited.name)
                               : say("the quotation does not stand in {}: it has '{}' where {} has '{}'", cited.name,
                                     nearest.quoted, cited.name, nearest.stands),
        nearest.text.empty() ? say("nothing there is like it") : say("the nearest there: {}", nearest.text));
  }

  const QuotationInputs& inputs_;
};

}  // namespace

std::vector<bool> source_kinds(const Schema& schema) {
  std::vector<bool> kinds(schema.kinds.size());
  for (const Kind& kind : schema.kinds) {
    const auto relation = kind.find_relation("source");
    if (!relation) continue;
    for (const std::size_t target : kind.relations[*relation].to) kinds[target] = true;
  }
  return kinds;
}

QuotationReport check_quotations(const QuotationInputs& inputs, int threads, Diagnostics& diagnostics) {
  const QuotationCheck check(inputs);
  std::vector<QuotationReport> reports(inputs.pages.size());
  std::vector<Diagnostics> found(inputs.pages.size());
  for_each_index(inputs.pages.size(), threads, [&](std::size_t i) { check.check_page(i, reports[i], found[i]); });
  QuotationReport whole;
  for (std::size_t i = 0; i < reports.size(); ++i) {
    whole.checked += reports[i].checked;
    whole.unchecked.insert(whole.unchecked.end(), reports[i].unchecked.begin(), reports[i].unchecked.end());
    diagnostics.append(found[i]);
  }
  return whole;
}

}  // namespace vav
