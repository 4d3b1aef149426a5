// evidence: links that are to be reviewed, and quotations.
#include <array>

#include "diagnostics/swedish.h"

namespace vav::wording {
namespace {

constexpr auto table = std::to_array<Translation>({
    {"give it another name", "ge det ett annat namn"},
    {"every link has '{}' already", "varje länk har redan '{}'"},
    {"'{}' is for editors only: no page shows whether the link is to be reviewed",
     "'{}' är bara för redaktionen: ingen sida visar om länken behöver granskas"},
    {"remove '{}'", "ta bort '{}'"},
    {"{} has changed since this link was last reviewed", "{} har ändrats sedan länken senast granskades"},
    {"'#{}' of {} has changed since this link was last reviewed",
     "'#{}' i {} har ändrats sedan länken senast granskades"},
    {"'#{}' stands for no text, so nothing there can change", "'#{}' står inte för någon text som kan ändras"},
    {"point at a passage or a heading, or remove '{}'", "peka på ett stycke eller en rubrik, eller ta bort '{}'"},
    {"read it again, then: vav review {}", "läs stycket igen och kör sedan: vav review {}"},
});

}  // namespace

std::span<const Translation> swedish_evidence() {
  return table;
}

}  // namespace vav::wording
