// config, evidence: what has its place in time, and what is compared with an earlier day.
#include <array>

#include "diagnostics/swedish.h"

namespace vav::wording {
namespace {

constexpr auto table = std::to_array<Translation>({
    {"a date of the timeline", "ett datum i tidslinjen"},
    {"'{}' is no date that readers see of the kind '{}'", "'{}' är inget datum som läsare ser hos sorten '{}'"},
    {"'{}' is no relation of the kind '{}'", "'{}' är inget samband hos sorten '{}'"},
    {"'{}' is no name for a calendar file", "'{}' kan inte vara namnet på en kalenderfil"},
    {"a-z, 0-9 and hyphens, with .ics at the end: meetings.ics",
     "a–z, 0–9 och bindestreck, med .ics på slutet: moten.ics"},
    {"'{}' cannot begin the ids of feeds", "'{}' kan inte stå först i flödenas id"},
    {"a domain of yours, a year in which it was yours, and a name: example.se,2026:site",
     "en domän som är er, ett år då den var er och ett namn: example.se,2026:webbplatsen"},
    {"'{}' has its status from '{}', which is no choice that readers see",
     "'{}' har sin status från '{}', som inte är något val som läsare ser"},
    {"'{}' is no name for a baseline", "'{}' kan inte vara namnet på ett jämförelseläge"},
    {"a baseline must say 'format': {}", "ett jämförelseläge ska ha 'format': {}"},
    {"store it anew with vav baseline {} --force", "spara det på nytt med vav baseline {} --force"},
    {"a baseline tells of which day it is", "ett jämförelseläge säger vilken dag det är från"},
    {"a baseline has a list of items", "ett jämförelseläge har en lista 'items'"},
    {"an item of a baseline has the text '{}'", "en sida i ett jämförelseläge har texten '{}'"},
    {"a list of texts stands here", "här ska det stå en lista med texter"},
});

}  // namespace

std::span<const Translation> swedish_time() {
  return table;
}

}  // namespace vav::wording
