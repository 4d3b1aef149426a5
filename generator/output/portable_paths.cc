#include "output/portable_paths.h"

#include <set>
#include <string>

#include "base/address.h"
#include "base/portable_name.h"
#include "base/text.h"

namespace vav {
namespace {

Wording fault_of(std::string_view name) {
  switch (name_fault(name)) {
    case NameFault::none:
      return {};
    case NameFault::control_character:
      return say("the site would hold a file or folder \"{}\", and a name holds no control character", name);
    case NameFault::forbidden_character:
      return say("the site would hold a file or folder \"{}\", and Windows knows no name with {}", name,
                 forbidden_in(name));
    case NameFault::bad_end:
      return say("the site would hold a file or folder \"{}\", and Windows knows no name that ends so", name);
    case NameFault::device:
      return say("the site would hold a file or folder \"{}\", which is the name of a device on Windows", name);
  }
  return {};
}

}  // namespace

void check_portable_paths(const OutputTree& tree, std::string_view top, Diagnostics& diagnostics) {
  std::set<std::string_view> told;  // folders
  for (const OutputFile& file : tree.files()) {
    const SourceSpan where = file.origin.path.empty() ? SourceSpan{file.made_by, {}} : file.origin;
    for (std::string_view path = file.path; !path.empty(); path = folder_of(path)) {
      Wording fault = fault_of(file_name(path));
      if (fault.empty() || !told.insert(path).second) continue;
      diagnostics.add("unsafe-path", where, std::move(fault),
                      say("give it a name of a-z, 0-9, dots and hyphens that is no device"));
    }
    const std::size_t length = count_characters(join_path(top, file.path));
    if (length <= longest_portable_path) continue;
    diagnostics.add("unsafe-path", where,
                    say("packed, the path {} has {} characters; more than {} are too many for Windows",
                        join_path(top, file.path), length, longest_portable_path),
                    say("use shorter names of files and folders"));
  }
}

}  // namespace vav
