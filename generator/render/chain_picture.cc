#include "render/chain_picture.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>

#include "base/text.h"
#include "evidence/picture_layout.h"

namespace vav {
namespace {

constexpr std::size_t most_columns = 8;

// Straight where two points are level, else in an S.
std::string path_of(const std::vector<PicturePoint>& points, int lower) {
  std::string path = fmt::format("M{} {}", points.front().x, points.front().y + lower);
  for (std::size_t i = 1; i < points.size(); ++i) {
    const PicturePoint& from = points[i - 1];
    const PicturePoint& to = points[i];
    const int middle = (from.x + to.x) / 2;
    path += from.y == to.y
                ? fmt::format("H{}", to.x)
                : fmt::format("C{} {} {} {} {} {}", middle, from.y + lower, middle, to.y + lower, to.x, to.y + lower);
  }
  return path;
}

class PictureMaker {
 public:
  PictureMaker(const ItemChain& chain, std::size_t page, const SiteModel& model, const SiteData& data)
      : chain_(chain), language_(model.pages[page].lang), model_(model), data_(data) {
    for (const Along direction : {Along::towards_evidence, Along::towards_consequences}) {
      for (const ChainEdge& edge : chain.edges(direction)) edges_.push_back(&edge);
    }
    for (std::size_t i = 0; i < chain.items.size(); ++i) number_of_[chain.items[i]] = i;
  }

  Value make() {
    if (edges_.empty()) return {};
    std::vector<PictureItem> items;
    for (const std::size_t item : chain_.items)
      items.push_back({.label = label_of(item), .step = model_.evidence.step_of(item), .bold = item == chain_.item});
    std::vector<PictureThread> threads;
    for (const ChainEdge* edge : edges_)
      threads.push_back({.from = number_of_.at(edge->earlier), .to = number_of_.at(edge->later)});
    layout_ = lay_out_picture(items, threads);
    if (layout_.columns.size() > most_columns) return {};
    return Value::map({{"width", layout_.width},
                       {"height", layout_.height},
                       {"font_size", picture_font_size},
                       {"columns", columns()},
                       {"stems", stems()},
                       {"threads", threads_drawn()},
                       {"items", items_drawn()}});
  }

 private:
  std::string label_of(std::size_t item) const {
    const Page& page = model_.pages[data_.in_language(item, language_)];
    return page.short_name.empty() ? page.title : page.short_name;
  }

  // Kinds of the step that are in the picture: "Gruppteman och inspel".
  std::string words_of_step(std::size_t step) const {
    std::vector<std::string> words;
    for (const std::size_t kind : model_.config.schema.chain[step - 1]) {
      const auto count =
          std::ranges::count(chain_.items, kind, [&](std::size_t item) { return model_.pages[item].kind; });
      const std::string number = count == 1 ? "one" : "many";
      if (count > 0)
        words.push_back(data_.kind(kind, language_).at(words.empty() ? "title_" + number : number).text_or_empty());
    }
    return join(words, " " + data_.word(language_, "and") + " ");
  }

  List columns() const {
    List all;
    for (const PictureColumn& column : layout_.columns)
      all.push_back(Value::map({{"x", column.x},
                                {"top", picture_top},
                                {"label_y", picture_heading_y},
                                {"label", column.first_of_step ? Value(words_of_step(column.step)) : Value("")}}));
    return all;
  }

  // The line under a label, to where its threads part. It has their style when they have one.
  List stems() const {
    List all;
    for (std::size_t i = 0; i < layout_.items.size(); ++i) {
      const PlacedItem& item = layout_.items[i];
      if (!item.leads_on) continue;
      std::optional<Evidence> bearing;
      for (const ChainEdge* edge : edges_) {
        if (number_of_.at(edge->earlier) != i) continue;
        bearing = !bearing || *bearing == edge->bearing ? edge->bearing : Evidence::none;
      }
      all.push_back(Value::map({{"polarity", evidence_name(bearing.value_or(Evidence::none))},
                                {"path", fmt::format("M{} {}H{}", item.mark.x, item.mark.y, item.out.x)}}));
    }
    return all;
  }

  // Double ones first and plain ones last: what lies over another must not hide it.
  List threads_drawn() const {
    constexpr int apart = 6;
    List all;
    std::map<std::pair<std::size_t, std::size_t>, int> beside;
    for (const Evidence bearing : {Evidence::contradicts, Evidence::nuances, Evidence::supports, Evidence::none}) {
      for (std::size_t i = 0; i < edges_.size(); ++i) {
        const ChainEdge& edge = *edges_[i];
        if (edge.bearing != bearing) continue;
        const std::pair<std::size_t, std::size_t> ends{number_of_.at(edge.earlier), number_of_.at(edge.later)};
        const int lower = apart * beside[ends]++;
        List passes;
        for (const PicturePoint& point : layout_.threads[i].passes)
          passes.push_back(Value::map({{"x", point.x}, {"y", point.y + lower}}));
        all.push_back(Value::map({{"edge", fmt::format("{}-{}", ends.first, ends.second)},
                                  {"polarity", evidence_name(bearing)},
                                  {"replaces", edge.succession},
                                  {"path", path_of(layout_.threads[i].points, lower)},
                                  {"passes", std::move(passes)}}));
      }
    }
    return all;
  }

  List items_drawn() const {
    List all;
    for (std::size_t i = 0; i < layout_.items.size(); ++i) {
      const PlacedItem& placed = layout_.items[i];
      List lines;
      for (std::size_t line = 0; line < placed.lines.size(); ++line) {
        lines.push_back(Value::map(
            {{"text", placed.lines[line]}, {"y", placed.first_line_y + static_cast<int>(line) * picture_line_height}}));
      }
      const std::size_t shown = data_.in_language(chain_.items[i], language_);
      all.push_back(Value::map({{"item", data_.card(shown, language_)},
                                {"here", chain_.items[i] == chain_.item},
                                {"x", placed.mark.x},
                                {"y", placed.mark.y},
                                {"label_x", placed.label_x},
                                {"lines", std::move(lines)},
                                {"box", Value::map({{"x", placed.box.x},
                                                    {"y", placed.box.y},
                                                    {"width", placed.box.width},
                                                    {"height", placed.box.height}})}}));
    }
    return all;
  }

  const ItemChain& chain_;
  const std::string& language_;
  const SiteModel& model_;
  const SiteData& data_;
  std::vector<const ChainEdge*> edges_;
  std::map<std::size_t, std::size_t> number_of_;  // item -> index into chain_.items
  PictureLayout layout_;
};

}  // namespace

Value chain_picture(const ItemChain& chain, std::size_t page, const SiteModel& model, const SiteData& data) {
  return PictureMaker(chain, page, model, data).make();
}

}  // namespace vav
