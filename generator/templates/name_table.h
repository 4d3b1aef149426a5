// Names of a template set as small numbers, so that the renderer compares numbers.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "templates/syntax_tree.h"

namespace vav::templates {

class NameTable {
 public:
  NameId intern(std::string_view name) {
    const auto found = ids_.find(name);
    if (found != ids_.end()) return found->second;
    const auto id = static_cast<NameId>(texts_.size());
    texts_.emplace_back(name);
    ids_.emplace(name, id);
    return id;
  }

  // no_index when no template uses the name.
  NameId find(std::string_view name) const {
    const auto found = ids_.find(name);
    return found == ids_.end() ? no_index : found->second;
  }

  const std::string& text(NameId id) const { return texts_[id]; }
  std::size_t size() const { return texts_.size(); }

 private:
  std::map<std::string, NameId, std::less<>> ids_;
  std::vector<std::string> texts_;
};

}  // namespace vav::templates
