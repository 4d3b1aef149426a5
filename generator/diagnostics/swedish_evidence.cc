// evidence: links that are to be reviewed, and quotations.
#include <array>

#include "diagnostics/swedish.h"

namespace vav::wording {
namespace {

constexpr auto table = std::to_array<Translation>({
    {"{} with links to review", "{} med länkar att granska"},
    {"to be reviewed: what it cites has changed", "behöver granskas: det som länken hänvisar till har ändrats"},
    {"links to review: {}", "länkar att granska: {}"},
    {"links reviewed: {}", "granskade länkar: {}"},
    {"nothing to review on {}", "inget att granska på {}"},
    {"pages could name the files in '{}', and so publish them", "sidor kan nämna filerna i '{}' och då publiceras de"},
    {"start the name of the folder with _, or put it outside of the content folder",
     "börja mappens namn med _ eller lägg den utanför innehållsmappen"},
    {"the text of {} that is at hand is not valid UTF-8", "texten till {} som finns till hands är inte giltig UTF-8"},
    {"the quotation does not stand in {}: it has '{}' where {} has '{}'",
     "citatet står inte i {}: det har '{}' där {} har '{}'"},
    {"the quotation does not stand in {}", "citatet står inte i {}"},
    {"the nearest there: {}", "närmast där: {}"},
    {"nothing there is like it", "inget där liknar det"},
    {"the part '{}' stands before what comes before it in the quotation",
     "delen '{}' står före det som kommer före den i citatet"},
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
