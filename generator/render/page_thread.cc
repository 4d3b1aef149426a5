#include "render/page_thread.h"

#include <algorithm>

#include "base/text.h"
#include "evidence/chain.h"

namespace vav {
namespace {

class ThreadMaker {
 public:
  ThreadMaker(std::size_t page, const List& sections, const List& poles, const SiteModel& model, const SiteData& data)
      : number_(page),
        page_(model.pages[page]),
        kind_(model.kind_of(page)),
        sections_(sections),
        poles_(poles),
        model_(model),
        data_(data) {
    for (const Value& part : poles_) add_linked_items(part, model_, data_, listed_);
    for (const Value& part : sections_) add_linked_items(part, model_, data_, listed_);
  }

  Value stops() const {
    ChainSteps steps = trace_chain(number_, model_.evidence, model_.graph);
    if (kind_.chain_step == 0) steps = steps_shown(std::move(steps));
    const bool empty = std::ranges::all_of(steps, [](const auto& step) { return step.empty(); });
    if (empty || (kind_.chain_step == 0 && Routes::list_address(kind_).empty())) return {};
    List stops;
    for (std::size_t i = 0; i < steps.size(); ++i) stops.push_back(stop(i, steps[i]));
    return stops;
  }

 private:
  // A page outside the chain counts what it shows: its neighbours, and what its sections gather.
  ChainSteps steps_shown(ChainSteps steps) const {
    std::set<std::size_t> shown = listed_;
    for (const auto& step : steps) shown.insert(step.begin(), step.end());
    for (auto& step : steps) step.clear();
    for (const std::size_t page : shown) {
      if (const std::size_t step = model_.kind_of(page).chain_step; step > 0) steps[step - 1].push_back(page);
    }
    return steps;
  }

  Value stop(std::size_t step, const std::vector<std::size_t>& pages) const {
    const bool here = kind_.chain_step == step + 1;
    const auto& kinds = model_.config.schema.chain[step];
    std::vector<std::string> labels;
    std::string mark;
    for (const std::size_t kind : kinds) {
      const auto of_kind = static_cast<std::size_t>(
          std::ranges::count(pages, kind, [&](std::size_t page) { return model_.pages[page].kind; }));
      if (of_kind == 0 && !pages.empty()) continue;
      const Kind& one = model_.config.schema.kinds[kind];
      labels.push_back(pages.size() == 1 ? one.one.in(page_.lang) : one.many.in(page_.lang));
      if (mark.empty()) mark = one.mark;
    }
    return Value::map({{"label", join(labels, " " + data_.word(page_.lang, "and") + " ")},
                       {"count", pages.size()},
                       {"mark", here ? kind_.mark : mark},
                       {"address", here ? Value() : address_of_step(step + 1, pages)},
                       {"here", here}});
  }

  // The first part of this page that lists pages of the step, if its parts together list all that are counted.
  Value address_of_step(std::size_t step, const std::vector<std::size_t>& pages) const {
    const auto is_listed = [&](std::size_t page) { return listed_.contains(page); };
    if (!std::ranges::all_of(pages, is_listed)) return {};
    const std::string& own = model_.routes.page_address[number_];
    const auto holds_step = [&](const Value& links) {
      return std::ranges::any_of(links.items(), [&](const Value& one) {
        return one.at("item").at("kind").at("chain") == Value(static_cast<std::int64_t>(step));
      });
    };
    for (const Value& pole : poles_) {
      if (holds_step(pole.at("links"))) return own + "#vav-evidence";
    }
    for (const Value& section : sections_) {
      if (holds_step(section.at("links"))) return own + "#" + section.at("id").text_or_empty();
    }
    return {};
  }

  std::size_t number_;
  const Page& page_;
  const Kind& kind_;
  const List& sections_;
  const List& poles_;
  const SiteModel& model_;
  const SiteData& data_;
  std::set<std::size_t> listed_;  // items that the page's parts lead to
};

}  // namespace

Value page_thread(std::size_t page, const List& sections, const List& poles, const SiteModel& model,
                  const SiteData& data) {
  return ThreadMaker(page, sections, poles, model, data).stops();
}

void add_linked_items(const Value& part, const SiteModel& model, const SiteData& data, std::set<std::size_t>& items) {
  for (const Value& link : part.at("links").items()) {
    const auto page = data.page_at(link.at("item").at("address").text_or_empty());
    if (page) items.insert(model.graph.item_of(*page));
  }
}

}  // namespace vav
