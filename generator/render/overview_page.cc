#include "render/overview_page.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>

#include "base/text.h"
#include "evidence/label_lines.h"
#include "evidence/overview_layout.h"
#include "render/page_data.h"
#include "render/page_links.h"

namespace vav {
namespace {

// Above that the weave is a wall: the tables alone.
constexpr std::size_t most_knots = 400;
// A label: from its knot, and how wide its lines may be.
constexpr int label_at = 14, label_width = 180;
// And what stands around it.
constexpr int box_edge = 4;
// A heading begins so far to the left of its column.
constexpr int heading_at = -8;
constexpr std::size_t most_beginnings = 60;
constexpr std::size_t most_disagreements = 60;

class OverviewWriter {
 public:
  OverviewWriter(const SiteModel& model, const SiteData& data) : model_(model), data_(data), lang_(model.config.lang) {}

  Value picture() {
    if (model_.evidence.items().size() > most_knots) return {};
    std::vector<std::size_t> order;
    for (std::size_t page = 0; page < model_.pages.size(); ++page) order.push_back(data_.rank_of(page));
    count_steps();
    const OverviewLayout layout = lay_out_overview(model_.evidence, order, rooms());
    List columns;
    for (std::size_t i = 0; i < layout.columns.size(); ++i) {
      columns.push_back(Value::map({{"x", layout.columns[i]},
                                    {"top", picture_top},
                                    {"label_x", layout.columns[i] + heading_at},
                                    {"label", words_of_step(layout.steps[i])},
                                    {"label_y", picture_heading_y}}));
    }
    return Value::map({{"width", layout.width},
                       {"height", layout.height},
                       {"font_size", picture_font_size},
                       {"columns", std::move(columns)},
                       {"threads", threads(layout)},
                       {"knots", knots(layout)}});
  }

  // Of each kind of the chain: how many there are, and of how many nothing has come.
  List steps() const {
    List all;
    const EvidenceGraph& evidence = model_.evidence;
    for (std::size_t step = 1; step <= evidence.step_count(); ++step) {
      for (const std::size_t kind : model_.config.schema.chain[step - 1]) {
        std::size_t count = 0, led_on = 0, links = 0;
        for (const std::size_t item : evidence.items()) {
          if (model_.pages[item].kind != kind) continue;
          ++count;
          links += evidence.ahead(item).size();
          if (!evidence.ahead(item).empty() || evidence.is_replaced(item)) ++led_on;
        }
        Value loose;
        if (step < evidence.step_count()) loose = count - led_on;
        all.push_back(Value::map({{"kind", data_.kind(kind, lang_)},
                                  {"count", count},
                                  {"led_on", led_on},
                                  {"loose", std::move(loose)},
                                  {"links", links}}));
      }
    }
    return all;
  }

  // Of each item of the first step: how many of each later step rest on it, however many steps away.
  List beginnings() const {
    List all;
    const EvidenceGraph& evidence = model_.evidence;
    for (const std::size_t item : first_items()) {
      if (all.size() == most_beginnings) break;
      std::vector<std::size_t> counts(evidence.step_count(), 0);
      for (const std::size_t one : evidence.reach(item, Along::towards_consequences))
        ++counts[evidence.step_of(one) - 1];
      List cells;
      for (std::size_t step = 1; step < counts.size(); ++step) cells.emplace_back(counts[step]);
      all.push_back(
          Value::map({{"item", data_.card(data_.in_language(item, lang_), lang_)}, {"counts", std::move(cells)}}));
    }
    return all;
  }

  bool more_beginnings() const { return first_items().size() > most_beginnings; }

  // What speaks against items that still stand, and what is said of that: nobody has to look for it.
  List disagreements() const {
    List all;
    for (const std::size_t item : disputed_items()) {
      if (all.size() == most_disagreements) break;
      const PageLinks links(data_.in_language(item, lang_), model_, data_);
      List against;
      for (const std::size_t number : model_.evidence.behind(item)) {
        const EvidenceLink& link = model_.evidence.links()[number];
        if (link.bearing == Evidence::contradicts)
          against.push_back(links.link(link.earlier, model_.graph.relations()[link.relation], ""));
      }
      all.push_back(
          Value::map({{"item", data_.card(data_.in_language(item, lang_), lang_)}, {"links", std::move(against)}}));
    }
    return all;
  }

  std::size_t disagreement_count() const { return disputed_items().size(); }

  // The other pages over the whole of it, those that the site has; every page leads to the search.
  List onward(const std::vector<PagePlan>& plans) const {
    List all;
    for (const BuiltInPage& page : built_in_pages) {
      const bool is_view = page.address != overview_address && page.address != search_address;
      if (!is_view || std::ranges::find(plans, page.address, &PagePlan::address) == plans.end()) continue;
      all.push_back(Value::map({{"title", data_.word(lang_, page.name)}, {"address", page.address}}));
    }
    return all;
  }

  List later_steps() const {
    List all;
    for (std::size_t step = 2; step <= model_.evidence.step_count(); ++step) all.emplace_back(words_of_step(step));
    return all;
  }

 private:
  std::vector<std::size_t> first_items() const {
    std::vector<std::size_t> first;
    for (const std::size_t item : model_.evidence.items()) {
      if (model_.evidence.step_of(item) == 1) first.push_back(item);
    }
    data_.sort(first);
    return first;
  }

  std::vector<std::size_t> disputed_items() const {
    std::vector<std::size_t> disputed;
    for (const std::size_t item : model_.evidence.items()) {
      const bool contradicted = std::ranges::any_of(model_.evidence.behind(item), [&](std::size_t number) {
        return model_.evidence.links()[number].bearing == Evidence::contradicts;
      });
      if (contradicted && !model_.evidence.is_replaced(item)) disputed.push_back(item);
    }
    data_.sort(disputed);
    return disputed;
  }

  std::string words_of_step(std::size_t step) const {
    std::vector<std::string> words;
    for (const std::size_t kind : model_.config.schema.chain[step - 1])
      words.push_back(data_.kind(kind, lang_).at(words.empty() ? "title_many" : "many").text_or_empty());
    return join(words, " " + data_.word(lang_, "and") + " ");
  }

  static List threads(const OverviewLayout& layout) {
    List all;
    for (const OverviewThread& thread : layout.threads) {
      const OverviewKnot& from = layout.knots[thread.from];
      const OverviewKnot& to = layout.knots[thread.to];
      const int middle = (from.x + to.x) / 2;
      all.push_back(Value::map({{"polarity", evidence_name(thread.bearing)},
                                {"path", fmt::format("M{} {}C{} {} {} {} {} {}", from.x, from.y, middle, from.y, middle,
                                                     to.y, to.x, to.y)}}));
    }
    return all;
  }

  bool has_labels(std::size_t item) const {
    return in_step_[model_.evidence.step_of(item) - 1] <= most_overview_labels;
  }

  LabelLines label_of(std::size_t item) const {
    if (!has_labels(item)) return {};
    const Page& page = model_.pages[data_.in_language(item, lang_)];
    return wrap_label(page.short_name.empty() ? page.title : page.short_name, label_width, picture_font_size,
                      most_overview_lines);
  }

  static int width_of(const LabelLines& label) {
    double widest = 0;
    for (const std::string& line : label.lines) widest = std::max(widest, text_width(line, picture_font_size));
    return static_cast<int>(widest) + 1;
  }

  // What is written at the column of each step reaches so far to the right of it.
  std::vector<int> rooms() const {
    std::vector<int> rooms;
    for (std::size_t step = 1; step <= model_.evidence.step_count(); ++step)
      rooms.push_back(static_cast<int>(text_width(words_of_step(step), picture_font_size)) + 1 + heading_at);
    for (const std::size_t item : model_.evidence.items()) {
      int& room = rooms[model_.evidence.step_of(item) - 1];
      if (has_labels(item)) room = std::max(room, label_at + width_of(label_of(item)) + box_edge);
    }
    return rooms;
  }

  void count_steps() {
    in_step_.assign(model_.evidence.step_count(), 0);
    for (const std::size_t item : model_.evidence.items()) ++in_step_[model_.evidence.step_of(item) - 1];
  }

  List knots(const OverviewLayout& layout) const {
    List all;
    for (const OverviewKnot& knot : layout.knots) {
      const LabelLines label = label_of(knot.item);
      const int height = static_cast<int>(label.lines.size()) * picture_line_height;
      List lines;
      int y = knot.y - height / 2 + picture_line_height - 4;
      for (const std::string& line : label.lines) {
        lines.push_back(Value::map({{"text", line}, {"y", y}}));
        y += picture_line_height;
      }
      all.push_back(Value::map({{"item", data_.card(data_.in_language(knot.item, lang_), lang_)},
                                {"x", knot.x},
                                {"y", knot.y},
                                {"loose", knot.loose},
                                {"label_x", knot.x + label_at},
                                {"lines", std::move(lines)},
                                {"box", Value::map({{"x", knot.x - label_at + 2},
                                                    {"y", knot.y - height / 2 - 4},
                                                    {"width", 2 * label_at - 2 + width_of(label) + box_edge},
                                                    {"height", height + 8}})}}));
    }
    return all;
  }

  const SiteModel& model_;
  const SiteData& data_;
  const std::string& lang_;
  std::vector<std::size_t> in_step_;  // items, by step from 0
};

}  // namespace

std::vector<PagePlan> plan_overview(const SiteModel& model, const SiteData& data, const std::vector<PagePlan>& plans) {
  if (!model.has_overview()) return {};
  OverviewWriter writer(model, data);
  const std::string& language = model.config.lang;
  MapBuilder page = page_frame({.title = data.word(language, "overview_title"),
                                .lang = language,
                                .address = std::string(overview_address),
                                .summary = data.word(language, "overview_lead"),
                                .menu_key = "overview",
                                .template_name = "overview.html",
                                .kind = {},
                                .breadcrumb = breadcrumb(data, language, std::nullopt)},
                               model);
  page.set("picture", writer.picture())
      .set("steps", writer.steps())
      .set("later_steps", writer.later_steps())
      .set("beginnings", writer.beginnings())
      .set("more_beginnings", writer.more_beginnings())
      .set("disagreements", writer.disagreements())
      .set("disagreement_count", writer.disagreement_count())
      .set("onward", writer.onward(plans));
  return {{std::string(overview_address), language, "overview.html", std::move(page).build(), "the overview"}};
}

}  // namespace vav
