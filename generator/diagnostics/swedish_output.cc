// output, documents: where the site is put, and what goes out with it.
#include <array>

#include "diagnostics/swedish.h"

namespace vav::wording {
namespace {

constexpr auto table = std::to_array<Translation>({
    // paths that Windows cannot hold
    {"the site would hold a file or folder \"{}\", and a name holds no control character",
     "webbplatsen skulle få en fil eller mapp \"{}\", och ett namn har inga styrtecken"},
    {"the site would hold a file or folder \"{}\", and Windows knows no name with {}",
     "webbplatsen skulle få en fil eller mapp \"{}\", och Windows har inga namn med {}"},
    {"the site would hold a file or folder \"{}\", and Windows knows no name that ends so",
     "webbplatsen skulle få en fil eller mapp \"{}\", och Windows har inga namn som slutar så"},
    {"the site would hold a file or folder \"{}\", which is the name of a device on Windows",
     "webbplatsen skulle få en fil eller mapp \"{}\", som är namnet på en enhet i Windows"},
    {"give it a name of a-z, 0-9, dots and hyphens that is no device",
     "ge den ett namn av a-z, 0-9, punkter och bindestreck som inte är en enhet"},
    {"packed, the path {} has {} characters; more than {} are too many for Windows",
     "packad har sökvägen {} {} tecken; fler än {} är för många för Windows"},
    {"use shorter names of files and folders", "använd kortare namn på filer och mappar"},
    // the catalogue
    {"Windows cannot hold a file or folder of this name, or a path of this length.",
     "Windows kan inte ha en fil eller mapp med det namnet, eller en så lång sökväg."},
});

}  // namespace

std::span<const Translation> swedish_output() {
  return table;
}

}  // namespace vav::wording
