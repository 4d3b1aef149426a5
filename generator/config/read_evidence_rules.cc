#include "config/read_evidence_rules.h"

#include <algorithm>

#include "base/unicode.h"
#include "config/read_paths.h"
#include "config/schema_source.h"

namespace vav {
namespace {

class EvidenceRulesReader {
 public:
  EvidenceRulesReader(SiteConfig& config, MapReader& top, Diagnostics& diagnostics)
      : config_(config), top_(top), diagnostics_(diagnostics), source_{top.path(), config.languages, diagnostics} {}

  void read_traceability() {
    MapReader reader = part("traceability");
    TraceabilityRules& rules = config_.traceability;
    rules.rows = kinds_of(reader, "rows");
    for (const std::size_t kind : rules.rows) {
      if (config_.schema.kinds[kind].chain_step == 0)
        reader.report(reader.value("rows"),
                      say("the kind '{}' has no place in the chain", config_.schema.kinds[kind].id));
    }
    if (reader.value("rows").is_null()) rules.rows = kinds_with_evidence();
    rules.columns = static_cast<std::size_t>(std::clamp<std::int64_t>(reader.integer("columns", 12), 0, 100));
    read_filters(reader);
    reader.finish();
  }

  void read_matrix() {
    MatrixRules& rules = config_.matrix;
    MapReader reader = part("matrix");
    const bool declared = !top_.value("matrix").is_null();
    rules.label = reader.local_text("label", config_.languages);
    const Value& row = reader.value("rows");
    if (!row.is_null()) rules.rows = find_kind(config_.schema, row, source_);
    rules.columns = kinds_of(reader, "columns");
    const bool sound = rules.rows && !rules.columns.empty();
    const List views = reader.list("views");
    if (declared && (rules.label.empty() || row.is_null() || reader.value("columns").is_null() || views.empty()))
      reader.report(top_.value("matrix"), say("a matrix must have a label, 'rows', 'columns' and 'views'"));
    for (const Value& view : views) {
      if (sound) read_view(view);
    }
    const List invited = reader.list("invited");
    const std::vector<std::size_t> row_kind = sound ? std::vector{*rules.rows} : std::vector<std::size_t>{};
    if (sound) rules.invited = read_paths(invited, rules.columns, &row_kind, config_.schema, source_);
    rules.silent = reader.local_text("silent", config_.languages);
    if (rules.silent.empty() != invited.empty())
      reader.report(top_.value("matrix"), say("'invited' and 'silent' of a matrix go together"));
    if (rules.views.empty()) rules.rows.reset();
    reader.finish();
  }

  void read_coverage() {
    MapReader reader = part("coverage");
    const Value& limits = reader.value("limits");
    if (!limits.is_null() && !limits.is_map())
      reader.report(limits, say("limits are a map of name: number"),
                    say("vav check shows the names of the report's lines"));
    for (const Entry& entry : limits.is_map() ? *limits.entries() : Entries{}) {
      const auto* most = entry.value.integer();
      if (most == nullptr || *most < 0)
        reader.report(entry.value, say("a limit is a whole number from 0: how many there may be at most"));
      else
        config_.coverage_limits.push_back({entry.key, static_cast<std::size_t>(*most), entry.key_place});
    }
    reader.finish();
  }

 private:
  MapReader part(std::string_view key) {
    return {top_.value(key), config_format(key), as_written(std::string(key)), top_.path(), diagnostics_};
  }

  std::vector<std::size_t> kinds_of(MapReader& reader, std::string_view key) {
    std::vector<std::size_t> kinds;
    for (const Value& name : reader.list(key)) {
      if (const auto kind = find_kind(config_.schema, name, source_)) kinds.push_back(*kind);
    }
    return kinds;
  }

  std::vector<std::size_t> kinds_with_evidence() const {
    std::vector<std::size_t> kinds;
    for (const auto& step : config_.schema.chain) {
      for (const std::size_t kind : step) {
        const auto& relations = config_.schema.kinds[kind].relations;
        if (std::ranges::any_of(relations, [](const RelationType& one) { return one.evidence != Evidence::none; }))
          kinds.push_back(kind);
      }
    }
    return kinds;
  }

  // Those that vav.yaml names, else all that are of items.
  void read_filters(MapReader& reader) {
    const List names = reader.list("filters");
    for (std::size_t facet = 0; facet < config_.facets.size(); ++facet) {
      const bool of_items = config_.facets[facet].source == FacetRule::Source::items;
      if (reader.value("filters").is_null() && of_items) config_.traceability.filters.push_back(facet);
    }
    for (const Value& name : names) {
      const auto facet = std::ranges::find(config_.facets, name.text_or_empty(), &FacetRule::id);
      if (facet == config_.facets.end())
        reader.report(name, say("there is no facet '{}'", name.text_or_empty()),
                      say("name facets of 'search' by their id"));
      else
        config_.traceability.filters.push_back(static_cast<std::size_t>(facet - config_.facets.begin()));
    }
  }

  void read_view(const Value& value) {
    MatrixRules& rules = config_.matrix;
    MapReader reader(value, config_format("matrix view"), say("a view of the matrix"), top_.path(), diagnostics_);
    MatrixView view;
    view.id = reader.required_text("id");
    if (!view.id.empty() && to_slug(view.id) != view.id)
      reader.report(reader.value("id"), say("'{}' is no name for an address", view.id),
                    say("use a-z, 0-9 and hyphens only"));
    view.label = reader.local_text("label", config_.languages);
    view.rows = read_paths(reader.list("rows"), {*rules.rows}, nullptr, config_.schema, source_);
    view.columns = read_paths(reader.list("columns"), rules.columns, nullptr, config_.schema, source_);
    view.voice = reader.flag("voice", false);
    const bool known = std::ranges::any_of(rules.views, [&](const MatrixView& one) { return one.id == view.id; });
    if (known) reader.report(value, say("there are two views '{}'", view.id));
    if (view.label.empty() || reader.value("rows").is_null() || reader.value("columns").is_null())
      reader.report(value, say("a view must have a label, 'rows' and 'columns'"));
    reader.finish();
    if (!known && !view.id.empty()) rules.views.push_back(std::move(view));
  }

  SiteConfig& config_;
  MapReader& top_;
  Diagnostics& diagnostics_;
  SchemaSource source_;
};

}  // namespace

void read_evidence_rules(SiteConfig& config, MapReader& top, Diagnostics& diagnostics) {
  EvidenceRulesReader reader(config, top, diagnostics);
  reader.read_traceability();
  reader.read_matrix();
  reader.read_coverage();
}

}  // namespace vav
