#include "cli/coverage_report.h"

#include <algorithm>
#include <fmt/format.h>

#include "base/text.h"
#include "base/unicode.h"
#include "diagnostics/wording.h"

namespace vav {
namespace {

// Pages named under one line; the page of the report names them all.
constexpr std::size_t most_named = 20;

class ReportWriter {
 public:
  ReportWriter(const WovenSite& site, const std::string& language) : site_(site), language_(language) {}

  std::string write() const {
    std::string text;
    for (const CoverageLine& line : site_.evidence_tables.coverage) {
      text +=
          fmt::format("{}: {}{} [{}]\n", capitalize(label(line).in(language_)),
                      say("{} of {}", line.items.size(), line.out_of).in(language_),
                      line.apart.empty() ? "" : say(", and {} that say why", line.apart.size()).in(language_), line.id);
      for (std::size_t i = 0; i < std::min(line.items.size(), most_named); ++i) {
        const CoverageItem& one = line.items[i];
        text += fmt::format("  {}{}\n", site_.pages[one.item].path,
                            one.other ? fmt::format(" ({})", site_.pages[*one.other].id) : "");
      }
      if (line.items.size() > most_named)
        text += fmt::format("  {}\n", say("and {} more", line.items.size() - most_named).in(language_));
    }
    return text;
  }

 private:
  Wording label(const CoverageLine& line) const {
    using enum CoverageLine::Sort;
    const Schema& schema = site_.config.schema;
    const Kind& kind = schema.kinds[line.kind];
    const std::string& items = kind.many.in(language_);
    switch (line.sort) {
      case without_evidence:
        return say("{} without supporting evidence", items);
      case one_voice:
        return say("{} with no more than one voice behind them", items);
      case one_origin:
        return say("{} with no more than one {} behind them", items, first_step());
      case unused:
        return say("{} that nothing rests on", items);
      case without:
        return say("{} without: {}", items, to_lower(kind.relations[line.relation].label.in(language_)));
      case to_review:
        return say("{} with links to review", items);
      case silent:
        return say("{}: {}", items, site_.config.matrix.silent.in(language_));
    }
    return {};
  }

  std::string first_step() const {
    std::vector<std::string> names;
    for (const std::size_t kind : site_.config.schema.chain.front())
      names.push_back(site_.config.schema.kinds[kind].one.in(language_));
    return join(names, "/");
  }

  const WovenSite& site_;
  const std::string& language_;
};

}  // namespace

std::string coverage_report(const WovenSite& site, const std::string& language) {
  return ReportWriter(site, language).write();
}

}  // namespace vav
