#include <fmt/format.h>
#include <map>

#include "audit/checks.h"
#include "base/address.h"
#include "base/portable_name.h"
#include "base/text.h"
#include "base/unicode.h"

namespace vav {
namespace {

// What is wrong with the last part of a path, or nothing.
Wording fault_of_name(std::string_view name) {
  switch (name_fault(name)) {
    case NameFault::none:
      return {};
    case NameFault::control_character:
      return say("the name \"{}\" holds a control character", name);
    case NameFault::forbidden_character:
      return say("the name \"{}\" holds {}", name, forbidden_in(name));
    case NameFault::bad_end:
      return say("the name \"{}\" ends in a dot or a space", name);
    case NameFault::device:
      return say("the name \"{}\" is the name of a device on Windows", name);
  }
  return {};
}

}  // namespace

void check_names(const Site& site, Diagnostics& findings) {
  std::map<std::string, std::string_view> seen;  // as systems see it that do not tell case apart
  for (const FileEntry& entry : site.entries) {
    const auto report = [&](Wording message) {
      findings.add("verify-bad-name", {entry.path, {}}, std::move(message),
                   say("give it a name of a-z, 0-9, dots and hyphens"));
    };
    if (find_invalid_utf8(entry.path)) {
      report(say("the name is not valid UTF-8"));
      continue;
    }
    if (entry.type == FileType::link) report(say("a symbolic link: archives and servers do not all keep it"));
    if (entry.type == FileType::other) report(say("neither a file nor a folder"));
    if (Wording fault = fault_of_name(file_name(entry.path)); !fault.empty()) report(std::move(fault));
    const std::size_t length = count_characters(entry.path);
    if (length > longest_portable_path && entry.type != FileType::folder) {
      report(say("the path has {} characters; more than {} are too many for Windows", length, longest_portable_path));
    }
    const auto [other, is_new] = seen.try_emplace(to_lower(to_nfc(entry.path)), entry.path);
    if (!is_new) report(say("the same name as \"{}\" on Windows and macOS", other->second));
  }
}

}  // namespace vav
