// config, build, cli: the tables of evidence, and the coverage report.
#include <array>

#include "diagnostics/swedish.h"

namespace vav::wording {
namespace {

constexpr auto table = std::to_array<Translation>({
    // vav.yaml
    {"a matrix must have a label, 'rows', 'columns' and 'views'",
     "en matris ska ha en etikett (label), 'rows', 'columns' och 'views'"},
    {"'invited' and 'silent' of a matrix go together", "'invited' och 'silent' i en matris hör ihop"},
    {"a view of the matrix", "en vy i matrisen"},
    {"there are two views '{}'", "det finns två vyer '{}'"},
    {"a view must have a label, 'rows' and 'columns'", "en vy ska ha en etikett (label), 'rows' och 'columns'"},
    {"there is no facet '{}'", "det finns ingen fasett '{}'"},
    {"name facets of 'search' by their id", "ange fasetter i 'search' med deras id"},
    {"limits are a map of name: number", "gränserna (limits) är en nyckelgrupp med namn: tal"},
    {"vav check shows the names of the report's lines", "vav check visar vad rapportens rader heter"},
    {"a limit is a whole number from 0: how many there may be at most",
     "en gräns är ett heltal från 0: hur många det högst får vara"},
    {"the site has no page '{}': there is nothing that it could show",
     "webbplatsen har ingen sida '{}': det finns inget som den kan visa"},
    {"take it out of the menu, or declare what it shows (generator/config/vav-yaml.md)",
     "ta bort den ur menyn, eller ange vad den ska visa (generator/config/vav-yaml.md)"},
    {"the coverage report has no line '{}'", "täckningsrapporten har ingen rad '{}'"},
    {"{}: {} of {}, and at most {} may be so", "{}: {} av {}, och högst {} får vara det"},
    {"vav check and the page {} name them; mend them, or say why it is meant so",
     "vav check och sidan {} räknar upp dem; rätta dem, eller skriv varför det är meningen"},
    // the report
    {"{} of {}", "{} av {}"},
    {", and {} that say why", ", och {} som säger varför"},
    {"and {} more", "och {} till"},
    {"{} without supporting evidence", "{} utan stöd i underlaget"},
    {"{} with no more than one voice behind them", "{} med högst en röst bakom sig"},
    {"{} with no more than one {} behind them", "{} med högst 1 {} bakom sig"},
    {"{} that nothing rests on", "{} som inget bygger på"},
    {"{} without: {}", "{} utan: {}"},
    {"{}: {}", "{}: {}"},
});

}  // namespace

std::span<const Translation> swedish_coverage() {
  return table;
}

}  // namespace vav::wording
