// Which page a name means: id, title, short name or alias.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "pages/page.h"

namespace vav {

// What a look-up found. Exactly one page = found; several = ambiguous; none = unknown.
struct NameMatch {
  std::vector<std::size_t> pages;  // sorted, each once
  bool found() const { return pages.size() == 1; }
};

// Immutable once made; any number of threads may look up.
class NameTable {
 public:
  NameTable(const std::vector<Page>& pages, const std::vector<bool>& on_site);

  // An id beats a name; an exact name beats one that differs in case or marks (uka for UKÄ). Of several, those in
  // `lang` win.
  NameMatch find(std::string_view name, std::string_view lang) const;

  // A name near to `name` for "did you mean", or "".
  std::string suggest(std::string_view name) const;

 private:
  using Names = std::map<std::string, std::vector<std::size_t>, std::less<>>;
  NameMatch in_language(const std::vector<std::size_t>& matches, std::string_view lang) const;

  std::vector<std::string> languages_;  // by page
  Names ids_, exact_, folded_;
  std::vector<std::string> all_;
};

}  // namespace vav
