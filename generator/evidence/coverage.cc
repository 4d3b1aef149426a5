#include "evidence/coverage.h"

#include <algorithm>
#include <fmt/format.h>

#include "evidence/voices.h"

namespace vav {
namespace {

using Sort = CoverageLine::Sort;

class CoverageMeter {
 public:
  explicit CoverageMeter(const CoverageInputs& inputs)
      : in_(inputs), voices_(inputs.evidence, inputs.graph, inputs.config.schema) {
    of_kind_.resize(schema().kinds.size());
    for (const std::size_t item : in_.evidence.items()) {
      if (!in_.evidence.is_replaced(item)) of_kind_[in_.pages[item].kind].push_back(item);
    }
  }

  Coverage measure() && {
    for (const std::size_t kind : in_.traceability.row_kinds) {
      without_evidence(kind);
      if (has_voices()) only_one(kind, Sort::one_voice, "one-voice");
      if (schema().kinds[kind].chain_step > 1) only_one(kind, Sort::one_origin, "one-origin");
      to_review(kind);
    }
    for (const auto& step : schema().chain) {
      for (const std::size_t kind : step) {
        if (schema().kinds[kind].chain_step < schema().chain.size()) unused(kind);
        for (std::size_t type = 0; type < schema().kinds[kind].relations.size(); ++type) {
          if (schema().kinds[kind].relations[type].expected) without_relation(kind, type);
        }
      }
    }
    if (!in_.config.matrix.silent.empty()) silent();
    return std::move(lines_);
  }

 private:
  const Schema& schema() const { return in_.config.schema; }

  bool has_voices() const {
    return std::ranges::any_of(schema().kinds, [](const Kind& kind) {
      return std::ranges::any_of(kind.relations, [](const RelationType& one) { return one.voice; });
    });
  }

  CoverageLine& add(Sort sort, std::size_t kind, std::string_view name) {
    return lines_.emplace_back(
        CoverageLine{.sort = sort, .id = fmt::format("{}-{}", schema().kinds[kind].id, name), .kind = kind});
  }

  // The reason that the item's page gives, where it says what the waiver asks for.
  std::optional<std::string> waived(std::size_t item, const std::optional<Waiver>& waiver) const {
    if (!waiver) return std::nullopt;
    bool says = false;
    std::string reason;
    for (const FieldValues& given : in_.pages[item].fields) {
      if (given.field == waiver->field)
        says = waiver->value.empty() || given.values.front().text_or_empty() == waiver->value;
      if (given.field == waiver->reason) reason = given.values.front().text_or_empty();
    }
    return says ? std::optional(reason) : std::nullopt;
  }

  void name(CoverageLine& line, std::size_t item, const std::optional<Waiver>& waiver) const {
    if (const auto reason = waived(item, waiver))
      line.apart.push_back({item, {}, *reason});
    else
      line.items.push_back({item, {}, {}});
  }

  void without_evidence(std::size_t kind) {
    CoverageLine& line = add(Sort::without_evidence, kind, "without-evidence");
    for (const TraceRow& row : in_.traceability.rows) {
      if (in_.pages[row.item].kind != kind || in_.evidence.is_replaced(row.item)) continue;
      ++line.out_of;
      if (!row.has_support) name(line, row.item, schema().kinds[kind].unsupported);
    }
  }

  // Of those that rest on something.
  void only_one(std::size_t kind, Sort sort, std::string_view name) {
    CoverageLine& line = add(sort, kind, name);
    for (const TraceRow& row : in_.traceability.rows) {
      if (in_.pages[row.item].kind != kind || in_.evidence.is_replaced(row.item) || !row.has_support) continue;
      ++line.out_of;
      const auto found = sort == Sort::one_voice ? voices_.of(row.item) : voices_.origins_of(row.item);
      if (found.size() > 1) continue;
      line.items.push_back({row.item, found.empty() ? std::nullopt : std::optional(found.front()), {}});
    }
  }

  // No line where nobody pins anything.
  void to_review(std::size_t kind) {
    CoverageLine line{.sort = Sort::to_review, .id = schema().kinds[kind].id + "-to-review", .kind = kind};
    for (const TraceRow& row : in_.traceability.rows) {
      if (in_.pages[row.item].kind != kind || in_.evidence.is_replaced(row.item) || !has_pin(row.item)) continue;
      ++line.out_of;
      if (row.is_suspect) line.items.push_back({row.item, {}, {}});
    }
    if (line.out_of > 0) lines_.push_back(std::move(line));
  }

  bool has_pin(std::size_t item) const {
    return std::ranges::any_of(in_.evidence.behind(item), [&](std::size_t link) {
      const Relation& relation = in_.graph.relations()[in_.evidence.links()[link].relation];
      return !in_.pages[relation.from].references[relation.reference].pin.text.empty();
    });
  }

  void unused(std::size_t kind) {
    CoverageLine& line = add(Sort::unused, kind, "unused");
    line.out_of = of_kind_[kind].size();
    for (const std::size_t item : of_kind_[kind]) {
      if (in_.evidence.ahead(item).empty()) name(line, item, schema().kinds[kind].parked);
    }
  }

  void without_relation(std::size_t kind, std::size_t type) {
    CoverageLine& line = add(Sort::without, kind, "without-" + schema().kinds[kind].relations[type].name);
    line.relation = type;
    line.out_of = of_kind_[kind].size();
    for (const std::size_t item : of_kind_[kind]) {
      if (!has_relation(item, type)) line.items.push_back({item, {}, {}});
    }
  }

  bool has_relation(std::size_t item, std::size_t type) const {
    return std::ranges::any_of(in_.graph.family_of(item), [&](std::size_t page) {
      return std::ranges::any_of(in_.graph.outgoing(page),
                                 [&](std::size_t edge) { return in_.graph.relations()[edge].type == type; });
    });
  }

  // Out of all rows that were to say something of a column.
  void silent() {
    CoverageLine& line =
        lines_.emplace_back(CoverageLine{.sort = Sort::silent, .id = "silent", .kind = *in_.config.matrix.rows});
    for (std::size_t row = 0; row < in_.matrix.rows.size(); ++row) {
      for (const MatrixCell& cell : in_.matrix.cells[row]) {
        if (!cell.invited) continue;
        ++line.out_of;
        if (cell.silent()) line.items.push_back({in_.matrix.rows[row], in_.matrix.columns[cell.column], {}});
      }
    }
  }

  const CoverageInputs& in_;
  Voices voices_;
  std::vector<std::vector<std::size_t>> of_kind_;  // items of the chain that no other replaces
  Coverage lines_;
};

}  // namespace

Coverage measure_coverage(const CoverageInputs& inputs) {
  if (inputs.config.schema.chain.empty()) return {};
  return CoverageMeter(inputs).measure();
}

}  // namespace vav
