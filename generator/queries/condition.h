// One key of `where`: what an item must have to be among those that a block shows.
#pragma once

#include <string>
#include <vector>

#include "queries/item_table.h"

namespace vav {

// Holds when any of the values or pages fits.
struct ItemCondition {
  ItemProperty property;           // own or inverse
  std::vector<Value> values;       // of a field, checked
  std::vector<std::size_t> pages;  // that a relation leads to, or a field points at
};

bool holds(const ItemCondition& condition, std::size_t item, const std::vector<Page>& pages,
           const KnowledgeGraph& graph, const Schema& schema);

}  // namespace vav
