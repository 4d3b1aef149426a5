#include "pages/former_address.h"

#include "base/address.h"
#include "base/text.h"

namespace vav {
namespace {

constexpr std::string_view arrow = "->";

// Ids of passages and headings hold no more than this; what the HTML of a page could not hold is none.
bool is_place(std::string_view text) {
  return text.find_first_of(" \t#\"'<>&/?%") == std::string_view::npos;
}

std::string_view without(std::string_view text, char sign) {
  return text.starts_with(sign) ? text.substr(1) : text;
}

}  // namespace

std::optional<FormerAddress> read_former_address(std::string_view text) {
  FormerAddress former;
  const std::size_t to = text.find(arrow);
  if (to != std::string_view::npos) {
    former.passage = without(trim(text.substr(to + arrow.size())), '#');
    if (!is_place(*former.passage)) return std::nullopt;
  }
  const std::string_view from = trim(text.substr(0, to));
  const std::size_t hash = from.find('#');
  std::string_view address = without(from.substr(0, hash), '/');
  if (address.ends_with('/')) address.remove_suffix(1);
  if (!address.empty() && !is_address(address)) return std::nullopt;
  former.address = address;
  if (hash == std::string_view::npos) return address.empty() ? std::nullopt : std::optional(former);
  former.fragment = from.substr(hash + 1);
  if (former.fragment.empty() || !is_place(former.fragment)) return std::nullopt;
  return former;
}

}  // namespace vav
