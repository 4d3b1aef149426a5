// What the names in a block ```items mean for the kinds that it asks for.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "config/schema.h"
#include "queries/item_table.h"

namespace vav {

struct PropertyNames {
  const Schema& schema;
  const std::vector<std::size_t>& kinds;

  // title, summary, kind, date, a field or relation of any of the kinds, or kind.relation for those that point at one
  // of them. Else why not: `wrong` says it, and `hint` what may have been meant.
  struct Found {
    std::optional<ItemProperty> property;
    Wording wrong, hint;
  };
  Found find(const std::string& name) const;

  // Of the kinds that have it, each once.
  std::vector<const Field*> fields(const std::string& name) const;
  std::vector<const RelationType*> relations(const std::string& name) const;

 private:
  Found find_inverse(const std::string& name, std::size_t dot) const;
  Found unknown(const std::string& name) const;
};

}  // namespace vav
