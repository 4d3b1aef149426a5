#include "render/coverage_page.h"

#include <algorithm>
#include <fmt/format.h>

#include "base/address.h"
#include "base/text.h"
#include "base/unicode.h"
#include "render/page_data.h"
#include "render/table_parts.h"

namespace vav {
namespace {

using Sort = CoverageLine::Sort;

class CoverageWriter {
 public:
  CoverageWriter(const SiteModel& model, const SiteData& data) : model_(model), data_(data), lang_(model.config.lang) {}

  Value line(const CoverageLine& line) const {
    const Kind& kind = model_.config.schema.kinds[line.kind];
    const bool parked = line.sort == Sort::unused;
    const std::string& apart = parked ? word("coverage_parked") : word("coverage_unsupported");
    return Value::map({{"id", id_of(line)},
                       {"label", label(line)},
                       {"kind", data_.kind(line.kind, lang_)},
                       {"name", line.out_of == 1 ? kind.one.in(lang_) : kind.many.in(lang_)},
                       {"count", line.items.size()},
                       {"out_of", line.out_of},
                       {"items", items(line.items)},
                       {"apart_label", apart},
                       {"apart_count", line.apart.size()},
                       {"apart", items(line.apart)},
                       {"explanation", explanation_word(line.sort)}});
  }

  std::string label(const CoverageLine& line) const {
    const Schema& schema = model_.config.schema;
    const Kind& kind = schema.kinds[line.kind];
    std::string text = label_word(line.sort);
    text = replace_all(text, "{0}", capitalize(kind.many.in(lang_)));
    if (line.sort == Sort::without) return replace_all(text, "{1}", kind.relations[line.relation].label.in(lang_));
    if (line.sort == Sort::silent) return replace_all(text, "{1}", model_.config.matrix.silent.in(lang_));
    if (line.sort == Sort::one_origin) {
      std::vector<std::string> names;
      for (const std::size_t first : schema.chain.front()) names.push_back(schema.kinds[first].one.in(lang_));
      return replace_all(text, "{1}", join(names, "/"));
    }
    return line.sort == Sort::one_voice ? replace_all(text, "{1}", names_of_voices()) : text;
  }

  static std::string id_of(const CoverageLine& line) { return "vav-" + to_slug(replace_all(line.id, "_", "-")); }

 private:
  const std::string& word(std::string_view key) const { return data_.word(lang_, key); }

  const std::string& label_word(Sort sort) const {
    switch (sort) {
      case Sort::without_evidence:
        return word("coverage_without_evidence");
      case Sort::one_voice:
      case Sort::one_origin:
        return word("coverage_only_one");
      case Sort::unused:
        return word("coverage_unused");
      case Sort::without:
        return word("coverage_without");
      case Sort::to_review:
        return word("coverage_to_review");
      case Sort::silent:
        break;
    }
    return word("coverage_silent");
  }

  const std::string& explanation_word(Sort sort) const {
    switch (sort) {
      case Sort::without_evidence:
        return word("coverage_about_without_evidence");
      case Sort::one_voice:
      case Sort::one_origin:
        return word("coverage_about_only_one");
      case Sort::unused:
        return word("coverage_about_unused");
      case Sort::without:
        return word("coverage_about_without");
      case Sort::to_review:
        return word("coverage_about_to_review");
      case Sort::silent:
        break;
    }
    return word("coverage_about_silent");
  }

  std::string names_of_voices() const {
    std::vector<std::string> names;
    for (const Kind& kind : model_.config.schema.kinds) {
      for (const RelationType& relation : kind.relations) {
        for (const std::size_t target : relation.voice ? relation.to : std::vector<std::size_t>{}) {
          const std::string name = model_.config.schema.kinds[target].one.in(lang_);
          if (std::ranges::find(names, name) == names.end()) names.push_back(name);
        }
      }
    }
    return join(names, "/");
  }

  List items(const std::vector<CoverageItem>& found) const {
    std::vector<const CoverageItem*> order;
    for (const CoverageItem& one : found) order.push_back(&one);
    std::ranges::stable_sort(order, {}, [&](const CoverageItem* one) { return data_.rank_of(one->item); });
    List all;
    for (std::size_t i = 0; i < std::min(order.size(), most_listed); ++i) {
      const CoverageItem& one = *order[i];
      all.push_back(Value::map({{"item", data_.card(data_.in_language(one.item, lang_), lang_)},
                                {"other", one.other ? column_head(*one.other, model_, data_) : Value()},
                                {"reason", one.reason}}));
    }
    return all;
  }

  const SiteModel& model_;
  const SiteData& data_;
  const std::string& lang_;
};

}  // namespace

std::vector<PagePlan> plan_coverage(const SiteModel& model, const SiteData& data) {
  if (model.coverage.empty()) return {};
  const std::string& lang = model.config.lang;
  const CoverageWriter writer(model, data);
  List lines;
  std::size_t gaps = 0;
  for (const CoverageLine& line : model.coverage) {
    lines.push_back(writer.line(line));
    gaps += line.items.empty() ? 0 : 1;
  }
  MapBuilder page = page_frame({.title = data.word(lang, "coverage_title"),
                                .lang = lang,
                                .address = std::string(coverage_address),
                                .menu_key = "coverage",
                                .template_name = "coverage.html",
                                .breadcrumb = breadcrumb(data, lang, std::nullopt)},
                               model);
  page.set("lines", std::move(lines)).set("gaps", gaps).set("most", most_listed);
  return {
      {std::string(coverage_address), lang, "coverage.html", std::move(page).build(), "the coverage report"},
  };
}

List coverage_gaps(const SiteModel& model, const SiteData& data) {
  const CoverageWriter writer(model, data);
  List gaps;
  for (const CoverageLine& line : model.coverage) {
    if (line.items.empty()) continue;
    gaps.push_back(Value::map({{"label", writer.label(line)},
                               {"count", line.items.size()},
                               {"out_of", line.out_of},
                               {"address", fmt::format("{}#{}", coverage_address, CoverageWriter::id_of(line))}}));
  }
  return gaps;
}

}  // namespace vav
