// What the blocks ```items on pages ask for: items of the knowledge base by kind, relation and field. Read and answered
// once all names are resolved; how an answer looks is no matter of this room.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "graph/knowledge_graph.h"

namespace vav {

// Something that an item tells, by the name that a block uses for it.
struct ItemProperty {
  enum class Source {
    title,
    summary,
    kind,
    own,      // a field or relation of the item's own kind; `date` also stands for the date that lists show
    inverse,  // a relation of another kind that points at the item
  };
  Source source = Source::own;
  std::string name;      // of the field or relation
  std::size_t kind = 0;  // inverse: the kind on which the relation stands
};

struct ItemColumn {
  ItemProperty property;
  bool count = false;  // how many there are, instead of which
  std::string label;   // "" = what the schema calls it
};

struct ItemSort {
  ItemProperty property;
  bool descending = false;
};

struct ItemTable {
  bool as_list = false;
  std::vector<std::size_t> kinds;  // that were asked for
  std::vector<ItemColumn> columns;
  std::vector<ItemSort> sort;      // empty = the order of the kinds' lists
  std::size_t limit = 0;           // 0 = all
  std::string empty;               // what to say when there are none; "" = nothing
  std::string caption;             // "" = none
  std::vector<std::size_t> items;  // pages, in page order
};

// By page, and by data block of its text; nullopt = it was reported.
using ItemTables = std::vector<std::vector<std::optional<ItemTable>>>;

// Findings come in page order, whatever the number of threads.
ItemTables read_item_tables(const GraphInputs& inputs, const KnowledgeGraph& graph, int threads,
                            Diagnostics& diagnostics);

}  // namespace vav
